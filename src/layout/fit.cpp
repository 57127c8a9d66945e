#include "layout/fit.h"

#include <algorithm>

#include "layout/flow_builder.h"
#include "layout/stack.h"

namespace sayso::layout {
namespace {

constexpr int tightening_steps = 6;
constexpr double nearly_empty = 0.2;

Flow flow_of(Typesetter& typesetter, const std::vector<NodeId>& blocks, Length width, Length capacity,
             double scale) {
    FlowBuilder builder(typesetter, scale, capacity);
    builder.add_all(blocks, {{}, width});
    return builder.take();
}

Division divide_at(Typesetter& typesetter, const std::vector<NodeId>& blocks,
                   const std::vector<MainColumn>& columns, double scale) {
    Division division;
    division.scale = scale;
    std::vector<Length> widths;
    for (const MainColumn& column : columns) {
        const auto same = std::find(widths.begin(), widths.end(), column.box.width);
        division.slots.push_back({column.box.height, static_cast<std::size_t>(same - widths.begin())});
        if (same == widths.end()) widths.push_back(column.box.width);
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
        // What is kept whole must fit the pages that repeat: a first page without a header may be taller.
        Length capacity;
        for (const Slot& slot : division.slots)
            if (slot.flow == i) capacity = slot.capacity;
        division.flows.push_back(flow_of(typesetter, blocks, widths[i], capacity, scale));
    }
    division.slices = paginate(division.flows, division.slots);
    return division;
}

/// True when little of the last page would be left if the free space of the pages before it could be used.
bool ends_nearly_empty(const Division& division) {
    if (division.slices.size() < 2) return false;
    const auto slot_of = [&](std::size_t slice) { return division.slots[division.slices[slice].slot]; };
    const auto is_forced = [&](std::size_t slice) {
        return division.flows[slot_of(slice).flow].pieces[division.slices[slice].first].forced;
    };
    const std::size_t last = division.slices.size() - 1;
    std::size_t first = last;
    // What stands before a page break cannot give room to what stands after it.
    while (first > 0 && !is_forced(first)) --first;
    if (first == last) return false;
    Length excess = division.slices[last].used;
    for (std::size_t i = first; i < last; ++i) excess -= slot_of(i).capacity - division.slices[i].used;
    return excess < slot_of(last).capacity * nearly_empty;
}

/// Vertical space at step 1 to tightening_steps; the last is `tightest` itself.
double scale_at(int step, double tightest) {
    return 1 - (1 - tightest) * step / tightening_steps;
}

}  // namespace

std::vector<MainColumn> main_columns(const std::vector<doc::PageMaster>& masters) {
    std::vector<MainColumn> columns;
    for (std::size_t i = 0; i < masters.size(); ++i) {
        const auto& regions = masters[i].regions;
        const auto main = std::find_if(regions.begin(), regions.end(),
                                       [](const doc::Region& region) { return region.name == "main"; });
        if (main != regions.end()) columns.push_back({i, main->box});
    }
    return columns;
}

Division divide(Typesetter& typesetter, const std::vector<NodeId>& blocks,
                const std::vector<MainColumn>& columns, double tightest, std::size_t most) {
    Division natural = divide_at(typesetter, blocks, columns, 1);
    const bool too_many = natural.slices.size() > most;
    if (!too_many && !ends_nearly_empty(natural)) return natural;
    for (int step = 1; step <= tightening_steps && tightest < 1; ++step) {
        Division tighter = divide_at(typesetter, blocks, columns, scale_at(step, tightest));
        const bool enough =
            too_many ? tighter.slices.size() <= most : tighter.slices.size() < natural.slices.size();
        if (enough) return tighter;
    }
    return natural;
}

RegionFlow fill_region(Typesetter& typesetter, const std::vector<NodeId>& blocks, const Rect& box,
                       double tightest) {
    std::optional<RegionFlow> natural;
    for (int step = 0; step <= tightening_steps; ++step) {
        RegionFlow filled{flow_of(typesetter, blocks, box.width, box.height, scale_at(step, tightest)), {}};
        filled.height = height_of(filled.flow, 0, filled.flow.pieces.size());
        if (filled.height <= box.height + rounding) return filled;
        if (!natural) natural = std::move(filled);
        if (tightest >= 1) break;
    }
    return std::move(*natural);
}

}  // namespace sayso::layout
