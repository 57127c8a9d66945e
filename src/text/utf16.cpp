#include "text/utf16.h"

#include "base/utf8.h"

namespace sayso::text {

void Utf16Text::append(char32_t character, std::uint32_t at) {
    to_utf8.push_back(at);
    if (character < 0x10000) {
        units += static_cast<char16_t>(character);
        return;
    }
    units += static_cast<char16_t>(0xD7C0 + (character >> 10));
    units += static_cast<char16_t>(0xDC00 + (character & 0x3FF));
    to_utf8.push_back(at);
}

Utf16Text to_utf16(std::string_view text) {
    Utf16Text out;
    out.units.reserve(text.size());
    out.to_utf8.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t c = next_code_point(text, at);
        out.append(c, begin);
    }
    out.to_utf8.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

}  // namespace sayso::text
