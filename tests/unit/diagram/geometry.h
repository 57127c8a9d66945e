// What must hold of every placed picture, as a list of the faults found.
#pragma once

#include <string>
#include <vector>

#include "diagram/plan.h"

namespace sayso::test {

/// Empty when nothing overlaps, nothing is clipped, no arrow crosses a text, and no type is under `smallest`.
std::vector<std::string> faults(const diagram::Plan& plan, const diagram::Measures& measures,
                                Length smallest);

}  // namespace sayso::test
