// Opaque colours as SVG writes them.
#pragma once

#include <optional>
#include <string_view>

#include "base/color.h"

namespace sayso::picture {

/// "#RGB", "#RRGGBB", "rgb(…)" or a name of CSS; nullopt for anything else.
std::optional<Color> parse_svg_color(std::string_view text);

}  // namespace sayso::picture
