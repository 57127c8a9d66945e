// How an SVG element is painted: the presentation properties that a frame can show. SVG 1.1, chapters 6
// and 11.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/palette.h"
#include "frame/frame.h"

namespace sayso::picture {

/// The value of every property for one element. Starts as its parent's, but for what is not inherited.
struct Look {
    Color color;      // what "currentColor" is
    Palette palette;  // what "var(--you)" and its like are
    std::optional<Color> fill = black;
    std::optional<Color> stroke;
    frame::FillRule fill_rule = frame::FillRule::nonzero;
    double stroke_width = 1;  // user units
    std::vector<double> dashes;
    bool round_cap = false, round_join = false;
    bool fill_shown = true, stroke_shown = true;  // false at opacity 0
    bool visible = true;
    bool displayed = true;  // false for `display: none`, with all children
};

/// Why a property cannot be used: words that follow "the picture … ", and what to do.
struct LookFault {
    std::string what, hint;
};

/// Sets one property. Properties that change nothing a frame shows are passed over; those that would be drawn
/// wrongly are faults.
std::optional<LookFault> apply_property(Look& look, std::string_view name, std::string_view value);

/// "var(--you, #B23A1E)": the palette's colour, or the one behind the comma where the palette has no such
/// slot. CSS Custom Properties 1, 3
std::optional<Color> slot_color(const Palette& palette, std::string_view value);

/// "10", "10px", "2.5mm": user units, 96 to the inch. Percentages and ems are nullopt.
std::optional<double> parse_svg_length(std::string_view text);

}  // namespace sayso::picture
