// Big-endian numbers at an offset, as font files hold them; 0 beyond the end, so a cut-off file cannot be
// overrun.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sayso::pdf {

inline std::uint32_t read_u16(std::string_view bytes, std::size_t at) {
    if (at > bytes.size() || bytes.size() - at < 2) return 0;
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<std::uint8_t>(bytes[i])}; };
    return byte(at) << 8 | byte(at + 1);
}

inline std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
    return read_u16(bytes, at) << 16 | read_u16(bytes, at + 2);
}

/// A table of an OpenType font by its four-letter tag; empty when it is missing or leaves the file.
inline std::string_view font_table(std::string_view font, std::string_view tag) {
    const std::size_t count = read_u16(font, 4);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t record = 12 + 16 * i;
        if (record + 16 > font.size()) return {};
        if (font.substr(record, 4) != tag) continue;
        const std::size_t start = read_u32(font, record + 8), length = read_u32(font, record + 12);
        if (start > font.size() || length > font.size() - start) return {};
        return font.substr(start, length);
    }
    return {};
}

}  // namespace sayso::pdf
