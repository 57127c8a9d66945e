// UTF-8 in, code points and UTF-16BE out. Ill-formed bytes become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace sayso::pdf {

std::u32string to_utf32(std::string_view utf8);
/// Appends four (or eight) upper-case hexadecimal digits.
void append_utf16_hex(std::string& out, char32_t code_point);
void append_hex16(std::string& out, unsigned value);

}  // namespace sayso::pdf
