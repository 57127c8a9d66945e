// Numbers as PDF syntax: no exponent, no locale, no trailing zeros; rounded when written and never before.
#pragma once

#include <cstdint>
#include <string>

namespace sayso::pdf {

/// Decimals kept of a coordinate in points: a hundredth of a point is 3.5 µm, finer than any printer.
inline constexpr int coordinate_decimals = 2;
/// Decimals kept of a colour component or of a line width.
inline constexpr int fine_decimals = 3;
/// Decimals kept of the linear part of a matrix, which multiplies coordinates of up to a few thousand points.
inline constexpr int matrix_decimals = 6;

void append_integer(std::string& out, std::int64_t value);
/// `value` rounded to `decimals` (at most 6). What is not a finite number is written as 0, and sizes beyond
/// what a PDF reader must take (ISO 32000-1, Annex C) are clamped, so that no input can make bad syntax.
void append_number(std::string& out, double value, int decimals = coordinate_decimals);
/// `value` in units of 10^-`decimals`: a number that was rounded before, written exactly.
void append_scaled(std::string& out, std::int64_t value, int decimals);

}  // namespace sayso::pdf
