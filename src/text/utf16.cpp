#include "text/utf16.h"

#include "base/utf8.h"

namespace sayso::text {

Utf16Text to_utf16(std::string_view text) {
    Utf16Text out;
    out.units.reserve(text.size());
    out.to_utf8.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t c = next_code_point(text, at);
        out.to_utf8.push_back(begin);
        if (c < 0x10000) {
            out.units += static_cast<char16_t>(c);
        } else {
            out.units += static_cast<char16_t>(0xD7C0 + (c >> 10));
            out.units += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
            out.to_utf8.push_back(begin);
        }
    }
    out.to_utf8.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

}  // namespace sayso::text
