// The threads of a highlight: from the audience's card through the gutters into the loop, and on to the means
// that this audience can put in place.
#pragma once

#include "diagram/plan.h"
#include "diagram/scale.h"

namespace sayso::diagram {

/// Reads cards, markers and the loop from the plan; adds threads that cross no card but the two they join.
void place_threads(const Scale& scale, Plan& plan);

}  // namespace sayso::diagram
