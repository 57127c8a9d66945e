// Chooses where pages end. All divisions of the flow are weighed together (shortest path), so that a page
// never takes a line that leaves the next one worse off. Inside src/layout only.
#pragma once

#include <vector>

#include "layout/flow.h"

namespace sayso::layout {

/// A column that the main flow fills, one a page in order; the last repeats. Pages whose columns differ in
/// width have flows of their own, set to that width.
struct Slot {
    Length capacity;
    std::size_t flow = 0;
};

/// What one page holds: pieces [first, last) of a flow.
struct Slice {
    std::size_t slot = 0;
    std::size_t first = 0, last = 0;
    Length used;
};

/// `flows` are the same blocks set to different widths. A paragraph is only split between columns of one
/// width.
std::vector<Slice> paginate(const std::vector<Flow>& flows, const std::vector<Slot>& slots);

}  // namespace sayso::layout
