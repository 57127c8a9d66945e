// SVG of plain shapes to a frame, any other to pixels.
#pragma once

#include <optional>
#include <string_view>

#include "picture/picture.h"
#include "picture/subject.h"

namespace sayso::picture {

/// A frame of the SVG's own size at 96 pixels an inch; a raster (with a warning) where a frame could only be
/// wrong; nothing (with errors) for what is no SVG or too much.
std::optional<Picture> decode_svg(std::string_view bytes, const Wanted& wanted, const Subject& subject);

}  // namespace sayso::picture
