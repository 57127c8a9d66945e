// Outlines of glyphs without hinting. PNG fills them and SVG may write them, so that glyphs stand exactly
// where shaping put them: Cairo 1.16 would round every glyph to a whole pixel.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "frame/frame.h"
#include "text/fonts.h"

namespace sayso::text {

/// Keeps the outlines it has read, for one page. Not shared between threads.
class GlyphOutlines {
  public:
    explicit GlyphOutlines(const FontLibrary& fonts) : fonts_(fonts) {}

    /// The outline with one em as one point, the origin on the baseline, y down. Empty for a glyph without
    /// ink.
    const frame::Path& glyph(FontId font, std::uint16_t glyph);

  private:
    const FontLibrary& fonts_;
    std::map<std::pair<FontId, std::uint16_t>, frame::Path> outlines_;
};

/// Calls `place(glyph, transform)` for each glyph of a run; the transform takes the glyph's outline to the
/// frame.
template <class Place>
void for_each_glyph(const frame::TextRun& run, Place place) {
    const double em = run.size.pt();
    Length pen = run.origin.x;
    for (const frame::Glyph& glyph : run.glyphs) {
        const Length x = pen + run.size * (static_cast<double>(glyph.x_offset) / 1000);
        const Length y = run.origin.y - run.size * (static_cast<double>(glyph.y_offset) / 1000);
        place(glyph, Transform{em, 0, 0, em, x, y});
        pen += run.size * (static_cast<double>(glyph.advance) / 1000);
    }
}

}  // namespace sayso::text
