#include "base/direction.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace sayso {
namespace {

// Blocks with letters of class R, AL or AN, and the explicit marks, embeddings and isolates (UAX #9, 2).
constexpr bool is_bidi_character(char32_t c) {
    return (c >= 0x590 && c < 0x900) || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00) ||
           (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000);
}

}  // namespace

bool is_rtl_language(std::string_view lang) {
    constexpr std::array<std::string_view, 10> languages{"ar", "arc", "ckb", "dv", "fa",
                                                         "he", "ps",  "sd",  "ug", "ur"};
    const std::string_view primary = lang.substr(0, lang.find('-'));
    if (lang.find("-Arab") != std::string_view::npos || lang.find("-Hebr") != std::string_view::npos)
        return true;
    return std::ranges::find(languages, primary) != languages.end();
}

bool may_hold_rtl(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // Below U+0580 nothing runs from right to left, and no lead byte there is above 0xD5.
        if (static_cast<unsigned char>(text[at]) <= 0xD5) {
            ++at;
            continue;
        }
        if (is_bidi_character(next_code_point(text, at))) return true;
    }
    return false;
}

}  // namespace sayso
