// The size of an SVG and how its user space lies in it. SVG 1.1, 7.7 and 7.8.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>

#include "base/geometry.h"

namespace sayso::picture {

struct Viewport {
    Size size;            // points
    Transform to_points;  // from user units
};

/// `fault` receives the words that follow "the picture …" when there is no viewport.
std::optional<Viewport> viewport_of(const pugi::xml_node& svg, std::string& fault);

}  // namespace sayso::picture
