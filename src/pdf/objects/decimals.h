// How finely numbers are written. Private to src/pdf.
#pragma once

namespace sayso::pdf {

/// Of a coordinate in points: a hundredth of a point is 3.5 µm, finer than any printer.
inline constexpr int coordinate_decimals = 2;
/// Of a colour component or of a line width.
inline constexpr int fine_decimals = 3;
/// Of the linear part of a matrix, which multiplies coordinates of up to a few thousand points.
inline constexpr int matrix_decimals = 6;

}  // namespace sayso::pdf
