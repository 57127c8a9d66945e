// Draws a chart as a frame, in the width (and height) that its place gives.
//
// Stage: as src/diagram. In: a sound chart, the look of its place, fonts. Out: one frame, vector, with real
// text; its alternative text and long description come from the same values. docs/charts.md says why the
// charts look as they do.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/palette.h"
#include "chart/chart.h"
#include "frame/frame.h"
#include "text/paragraph.h"

namespace sayso::chart {

struct Options {
    Length width;
    std::optional<Length> height;  // none: as high as the chart wants to be
    Length type = pt(12);          // of the labels; nothing is smaller
    Palette palette;
    /// Of lines that have to be told apart. Government Analysis Function, "Data visualisation: colours".
    std::array<Color, most_lines> series{
        {{0x12, 0x43, 0x6D}, {0x28, 0xA1, 0x97}, {0x80, 0x16, 0x50}, {0xF4, 0x6A, 0x25}}};
    Color ground = white;  // what the chart stands on; it draws no ground itself
    std::string family;    // of the type; fallbacks follow by coverage
    bool title = true;     // false where it stands above the figure already; what is measured is always said
};

/// Where a value was drawn. `series` counts lines, sites, or before (0) and after (1); `index` counts
/// periods, bars or changes. The end of a bar, the middle of a dot.
struct Mark {
    std::size_t series = 0, index = 0;
    Point place;
};

struct Drawn {
    std::shared_ptr<const frame::Frame> frame;  // keeps_owners = false: its figure owns every leaf
    std::string alt;                            // one or two sentences
    std::string description;                    // every value in words
    std::vector<Mark> marks;                    // of the values that are numbers, and of no others
    std::optional<Rect> plot;                   // of charts with one scale: where its lines stand
};

/// Nothing (and an error that says what to do) where the chart is not sound or has no room.
std::optional<Drawn> draw(const Chart& chart, const Options& options, text::Shaper& shaper,
                          Diagnostics& diagnostics);

}  // namespace sayso::chart
