#include "text/outlines.h"

namespace sayso::text {

const frame::Path& GlyphOutlines::glyph(FontId font, std::uint16_t glyph) {
    const auto [at, added] = outlines_.try_emplace({font, glyph});
    if (added) at->second = fonts_.outline(font, glyph);
    return at->second;
}

}  // namespace sayso::text
