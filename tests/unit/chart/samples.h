// Charts to try things on: one of each kind, made up, with gaps, hidden counts and a start of the work.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "chart/draw.h"
#include "text/paragraph.h"

namespace sayso::test {

const text::FontLibrary& shipped_fonts();
text::Shaper& shipped_shaper();

/// Where charts stand, with the smallest type there.
struct Place {
    const char* name;
    Length width, type;
    std::optional<Length> height;
};
const std::vector<Place>& places();
chart::Options options_for(const Place& place);

std::vector<std::string> quarters(std::size_t count);
std::vector<chart::Value> values(const std::vector<double>& numbers);

chart::Chart line_chart();
chart::Chart three_lines();
chart::Chart spc_chart();
chart::Chart spc_signal();
chart::Chart bar_chart();
chart::Chart before_after_chart();
chart::Chart small_multiples();
chart::Chart pictogram();
/// All of them by name.
std::vector<std::pair<std::string, chart::Chart>> all_samples();
/// Any kind, any numbers, gaps and words; the same for the same seed.
chart::Chart random_chart(unsigned seed);

}  // namespace sayso::test
