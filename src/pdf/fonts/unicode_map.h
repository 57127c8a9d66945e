// What the glyphs of a face stand for, as text: the contents of one ToUnicode map. A face can need several,
// because one glyph may stand for different characters at different places of a document.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "frame/frame.h"
#include "pdf/fonts/character_map.h"
#include "pdf/fonts/clusters.h"

namespace sayso::pdf {

/// Stands in a ToUnicode map for a glyph whose characters are all given by its neighbour. A search ignores
/// it.
inline constexpr char32_t nothing_visible = 0x200B;

/// Characters that mean what their maker says. ISO 19005-2, 6.2.11.7.3: the structure must say it too.
constexpr bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

class UnicodeMap {
  public:
    explicit UnicodeMap(std::size_t glyphs) : single_(glyphs, unset) {}

    /// True when the glyph has this text, or none yet.
    bool accepts(std::uint16_t glyph, std::u32string_view text) const;
    void set(std::uint16_t glyph, std::u32string_view text);
    /// Whether the glyph stands for just this character: the test that nearly every glyph passes.
    bool is(std::uint16_t glyph, char32_t character) const {
        return glyph < single_.size() && single_[glyph] == character;
    }
    /// Empty when the glyph has no text.
    std::u32string text(std::uint16_t glyph) const;

  private:
    static constexpr char32_t unset = 0xFFFF'FFFF, several = 0xFFFF'FFFE;
    std::vector<char32_t> single_;                     // by glyph
    std::map<std::uint16_t, std::u32string> several_;  // glyphs that stand for more than one character
};

/// The text of each glyph of a cluster, in visual order.
struct ClusterText {
    std::vector<std::u32string> of_glyph;
    bool in_order = true;  // false when the glyphs' texts in their order do not make up the cluster's text
};

/// Shares a cluster's characters out among its glyphs. Where glyphs and characters answer one to one, each
/// gets its own; else the glyph that draws the first character gets them all and the others none that can be
/// seen. In a right-to-left run several characters of one glyph are reversed, because readers put such runs
/// back in order glyph by glyph (PDF viewers and text extractors agree on this for lam-alef).
ClusterText share_out(const Cluster& cluster, bool rtl, const CharacterMap& characters);

}  // namespace sayso::pdf
