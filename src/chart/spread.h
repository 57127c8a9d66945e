// Labels beside their values, moved apart where they would touch.
#pragma once

#include <vector>

#include "base/length.h"

namespace sayso::chart {

struct Wanted {
    Length centre, height;
};

/// The top of each label, in the order given: as near to its wanted place as can be, none overlapping, all
/// between `top` and `bottom` if their heights allow.
std::vector<Length> spread(const std::vector<Wanted>& labels, Length top, Length bottom);

}  // namespace sayso::chart
