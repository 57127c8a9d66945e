// Paints the items of a frame on a Cairo context, back to front.
#pragma once

#include <optional>

#include <cairo.h>

#include "diag/diagnostic.h"
#include "frame/frame.h"
#include "text/outlines.h"

namespace sayso::cairo {

/// How much of a page is drawn.
struct Detail {
    Length smallest_type;              // smaller type is a bar of its length in a lighter shade of its colour
    std::optional<double> resolution;  // pixels a point: photographs are read no finer; none: whole
};

/// The context's unit must be one point. Faults of pictures are added to `diagnostics`.
void paint(cairo_t* context, const frame::Frame& page, text::GlyphOutlines& outlines, const Detail& detail,
           Diagnostics& diagnostics);

}  // namespace sayso::cairo
