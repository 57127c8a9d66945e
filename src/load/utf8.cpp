#include "load/utf8.h"

#include "base/utf8.h"

namespace sayso::load {
namespace {

bool is_forbidden_control(unsigned char byte) {
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

}  // namespace

std::optional<std::size_t> first_bad_byte(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [length, sound] = utf8_sequence(text, at);
        if (!sound || is_forbidden_control(static_cast<unsigned char>(text[at]))) return at;
        at += length;
    }
    return std::nullopt;
}

}  // namespace sayso::load
