#include "pdf/fonts/character_map.h"

#include <algorithm>

namespace sayso::pdf {
namespace {

bool is_presentation_form(char32_t c) {
    return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
}

}  // namespace

CharacterMap::CharacterMap(const text::FontLibrary& fonts, FontId font)
    : pairs_(fonts.characters(font)), character_of_(fonts.glyph_count(font), 0) {
    for (const text::CharacterGlyph& pair : pairs_) {
        char32_t& character = character_of_[pair.glyph];
        if (character == 0 && !is_presentation_form(pair.character)) character = pair.character;
    }
}

std::uint16_t CharacterMap::glyph(char32_t character) const {
    const auto found = std::ranges::lower_bound(pairs_, character, {}, &text::CharacterGlyph::character);
    return found != pairs_.end() && found->character == character ? found->glyph : std::uint16_t{0};
}

char32_t CharacterMap::character(std::uint16_t glyph) const {
    return glyph < character_of_.size() ? character_of_[glyph] : 0;
}

}  // namespace sayso::pdf
