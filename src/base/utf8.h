// UTF-8 taken apart and put together. Ill-formed bytes become U+FFFD, so nothing here can fail.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sayso {

/// U+FEFF, with which some editors begin a file; no part of its text.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What stands at one place of a text: a code point, or the longest beginning of one (at least a byte).
struct Utf8Sequence {
    std::size_t length = 0;  // in bytes
    bool sound = false;
};

/// `at` must be less than the size. RFC 3629, section 4: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
Utf8Sequence utf8_sequence(std::string_view text, std::size_t at);
/// The code point at `at`, which is moved behind it and must be less than the size. U+FFFD for each maximal
/// part of an ill-formed sequence (Unicode 15, section 3.9, "U+FFFD Substitution of Maximal Subparts").
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);

}  // namespace sayso
