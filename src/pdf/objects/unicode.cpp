#include "pdf/objects/unicode.h"

#include <array>

#include "base/utf8.h"

namespace sayso::pdf {

std::u32string to_utf32(std::string_view utf8) {
    std::u32string points;
    points.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) points += next_code_point(utf8, at);
    return points;
}

void append_hex16(std::string& out, unsigned value) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const std::array hex{digits[(value >> 12) & 0xF], digits[(value >> 8) & 0xF], digits[(value >> 4) & 0xF],
                         digits[value & 0xF]};
    out.append(hex.data(), hex.size());
}

void append_utf16_hex(std::string& out, char32_t code_point) {
    if (code_point < 0x10000) {
        append_hex16(out, code_point);
        return;
    }
    const char32_t rest = code_point - 0x10000;
    append_hex16(out, 0xD800 + (rest >> 10));
    append_hex16(out, 0xDC00 + (rest & 0x3FF));
}

}  // namespace sayso::pdf
