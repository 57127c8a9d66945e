// Where a document came to rest: its pages as frames, and the place of each node. Made by layout; emitters
// that make boxes of their own (slides), previews and checks read it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/ids.h"
#include "frame/frame.h"

namespace sayso::doc {

/// Where a node came to rest: a piece of it on one page. A block of words or a figure has a piece for each
/// stretch of a column that it fills; what holds others has one on each page, around all that it holds there.
/// Paint that bleeds is not counted, a figure's caption is not part of the figure's box, and inline nodes
/// have none: the runs of a frame name those.
struct NodeBox {
    NodeId node;
    std::size_t page =
        0;     // in reading order, of Placed::leaves: a panel, not the sheet that it is printed on
    Rect box;  // on that page
};

/// A page in reading order, and where it lies on what is emitted. Not imposed, leaf and page are the same.
struct Leaf {
    std::size_t sheet = 0;  // of Placed::pages
    Point origin;           // of the leaf on the sheet
    Size size;
    std::optional<Rect> main;  // on the leaf: what the flow may fill
    double scale = 1;          // at which it lies on the sheet: less on a handout
};

/// Where things came to rest, for slides, previews, bookmarks and checks.
struct Placed {
    std::vector<frame::Frame> pages;       // what is emitted; sheets when imposed
    std::vector<std::string> page_labels;  // "1", "2" …
    std::vector<Leaf> leaves;              // blank ones that fill up a booklet are not among them
    std::vector<NodeBox> boxes;  // by node, then by page, then as drawn; running matter on every page
};

/// The pieces of a node; none where nothing of it was placed.
std::span<const NodeBox> boxes_of(const Placed& placed, NodeId node);
/// A piece's place on the sheet that is emitted.
Rect on_sheet(const Placed& placed, const NodeBox& piece);

}  // namespace sayso::doc
