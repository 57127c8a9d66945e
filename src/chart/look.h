// How lines and dots are told apart without colour: dashes and shapes.
#pragma once

#include <vector>

#include "frame/frame.h"

namespace sayso::chart {

enum class Dot : std::uint8_t { circle, square, diamond, triangle };
frame::Path dot(Dot shape, Point centre, Length radius);

/// Of line `index`; the first is solid.
std::vector<Length> dashes(std::size_t index, Length width);
inline Dot dot_of(std::size_t index) {
    return static_cast<Dot>(index % 4);
}

frame::Path polyline(const std::vector<Point>& points);

}  // namespace sayso::chart
