#include "pdf/unicode.h"

#include <array>

namespace sayso::pdf {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Bytes that follow this lead byte, or -1 when it is none.
int continuation_bytes(unsigned char lead) {
    if (lead < 0x80) return 0;
    if (lead >= 0xC2 && lead < 0xE0) return 1;
    if (lead >= 0xE0 && lead < 0xF0) return 2;
    if (lead >= 0xF0 && lead < 0xF5) return 3;
    return -1;
}

}  // namespace

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(utf8[at++]);
    const int more = continuation_bytes(lead);
    if (more == 0) return lead;
    if (more < 0) return replacement;
    char32_t value = lead & (0x3Fu >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= utf8.size()) return replacement;
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if ((byte & 0xC0) != 0x80) return replacement;
        value = (value << 6) | (byte & 0x3Fu);
        ++at;
    }
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    return surrogate || value > 0x10FFFF ? replacement : value;
}

std::u32string to_utf32(std::string_view utf8) {
    std::u32string points;
    points.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) points += next_code_point(utf8, at);
    return points;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)); };
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0 | (code_point >> 6));
        tail(0);
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xE0 | (code_point >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | (code_point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
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
