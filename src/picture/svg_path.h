// SVG path data. SVG 1.1, 8.3.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "frame/frame.h"

namespace sayso::picture {

struct PathData {
    frame::Path path;                  // one user unit is one point; quadratics and arcs are cubics
    std::optional<std::size_t> fault;  // where the data stops making sense
};

/// `most_steps` bounds the path; data that goes on beyond it has its fault there.
PathData parse_path(std::string_view data, std::size_t most_steps);

}  // namespace sayso::picture
