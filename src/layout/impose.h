// Puts pages on printed sheets. Inside src/layout only.
//
// Trifold: a leaflet folded like a letter (C-fold), printed on two sides and turned over on its short edge.
// Masters and pages are panels in reading order:
//
//   1 front · 2 inside left · 3 inside middle · 4 inside right · 5 flap (folded in, seen on opening) · 6 back
//
//   outside sheet:  5 flap | 6 back | 1 front         inside sheet:  2 | 3 | 4
//
// The flap folds into the leaflet, so panels 5 and 4 (its other side) are a little narrower than the rest. A
// right-to-left leaflet opens the other way, so both sheets are mirrored: 1 | 6 | 5 and 4 | 3 | 2. Short
// ticks in the top and bottom margins show the folds.
//
// Booklet: pages are folded once and stapled (saddle stitch): for four pages 4 | 1 and 2 | 3, for eight 8 |
// 1, 2 | 7, 6 | 3, 4 | 5; mirrored for right-to-left. Pages are made up to a multiple of four by blank ones
// at the end; they stand before the last page where that was begun by a page break (a back cover).
#pragma once

#include <string_view>
#include <vector>

#include "doc/pages.h"
#include "frame/frame.h"
#include "layout/layout.h"

namespace sayso::layout {

inline constexpr std::size_t trifold_panels = 6;
/// What a reader would call a panel: "the flap".
std::string_view panel_name(std::size_t panel);

/// Masters of a trifold cut to their folds: where all panels are of one width, the one that folds in (and its
/// other side) loses 1.5 mm, which the others share. Panels of unequal widths are taken as they are.
std::vector<doc::PageMaster> cut_panels(std::vector<doc::PageMaster> masters);

struct PageStack {
    std::vector<frame::Frame> pages;
    bool ends_with_cover = false;  // the last page was begun by a page break
};

/// The sheets; `leaves`, one for each page, are told where they lie on them.
std::vector<frame::Frame> impose(PageStack stack, doc::Imposition imposition, bool mirror,
                                 std::vector<Leaf>& leaves);

}  // namespace sayso::layout
