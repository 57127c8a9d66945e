// Colours as the eye parts them: Oklab, where equal distances look equally far.
// https://www.w3.org/TR/css-color-4/#ok-lab
#pragma once

#include <optional>
#include <span>

#include "base/color.h"

namespace sayso {

struct Oklab {
    double lightness = 0, a = 0, b = 0;  // 0 to 1; about -0.4 to 0.4
};

Oklab to_oklab(Color color);
double distance(const Oklab& one, const Oklab& other);

/// A colour that another is used with, and the contrast that they need (WCAG 2.2).
struct ContrastNeed {
    Color against;
    double ratio = 4.5;
};
bool has_contrasts(Color color, std::span<const ContrastNeed> needs);

/// The colour of the same hue that looks most like `color` and has every contrast; nothing when none has.
std::optional<Color> nearest_with_contrasts(Color color, std::span<const ContrastNeed> needs);

}  // namespace sayso
