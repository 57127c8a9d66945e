#include "pdf/structure/landmarks.h"

#include <tuple>

namespace sayso::pdf {

std::optional<Place> Landmarks::find(NodeId node) const {
    const auto is_before = [](const Place& a, const Place& b) {
        return std::tie(a.page, a.top) < std::tie(b.page, b.top);
    };
    std::optional<Place> earliest = first_[node.value];
    for (const NodeId child : document_[node].children) {
        const std::optional<Place> place = find(child);
        if (place && (!earliest || is_before(*place, *earliest))) earliest = place;
    }
    return earliest;
}

}  // namespace sayso::pdf
