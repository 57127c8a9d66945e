// How far a leaf of a frame reaches, in its frame's own coordinates (y down).
#pragma once

#include "frame/frame.h"
#include "text/fonts.h"

namespace sayso::pdf {

Rect leaf_bounds(const frame::TextRun& run, const text::FontLibrary& fonts);
Rect leaf_bounds(const frame::Shape& shape);
/// The smallest upright rectangle around the transformed corners.
Rect transformed(const Rect& box, const Transform& transform);
/// What the two share; empty (width or height 0) when they share nothing.
Rect intersection(const Rect& a, const Rect& b);

}  // namespace sayso::pdf
