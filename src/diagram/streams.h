// The streams: soft bands from the means into the hinge and from the hinge to the ends.
#pragma once

#include "diagram/plan.h"
#include "diagram/scale.h"

namespace sayso::diagram {

/// From each of `sources` into `hinge`, and from `hinge` to each of `targets`; every band as broad as its
/// card is long.
void place_streams(const std::vector<Rect>& sources, const Rect& hinge, const std::vector<Rect>& targets,
                   bool down, const Scale& scale, Plan& plan);

frame::Path stream_outline(const Stream& stream);
frame::Path chevron_outline(const Chevron& chevron);

}  // namespace sayso::diagram
