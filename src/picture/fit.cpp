#include "picture/fit.h"

#include <algorithm>
#include <cmath>

#include "env/limits.h"

namespace sayso::picture {
namespace {

constexpr double points_an_inch = 72, natural_pixels_an_inch = 96, print_pixels_an_inch = 300;

/// A picture with a few pixels more than that is left alone: drawing it anew would lose more than it saves.
constexpr double spared = 1.04;

}  // namespace

Size placed_size(Size natural, const Wanted& wanted) {
    double scale = std::min(wanted.width ? *wanted.width / natural.width : 1.0,
                            wanted.height ? *wanted.height / natural.height : 1e9);
    if (wanted.room > Length{}) scale = std::min(scale, wanted.room / natural.width);
    return {natural.width * scale, natural.height * scale};
}

Fit fit(PixelSize pixels, const Wanted& wanted) {
    const auto width = static_cast<double>(pixels.width), height = static_cast<double>(pixels.height);
    constexpr double point = points_an_inch / natural_pixels_an_inch;
    const Size size = placed_size({pt(width * point), pt(height * point)}, wanted);
    const double worth = size.width.pt() / points_an_inch * print_pixels_an_inch / width;
    if (worth * spared >= 1) return {size, kept_size(pixels, limits::picture_kept_pixels)};
    const auto shrunk = [&](double side) {
        return std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(side * worth)));
    };
    return {size, kept_size({shrunk(width), shrunk(height)}, limits::picture_kept_pixels)};
}

}  // namespace sayso::picture
