// Headings that have nothing under them yet. A part that comes out empty takes its heading along: one under
// which the template has blocks, none of which gave anything. A heading whose content the template puts
// elsewhere stays, and so does the title.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "base/ids.h"

namespace sayso::compose {

/// Those of one flow and of what is transparent in it (parts, loops, conditions), the deepest last. They are
/// always the last nodes of the tree.
class OpenHeadings {
  public:
    void add(NodeId heading, int level) {
        const auto ends_here = [&](const Open& one) { return one.level >= level; };
        if (std::any_of(open_.begin(), open_.end(), ends_here))
            fill();  // one that stays is content of those above
        if (level > 1) open_.push_back({heading, level, false});
    }
    /// A block gave something: whatever is open has it under it.
    void fill() { open_.clear(); }
    /// A block gave nothing.
    void leave_empty() {
        for (Open& one : open_) one.waited = true;
    }
    /// Forgets the headings of `level` and deeper, from node `first` on, that waited for blocks in vain.
    /// Returns the first: with all behind it, it is to be taken back.
    std::optional<NodeId> take_empty(int level, NodeId first) {
        std::optional<NodeId> found;
        while (!open_.empty() && open_.back().waited && open_.back().level >= level &&
               open_.back().heading >= first) {
            found = open_.back().heading;
            open_.pop_back();
            leave_empty();
        }
        return found;
    }

  private:
    struct Open {
        NodeId heading;
        int level;
        bool waited;  // a block under it came out empty
    };
    std::vector<Open> open_;
};

}  // namespace sayso::compose
