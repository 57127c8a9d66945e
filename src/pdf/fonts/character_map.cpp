#include "pdf/fonts/character_map.h"

#include <algorithm>

#include "pdf/objects/big_endian.h"

namespace sayso::pdf {
namespace {

constexpr std::size_t most_pairs = 0x20000;  // a broken table may claim every code point many times over

bool is_presentation_form(char32_t c) {
    return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
}

/// The subtable for Unicode: the full repertoire (format 12) rather than the basic plane (format 4).
std::string_view unicode_subtable(std::string_view cmap) {
    std::string_view best;
    unsigned best_format = 0;
    const std::size_t count = read_u16(cmap, 2);
    for (std::size_t i = 0; i < count && 4 + 8 * i < cmap.size(); ++i) {
        const std::size_t record = 4 + 8 * i, start = read_u32(cmap, record + 4);
        const unsigned platform = read_u16(cmap, record), encoding = read_u16(cmap, record + 2);
        const bool unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
        if (!unicode || start >= cmap.size()) continue;
        const unsigned format = read_u16(cmap, start);
        if ((format != 4 && format != 12) || format <= best_format) continue;
        best = cmap.substr(start);
        best_format = format;
    }
    return best;
}

/// OpenType, "Format 4: Segment mapping to delta values".
template <class Emit>
void read_format_4(std::string_view table, Emit emit) {
    const std::size_t segments = read_u16(table, 6) / 2;
    const std::size_t ends = 14, starts = ends + 2 * segments + 2;
    const std::size_t deltas = starts + 2 * segments, offsets = deltas + 2 * segments;
    for (std::size_t i = 0; i < segments; ++i) {
        const std::uint32_t first = read_u16(table, starts + 2 * i), last = read_u16(table, ends + 2 * i);
        const std::uint32_t delta = read_u16(table, deltas + 2 * i),
                            offset = read_u16(table, offsets + 2 * i);
        for (std::uint32_t c = first; c <= last && c != 0xFFFF; ++c) {
            std::uint32_t glyph = c;
            if (offset != 0) glyph = read_u16(table, offsets + 2 * i + offset + 2 * std::size_t{c - first});
            if (offset == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFF;
            if (!emit(c, glyph)) return;
        }
    }
}

/// OpenType, "Format 12: Segmented coverage".
template <class Emit>
void read_format_12(std::string_view table, Emit emit) {
    const std::size_t groups = std::min<std::size_t>(read_u32(table, 12), table.size() / 12);
    for (std::size_t i = 0; i < groups; ++i) {
        const std::size_t group = 16 + 12 * i;
        const std::uint32_t first = read_u32(table, group), glyph = read_u32(table, group + 8);
        const std::uint32_t last = std::min<std::uint32_t>(read_u32(table, group + 4), 0x10FFFF);
        for (std::uint32_t c = first; c <= last; ++c)
            if (!emit(c, glyph + (c - first))) return;
    }
}

}  // namespace

CharacterMap CharacterMap::read(std::string_view font) {
    CharacterMap map;
    const std::size_t glyph_count = read_u16(font_table(font, "maxp"), 4);
    map.character_of_.assign(glyph_count, 0);
    const auto add = [&](std::uint32_t character, std::uint32_t glyph) {
        if (glyph == 0 || glyph >= glyph_count) return true;
        map.pairs_.push_back({character, static_cast<std::uint16_t>(glyph)});
        return map.pairs_.size() < most_pairs;
    };
    const std::string_view table = unicode_subtable(font_table(font, "cmap"));
    if (read_u16(table, 0) == 4) read_format_4(table, add);
    if (read_u16(table, 0) == 12) read_format_12(table, add);
    std::ranges::sort(map.pairs_, {}, &Pair::character);
    for (const Pair& pair : map.pairs_) {
        char32_t& character = map.character_of_[pair.glyph];
        if (character == 0 && !is_presentation_form(pair.character)) character = pair.character;
    }
    return map;
}

std::uint16_t CharacterMap::glyph(char32_t character) const {
    const auto found = std::ranges::lower_bound(pairs_, character, {}, &Pair::character);
    return found != pairs_.end() && found->character == character ? found->glyph : std::uint16_t{0};
}

char32_t CharacterMap::character(std::uint16_t glyph) const {
    return glyph < character_of_.size() ? character_of_[glyph] : 0;
}

}  // namespace sayso::pdf
