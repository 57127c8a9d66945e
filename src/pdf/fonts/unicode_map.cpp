#include "pdf/fonts/unicode_map.h"

#include <algorithm>

#include "pdf/objects/unicode.h"

namespace sayso::pdf {
namespace {

/// ISO 14289-1, 7.21.7: a map never leads to U+0000, U+FEFF or U+FFFE.
bool may_be_mapped(char32_t c) {
    return c != 0 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF && c != '\n';
}

std::u32string mappable(std::string_view utf8) {
    std::u32string text = to_utf32(utf8);
    std::erase_if(text, [](char32_t c) { return !may_be_mapped(c); });
    if (text.empty()) text.push_back(nothing_visible);
    return text;
}

/// True when each glyph could draw the character at its place: a glyph that no character has alone (a joined
/// or alternate form) could draw any.
bool one_to_one(const Cluster& cluster, std::u32string_view visual, const CharacterMap& characters) {
    if (visual.size() != cluster.glyphs.size()) return false;
    for (std::size_t i = 0; i < visual.size(); ++i) {
        const std::uint16_t glyph = cluster.glyphs[i].id;
        if (characters.character(glyph) != 0 && characters.glyph(visual[i]) != glyph) return false;
    }
    return true;
}

std::size_t base_glyph(const Cluster& cluster, char32_t first, const CharacterMap& characters) {
    const std::uint16_t wanted = characters.glyph(first);
    for (std::size_t i = 0; i < cluster.glyphs.size(); ++i)
        if (cluster.glyphs[i].id == wanted) return i;
    return 0;
}

}  // namespace

bool UnicodeMap::accepts(std::uint16_t glyph, std::u32string_view text) const {
    if (glyph >= single_.size() || single_[glyph] == unset) return true;
    if (single_[glyph] == several) return several_.at(glyph) == text;
    return text.size() == 1 && text.front() == single_[glyph];
}

void UnicodeMap::set(std::uint16_t glyph, std::u32string_view text) {
    if (glyph >= single_.size()) single_.resize(std::size_t{glyph} + 1, unset);
    if (text.size() == 1) {
        single_[glyph] = text.front();
        return;
    }
    single_[glyph] = several;
    several_.insert_or_assign(glyph, std::u32string(text));
}

std::u32string UnicodeMap::text(std::uint16_t glyph) const {
    if (glyph >= single_.size() || single_[glyph] == unset) return {};
    if (single_[glyph] == several) return several_.at(glyph);
    return std::u32string(1, single_[glyph]);
}

ClusterText share_out(const Cluster& cluster, bool rtl, const CharacterMap& characters) {
    std::u32string visual = mappable(cluster.text);
    const char32_t first = visual.front();
    if (rtl) std::ranges::reverse(visual);

    ClusterText result;
    if (cluster.glyphs.size() == 1) {
        // A no-break space and a space are one glyph in most fonts; a search for either should find both.
        if (visual.size() == 1 && visual.front() == 0xA0 &&
            characters.character(cluster.glyphs.front().id) == U' ')
            visual.front() = U' ';
        result.of_glyph = {visual};
    } else if (one_to_one(cluster, visual, characters)) {
        for (const char32_t c : visual) result.of_glyph.emplace_back(1, c);
    } else {
        result.of_glyph.assign(cluster.glyphs.size(), std::u32string(1, nothing_visible));
        result.of_glyph[base_glyph(cluster, first, characters)] = visual;
        result.in_order = false;
    }
    if (std::ranges::any_of(visual, is_private_use)) result.in_order = false;
    return result;
}

}  // namespace sayso::pdf
