// From the pieces of each line to runs in visual order at their places. Private to src/text.
#pragma once

#include <cstddef>
#include <vector>

#include "text/analysis.h"
#include "text/paragraph.h"

namespace sayso::text {

/// `line_ends`: the index behind the last unit of each line. Neighbouring pieces of one look become one run,
/// spaces included; white space at the end of a line hangs outside its width, and falls out at the end of the
/// paragraph.
std::vector<Line> place_lines(const FontLibrary::Impl& library, const Analysis& analysis,
                              const std::vector<Span>& spans, const ParagraphOptions& options,
                              const std::vector<std::size_t>& line_ends);

}  // namespace sayso::text
