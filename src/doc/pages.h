// The paper that a document is placed on: size, regions, running matter. Made by compose from a template.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "base/ids.h"

namespace sayso::doc {

/// A rectangle that flow fills. Content of region "main" that overflows goes on in "main" of the next page.
struct Region {
    std::string name = "main";
    Rect box;
};

/// A plain fill behind everything (a coloured band at the top of page 1). Artifact.
struct Decoration {
    Rect box;
    Color fill;
    Length radius;
};

/// One kind of page. The last master repeats for all further pages.
struct PageMaster {
    std::string name;  // of a slide layout; else empty
    Size size;
    std::vector<Region> regions;
    std::vector<Decoration> decorations;
    /// Running matter: roots of blocks in the document that are not children of Document::root; they are laid
    /// out on every page as artifacts. "{page}" and "{pages}" inside their Text become numbers ("2 of 3").
    std::optional<NodeId> header, footer;
    Rect header_box, footer_box;
    bool running_grows = false;  // running matter taller than its box takes the room from region "main"
};

/// How pages lie on printed sheets. Panels are laid out as pages first, then placed.
/// Slides: three on a page beside lines to write on, or one above what is said to it.
enum class Imposition : std::uint8_t { none, trifold, booklet, handout, notes };

struct PageSpec {
    std::vector<PageMaster> masters;
    Imposition imposition = Imposition::none;
    bool mirror = false;           // right-to-left: columns, grid, borders and regions run from the right
    double tightest = 0.88;        // how far vertical space may be scaled to avoid a short last page
    bool unfinished = false;       // its words are yet to be written, and it says so: panels may be blank
    std::optional<int> max_pages;  // exceeding it is an error that names the overflow
};

}  // namespace sayso::doc
