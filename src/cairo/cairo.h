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

}  // namespace sayso::cairo
