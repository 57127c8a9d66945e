// UTF-8 in, code points and UTF-16BE out. Broken bytes become U+FFFD, so nothing here can fail.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sayso::pdf {

/// The code point at `at`, which is moved past it. `at` must be less than the size.
char32_t next_code_point(std::string_view utf8, std::size_t& at);
std::u32string to_utf32(std::string_view utf8);
void append_utf8(std::string& out, char32_t code_point);
/// Appends four (or eight) upper-case hexadecimal digits.
void append_utf16_hex(std::string& out, char32_t code_point);
void append_hex16(std::string& out, unsigned value);

}  // namespace sayso::pdf
