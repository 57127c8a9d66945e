// A polyline with rounded bends.
#pragma once

#include "diagram/plan.h"

namespace sayso::diagram {

frame::Path thread_path(const Thread& thread);

}  // namespace sayso::diagram
