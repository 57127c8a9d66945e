#include "base/utf8.h"

namespace sayso {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Lead {
    std::size_t length = 0;                 // of the whole sequence; 0: no sequence begins so
    unsigned char low = 0x80, high = 0xBF;  // what the second byte may be
};

// The ranges of the second byte keep out overlong forms and surrogates.
Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1};
    if (byte < 0xC2) return {0};
    if (byte < 0xE0) return {2};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0};
}

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

}  // namespace

Utf8Sequence utf8_sequence(std::string_view text, std::size_t at) {
    Lead lead = lead_of(byte_at(text, at));
    if (lead.length == 0) return {1, false};
    for (std::size_t i = 1; i < lead.length; ++i) {
        if (at + i >= text.size()) return {i, false};
        const unsigned char byte = byte_at(text, at + i);
        if (byte < lead.low || byte > lead.high) return {i, false};
        lead.low = 0x80;
        lead.high = 0xBF;
    }
    return {lead.length, true};
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const unsigned char first = byte_at(text, at);
    if (first < 0x80) {
        ++at;
        return first;
    }
    const auto [length, sound] = utf8_sequence(text, at);
    const std::size_t begin = at;
    at += length;
    if (!sound) return replacement;
    char32_t value = first & (0x7Fu >> length);
    for (std::size_t i = begin + 1; i < at; ++i) value = value << 6 | (byte_at(text, i) & 0x3Fu);
    return value;
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

}  // namespace sayso
