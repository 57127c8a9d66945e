// Draws frames as PNG (by Cairo) and SVG (by a writer of our own, since Cairo's SVG surface can only outline
// text). Stage: emit. Deterministic; safe on several threads at once.
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

struct SvgOptions {
    std::string title{}, description{}, lang{};  // <title>, <desc>, xml:lang
    bool outline_text = false;  // glyphs as paths, else real <text> with the fonts embedded as data URLs
};
/// A stand-alone SVG file.
std::string svg(const frame::Frame& page, const text::FontLibrary& fonts, const SvgOptions& options);

}  // namespace sayso::cairo
