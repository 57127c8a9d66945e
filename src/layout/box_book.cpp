#include "layout/box_book.h"

#include <algorithm>

namespace sayso::layout {

void BoxBook::begin_page(std::size_t page) {
    for (std::size_t i = page_start_; i < boxes_.size(); ++i) whole_[boxes_[i].node.value] = none;
    page_ = page;
    page_start_ = boxes_.size();
}

void BoxBook::note(NodeId node, const Rect& box) {
    if (is_leaf(node)) {
        add_piece(node, box);
        const NodeId parent = document_[node].parent;
        // A figure's box is the picture alone, for whoever makes the picture anew.
        if (parent == node) return;
        node = document_.get<doc::Figure>(parent) ? document_[parent].parent : parent;
    }
    for (;; node = document_[node].parent) {
        add_whole(node, box);
        if (document_[node].parent == node) return;
    }
}

std::vector<NodeBox> BoxBook::take() {
    std::stable_sort(boxes_.begin(), boxes_.end(),
                     [](const NodeBox& a, const NodeBox& b) { return a.node < b.node; });
    return std::move(boxes_);
}

bool BoxBook::is_leaf(NodeId node) const {
    const doc::Kind& kind = document_[node].kind;
    return std::holds_alternative<doc::Paragraph>(kind) || std::holds_alternative<doc::Heading>(kind) ||
           std::holds_alternative<doc::Caption>(kind) || std::holds_alternative<doc::Figure>(kind);
}

/// Lines that follow one another are one piece; a paint around them is another only where it is no line's
/// own.
void BoxBook::add_piece(NodeId node, const Rect& box) {
    const std::size_t at = whole_[node.value];
    if (at != none) {
        Rect& last = boxes_[at].box;
        const bool goes_on =
            box.x == last.x && box.width == last.width && abs(box.y - last.bottom()) < pt(0.01);
        const bool within = box.y >= last.y && box.bottom() <= last.bottom() + pt(0.01) && box.x >= last.x &&
                            box.right() <= last.right() + pt(0.01);
        if (goes_on || within) {
            last = unite(last, box);
            return;
        }
    }
    whole_[node.value] = boxes_.size();
    boxes_.push_back({node, page_, box});
}

void BoxBook::add_whole(NodeId node, const Rect& box) {
    const std::size_t at = whole_[node.value];
    if (at != none) {
        boxes_[at].box = unite(boxes_[at].box, box);
        return;
    }
    whole_[node.value] = boxes_.size();
    boxes_.push_back({node, page_, box});
}

}  // namespace sayso::layout
