#include "load/utf8.h"

#include <cstdint>

namespace sayso::load {
namespace {

struct Lead {
    std::size_t length = 0;                 // of the whole sequence; 0: no sequence begins so
    unsigned char low = 0x80, high = 0xBF;  // what the second byte may be
};

// RFC 3629, section 4: the ranges of the second byte keep out overlong forms and surrogates.
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

bool is_forbidden_control(unsigned char byte) {
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

bool is_between(unsigned char byte, unsigned char low, unsigned char high) {
    return low <= byte && byte <= high;
}

}  // namespace

std::optional<std::size_t> first_bad_byte(std::string_view text) {
    const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t at = 0; at < text.size();) {
        const Lead lead = lead_of(byte_at(at));
        if (lead.length == 0 || lead.length > text.size() - at) return at;
        if (lead.length == 1 && is_forbidden_control(byte_at(at))) return at;
        if (lead.length > 1 && !is_between(byte_at(at + 1), lead.low, lead.high)) return at;
        for (std::size_t i = 2; i < lead.length; ++i) {
            if (!is_between(byte_at(at + i), 0x80, 0xBF)) return at;
        }
        at += lead.length;
    }
    return std::nullopt;
}

}  // namespace sayso::load
