// A font's character map read both ways: which glyph draws a character, and which character a glyph draws
// alone.
#pragma once

#include <cstdint>
#include <vector>

#include "text/fonts.h"

namespace sayso::pdf {

class CharacterMap {
  public:
    CharacterMap() = default;
    /// Empty for a faulty font.
    CharacterMap(const text::FontLibrary& fonts, FontId font);

    /// 0 when no glyph draws it.
    std::uint16_t glyph(char32_t character) const;
    /// The lowest character that the glyph draws alone; 0 when there is none. Arabic presentation forms do
    /// not count: they are shapes of letters, and text is made of letters.
    char32_t character(std::uint16_t glyph) const;
    std::size_t glyphs() const { return character_of_.size(); }

  private:
    std::vector<text::CharacterGlyph> pairs_;  // by character
    std::vector<char32_t> character_of_;       // by glyph
};

}  // namespace sayso::pdf
