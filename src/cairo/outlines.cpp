#include "cairo/outlines.h"

namespace sayso::cairo {

const frame::Path& GlyphOutlines::glyph(FontId font, std::uint16_t glyph) {
    const auto [at, added] = outlines_.try_emplace({font, glyph});
    if (added) at->second = fonts_.outline(font, glyph);
    return at->second;
}

}  // namespace sayso::cairo
