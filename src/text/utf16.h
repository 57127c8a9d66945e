// The UTF-16 that ICU's bidi and break rules work on, with the way back to UTF-8. Private to src/text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::text {

struct Utf16Text {
    std::u16string units;
    std::vector<std::uint32_t> to_utf8;  // byte offset for each unit, and one more for the end

    std::int32_t size() const { return static_cast<std::int32_t>(units.size()); }
    std::uint32_t byte_at(std::int32_t unit) const { return to_utf8[static_cast<std::size_t>(unit)]; }
    /// Appends a character that stands at byte `at`; the end is not yet there.
    void append(char32_t character, std::uint32_t at);
};

/// `text` is valid UTF-8.
Utf16Text to_utf16(std::string_view text);

}  // namespace sayso::text
