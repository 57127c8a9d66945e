// Lays a flow out at its natural spacing and, where that saves a page or an overflow, a little tighter.
// Inside src/layout only.
#pragma once

#include <optional>
#include <vector>

#include "doc/pages.h"
#include "layout/paginate.h"

namespace sayso::layout {

/// The main flow divided into pages.
struct Division {
    std::vector<Flow> flows;  // one for each width of column
    std::vector<Slot> slots;
    std::vector<Slice> slices;
    double scale = 1;
};

/// Where the main flow goes: the region "main" of each master that has one.
struct MainColumn {
    std::size_t master = 0;
    Rect box;
};
std::vector<MainColumn> main_columns(const std::vector<doc::PageMaster>& masters);

/// Divides `blocks` between `columns`. Vertical space is tightened in small steps, down to `tightest`, when
/// the last page would be nearly empty or there are more than `most` pages; it is left alone when no step
/// helps.
Division divide(Typesetter& typesetter, const std::vector<NodeId>& blocks,
                const std::vector<MainColumn>& columns, double tightest, std::size_t most);

/// A flow for a region of fixed height, tightened when that makes it fit.
struct RegionFlow {
    Flow flow;
    Length height;
};
RegionFlow fill_region(Typesetter& typesetter, const std::vector<NodeId>& blocks, const Rect& box,
                       double tightest);

}  // namespace sayso::layout
