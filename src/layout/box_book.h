// Notes where each node is drawn, page by page. Inside src/layout only.
#pragma once

#include <vector>

#include "doc/document.h"
#include "layout/layout.h"

namespace sayso::layout {

class BoxBook {
  public:
    explicit BoxBook(const doc::Document& document) : document_(document), whole_(document.size(), none) {}

    void begin_page(std::size_t page);
    /// A mark of `node` covers `box` of the page.
    void note(NodeId node, const Rect& box);
    /// Everything noted, in the order of Placed::boxes.
    std::vector<NodeBox> take();

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    bool is_leaf(NodeId node) const;
    void add_piece(NodeId node, const Rect& box);
    void add_whole(NodeId node, const Rect& box);

    const doc::Document& document_;
    std::size_t page_ = 0, page_start_ = 0;
    std::vector<NodeBox> boxes_;
    std::vector<std::size_t> whole_;  // by node: where in boxes_ its one piece of this page is
};

}  // namespace sayso::layout
