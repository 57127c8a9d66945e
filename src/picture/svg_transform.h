// The transform attribute of SVG and transforms of paths.
#pragma once

#include <optional>
#include <string_view>

#include "frame/frame.h"

namespace sayso::picture {

/// matrix, translate, scale, rotate, skewX, skewY, one after another. SVG 1.1, 7.6. One user unit is one
/// point.
std::optional<Transform> parse_transform(std::string_view text);

/// False for a product of transforms that leaves every sensible range.
bool is_sane(const Transform& map);

frame::Path transformed(const frame::Path& path, const Transform& map);

/// How much the transform enlarges in every direction; nullopt when that differs by direction.
std::optional<double> uniform_scale(const Transform& map);

}  // namespace sayso::picture
