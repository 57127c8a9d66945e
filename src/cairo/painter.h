// Paints the items of a frame on a Cairo context, back to front.
#pragma once

#include <cairo.h>

#include "diag/diagnostic.h"
#include "frame/frame.h"
#include "text/outlines.h"

namespace sayso::cairo {

/// The context's unit must be one point. Faults of pictures are added to `diagnostics`.
void paint(cairo_t* context, const frame::Frame& page, text::GlyphOutlines& outlines,
           Diagnostics& diagnostics);

}  // namespace sayso::cairo
