// Where the nodes of the document first appear on the pages: the places that links and bookmarks lead to.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "doc/document.h"

namespace sayso::pdf {

/// A page and a height on it, y down in page space.
struct Place {
    std::uint32_t page = 0;
    Length top;
};

class Landmarks {
  public:
    explicit Landmarks(const doc::Document& document) : document_(document), first_(document.size()) {}

    bool knows(NodeId node) const { return first_[node.value].has_value(); }
    void record(NodeId node, Place place) {
        if (!knows(node)) first_[node.value] = place;
    }
    /// The earliest place of the node or of anything beneath it; none when nothing of it is on a page.
    std::optional<Place> find(NodeId node) const;

  private:
    const doc::Document& document_;
    std::vector<std::optional<Place>> first_;  // by node, of what the node itself owns
};

}  // namespace sayso::pdf
