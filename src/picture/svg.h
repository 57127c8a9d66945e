// SVG of plain shapes to a frame.
#pragma once

#include <optional>
#include <string_view>

#include "picture/picture.h"
#include "picture/subject.h"

namespace sayso::picture {

/// A frame of the SVG's own size at 96 pixels an inch; nothing (with errors) for anything that could only be
/// drawn wrongly.
std::optional<Picture> decode_svg(std::string_view bytes, const Wanted& wanted, const Subject& subject);

}  // namespace sayso::picture
