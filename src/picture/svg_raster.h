// SVG that a frame cannot hold, as pixels: by librsvg.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "picture/picture.h"
#include "picture/subject.h"

namespace sayso::picture {

/// 600 pixels an inch of its place, with what is behind it showing through. Nothing (with an error) for what
/// would take too long or holds pictures of its own. Nothing outside the file is read.
std::optional<Picture> raster_svg(std::string_view bytes, const pugi::xml_node& svg, const Wanted& wanted,
                                  const Subject& subject);

}  // namespace sayso::picture
