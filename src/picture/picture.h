// Pictures from outside: PNG, JPEG, and SVG of plain paths. Corrupt or oversized files are errors, never
// crashes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "diag/diagnostic.h"
#include "frame/frame.h"

namespace sayso::picture {

/// Raster (Image) or vector (Frame, sized as the SVG says, in points at 96 px an inch).
using Picture = std::variant<std::shared_ptr<const frame::Image>, std::shared_ptr<const frame::Frame>>;

/// Decides by the bytes, not by the name. `name` and `place` are for messages. Limits stand in env/limits.h.
/// PNG is decoded to gray8, rgb8 or rgba8 (16 bits become 8; palettes and tRNS are expanded; alpha that hides
/// nothing is dropped), and made smaller while it is decoded if no page could show all of it. A JPEG is
/// checked to its end and the file passed through; CMYK is refused with a hint, and a photo whose Exif says
/// that it lies on its side becomes a Frame that turns it. SVG: svg, g, path, rect, circle, ellipse, line,
/// polyline, polygon, transforms, fill, stroke, stroke-width, caps, dashes, style attributes; "currentColor"
/// is `ink`. Anything else in an SVG that would draw is an error naming the element or property.
std::optional<Picture> decode(std::string_view bytes, const std::string& name, Span place, Color ink,
                              Diagnostics& diagnostics);

/// Natural size; rasters count 96 pixels an inch.
Size natural_size(const Picture& picture);

}  // namespace sayso::picture
