// Lengths as Office writes them: whole numbers. A fraction makes PowerPoint offer to repair the file.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>

#include "base/length.h"

namespace sayso::ooxml {

/// English metric units: 914,400 an inch, 12,700 a point. ECMA-376-1, 20.1.10.16.
inline std::int64_t emu(Length length) {
    return std::llround(length.pt() * 12'700);
}
/// Twentieths of a point. ECMA-376-1, 17.18.81.
inline std::int64_t twips(Length length) {
    return std::llround(length.pt() * 20);
}
/// Half points, for the size of type. ECMA-376-1, 17.18.42.
inline std::int64_t half_points(Length length) {
    return std::llround(length.pt() * 2);
}

/// A number as the value of an attribute.
inline std::string val(std::int64_t value) {
    return std::to_string(value);
}

}  // namespace sayso::ooxml
