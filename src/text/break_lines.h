// Where the lines of a paragraph end. Knows widths alone, no text. Private to src/text.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sayso::text {

/// What stands between two places where a line may end. Widths in points.
struct LineUnit {
    double ink = 0;
    double space = 0;     // white space behind the ink: it hangs out at the end of a line
    bool forced = false;  // a line ends here whatever its length
};

enum class BreakMode : std::uint8_t {
    greedy,    // first fit
    optimal,   // the fewest lines; of those the least sum of squared slack, the last line free
    balanced,  // the fewest lines, all as nearly of one length as may be
};

/// Index behind the last unit of each line; the last is units.size(). No line is wider than `width` unless it
/// is a single unit that is.
std::vector<std::size_t> break_lines(std::span<const LineUnit> units, double width, BreakMode mode);

/// What rounding may add to a sum of widths: far below what can be seen.
inline constexpr double width_tolerance = 1e-3;

}  // namespace sayso::text
