// Numbers as the formats want them: no exponent, no locale, no trailing zeros, never "-0"; rounded when
// written and never before.
#pragma once

#include <cstdint>
#include <string>

namespace sayso {

void append_integer(std::string& out, std::int64_t value);
/// `value` rounded to `decimals` (at most 6). What is not a finite number is written as 0, and sizes beyond
/// ten million are clamped (no PDF reader has to take more: ISO 32000-1, Annex C), so that no input can make
/// bad syntax.
void append_number(std::string& out, double value, int decimals);
/// `value` in units of 10^-`decimals`: a number that was rounded before, written exactly.
void append_scaled(std::string& out, std::int64_t value, int decimals);
/// `value` rounded to `decimals` (at most 6).
std::string number(double value, int decimals);

}  // namespace sayso
