// From a page's frame to its content stream, with every leaf in a marked-content sequence: of the structure
// element that its owner belongs to, or of an artifact. Here y turns up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diag/diagnostic.h"
#include "frame/frame.h"
#include "pdf/fonts/font_book.h"
#include "pdf/pages/content_stream.h"
#include "pdf/pages/picture_book.h"
#include "pdf/structure/landmarks.h"
#include "pdf/structure/structure_tree.h"

namespace sayso::pdf {

/// A link area met on a page, in page space (y down).
struct PlacedLink {
    NodeId owner;
    Rect box;
    const frame::LinkArea* area = nullptr;
};

struct PageResult {
    std::string content;
    std::vector<SlotIndex> slot_of_mark;  // by marked-content number
    std::vector<PlacedLink> links;
};

/// What the pages of a document have in common while they are drawn.
struct Drawing {
    const doc::Document& document;
    StructureTree& structure;
    FontBook& fonts;
    PictureBook& pictures;
    Landmarks& landmarks;
    Diagnostics& diagnostics;
};

class PageContent {
  public:
    PageContent(Drawing& drawing, std::uint32_t page) : drawing_(drawing), page_(page) {}
    PageResult draw(const frame::Frame& page);

  private:
    /// What the open marked-content sequence is for.
    using Mark = std::variant<std::monostate, SlotIndex, frame::Artifact>;

    /// How a frame's coordinates lie on the page and in the user space in force.
    struct Space {
        Transform to_page;                  // page space, y down
        Length dx, dy;                      // to the frame that the user space was made for
        Length zero;                        // y = 0 of the user space, in that frame's y down
        Rect clip;                          // page space
        std::optional<frame::Owner> owner;  // of every leaf, where a group gives one
        UserPoint operator()(Point p) const { return {(p.x + dx).pt(), (zero - p.y - dy).pt()}; }
    };

    void draw_items(const frame::Frame& frame, const Space& space);
    void draw_group(const frame::Owner& owner, const frame::Group& group, const Space& space);
    void draw_inside(const frame::Group& group, Space space);
    void place_link(const frame::Owner& owner, const frame::LinkArea& area, const Space& space);
    template <class Leaf>
    void draw_leaf(const frame::Owner& owner, const Leaf& leaf, const Space& space);

    /// The sequence that a leaf of `owner` belongs in; none when the owner is at fault, which is reported.
    std::optional<Mark> mark_for(const frame::Owner& owner, bool has_words);
    std::optional<Mark> mark_for_node(NodeId owner, bool has_words);
    /// `box` in page space; only the artifacts of the background say theirs.
    void open(const Mark& mark, const Rect& box);
    void close();
    bool same_for_all(const std::optional<frame::Owner>& owner) const;

    void show(const frame::TextRun& run, const Space& space);
    void show(const frame::Shape& shape, const Space& space);
    void show(const frame::ImageItem& image, const Space& space);
    void trace(const frame::Path& path, const Space& space);

    Drawing& drawing_;
    std::uint32_t page_;
    Length page_height_;
    ContentStream out_;
    Mark mark_;
    PageResult result_;
    std::vector<ShownGlyph> shown_;  // of the run being shown; kept for its memory
};

}  // namespace sayso::pdf
