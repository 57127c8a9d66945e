// Draws frames as PNG. Stage: emit. Deterministic; safe on several threads at once.
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "frame/frame.h"
#include "text/fonts.h"

namespace sayso::cairo {

/// PNG bytes at `dpi`, on white, with its size on paper. Glyphs stand exactly where they were placed, without
/// hinting. Refused (with an error) above 20,000 pixels a side.
std::string png(const frame::Frame& page, const text::FontLibrary& fonts, double dpi,
                Diagnostics& diagnostics);

/// A small picture of a page, its longer side `thumbnail_side` pixels: words too small to read are drawn as
/// bars.
std::string thumbnail(const frame::Frame& page, const text::FontLibrary& fonts, Diagnostics& diagnostics);
inline constexpr int thumbnail_side = 220;

}  // namespace sayso::cairo
