#include "base/oklab.h"

#include <algorithm>
#include <cmath>

namespace sayso {
namespace {

double to_linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// Nothing for a colour that no screen shows.
std::optional<std::uint8_t> from_linear(double value) {
    constexpr double rounding = 0.5 / 255;
    const double c = value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
    if (c < -rounding || c > 1 + rounding) return std::nullopt;
    return static_cast<std::uint8_t>(std::lround(std::clamp(c, 0.0, 1.0) * 255));
}

std::optional<Color> to_color(const Oklab& lab) {
    const auto cube = [](double x) { return x * x * x; };
    const double l = cube(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
    const double m = cube(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
    const double s = cube(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
    const auto r = from_linear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    const auto g = from_linear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    const auto b = from_linear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    if (!r || !g || !b) return std::nullopt;
    return Color{*r, *g, *b};
}

}  // namespace

Oklab to_oklab(Color color) {
    const double r = to_linear(color.r), g = to_linear(color.g), b = to_linear(color.b);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

double distance(const Oklab& one, const Oklab& other) {
    return std::hypot(one.lightness - other.lightness, one.a - other.a, one.b - other.b);
}

bool has_contrasts(Color color, std::span<const ContrastNeed> needs) {
    return std::ranges::all_of(
        needs, [&](const ContrastNeed& need) { return contrast_ratio(color, need.against) >= need.ratio; });
}

std::optional<Color> nearest_with_contrasts(Color color, std::span<const ContrastNeed> needs) {
    if (has_contrasts(color, needs)) return color;
    constexpr int shades = 500, strengths = 25;
    const Oklab given = to_oklab(color);
    std::optional<Color> nearest;
    double least = 0;
    for (int shade = 0; shade <= shades; ++shade) {
        for (int strength = 0; strength <= strengths; ++strength) {
            const double kept = static_cast<double>(strength) / strengths;
            const Oklab lab{static_cast<double>(shade) / shades, given.a * kept, given.b * kept};
            const double away = distance(lab, given);
            if (nearest && away >= least) continue;
            const std::optional<Color> candidate = to_color(lab);
            if (!candidate || !has_contrasts(*candidate, needs)) continue;
            nearest = candidate;
            least = away;
        }
    }
    return nearest;
}

}  // namespace sayso
