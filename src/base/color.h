// Opaque sRGB colours and the WCAG 2.2 contrast measure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Color&) const = default;
};

inline constexpr Color white{255, 255, 255};
inline constexpr Color black{0, 0, 0};

/// Reads "#RRGGBB" or "#RGB"; nothing else is a colour.
std::optional<Color> parse_color(std::string_view text);
/// "#RRGGBB", upper case.
std::string to_hex(Color color);

/// WCAG 2.2 contrast ratio, 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
double contrast_ratio(Color a, Color b);
/// The colour nearest to `color` (same hue, darker or lighter) whose contrast with `ground` is at least
/// `ratio`.
Color nearest_with_contrast(Color color, Color ground, double ratio);
/// `amount` 0 gives `from`, 1 gives `to`.
Color mix(Color from, Color to, double amount);

}  // namespace sayso
