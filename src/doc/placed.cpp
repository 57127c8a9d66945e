#include "doc/placed.h"

#include <algorithm>

namespace sayso::doc {

std::span<const NodeBox> boxes_of(const Placed& placed, NodeId node) {
    const auto [first, last] =
        std::equal_range(placed.boxes.begin(), placed.boxes.end(), NodeBox{node, 0, {}},
                         [](const NodeBox& a, const NodeBox& b) { return a.node < b.node; });
    return {first, last};
}

Rect on_sheet(const Placed& placed, const NodeBox& piece) {
    const Leaf& leaf = placed.leaves[piece.page];
    const Rect& box = piece.box;
    return {leaf.origin.x + box.x * leaf.scale, leaf.origin.y + box.y * leaf.scale, box.width * leaf.scale,
            box.height * leaf.scale};
}

}  // namespace sayso::doc
