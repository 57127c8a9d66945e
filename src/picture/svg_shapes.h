// The outlines of SVG's basic shapes. SVG 1.1, chapter 9.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "frame/frame.h"

namespace sayso::picture {

bool is_shape(std::string_view element);

struct ShapeOutline {
    frame::Path path;   // one user unit is one point; empty when the shape has no extent
    std::string fault;  // words that follow "the picture …", or empty
};

/// The outline of a path, rect, circle, ellipse, line, polyline or polygon.
ShapeOutline outline_of(const pugi::xml_node& element, std::size_t most_steps);

}  // namespace sayso::picture
