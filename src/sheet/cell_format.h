// What a workbook's numbers mean by the way they are shown: plain, a percentage, a day.
// Source: ECMA-376 part 1, 18.8.30 (number formats) and 18.17.4 (dates as serial numbers).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sayso::sheet {

enum class Shown : std::uint8_t { number, percent, day };

/// Of a format's number, with its code where the workbook defines one.
Shown shown_as(int format, std::string_view code);

/// The shortest digits that read back as the same number, without an exponent.
std::string digits(double number);

/// "2026-01-31" of a serial number: days since 1899-12-31, or since 1904-01-01. Empty for one that is no day.
std::string day_of_serial(double serial, bool since_1904);

/// A number as its cell shows it.
std::string text_of_number(double number, Shown shown, bool since_1904);

}  // namespace sayso::sheet
