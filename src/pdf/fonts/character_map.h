// A font's character map read both ways: which glyph draws a character, and which character a glyph draws
// alone. Read from the font's own cmap table, because a ToUnicode map is about glyphs and HarfBuzz is seen in
// src/text only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sayso::pdf {

class CharacterMap {
  public:
    /// `font` is a whole TrueType or OpenType file. A table that is broken or of an unknown format gives an
    /// empty map.
    static CharacterMap read(std::string_view font);

    /// 0 when no glyph draws it.
    std::uint16_t glyph(char32_t character) const;
    /// The lowest character that the glyph draws alone; 0 when there is none. Arabic presentation forms do
    /// not count: they are shapes of letters, and text is made of letters.
    char32_t character(std::uint16_t glyph) const;
    std::size_t glyphs() const { return character_of_.size(); }

  private:
    struct Pair {
        char32_t character;
        std::uint16_t glyph;
    };
    std::vector<Pair> pairs_;             // by character
    std::vector<char32_t> character_of_;  // by glyph
};

}  // namespace sayso::pdf
