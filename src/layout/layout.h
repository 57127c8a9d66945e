// Places a document on pages. Stage: layout. Input: the semantic tree with resolved looks, and the paper.
// Output: one frame for each page (or sheet, after imposition). Knows nothing of YAML, models or file
// formats.
#pragma once

#include "diag/diagnostic.h"
#include "doc/document.h"
#include "doc/pages.h"
#include "doc/placed.h"
#include "text/paragraph.h"

namespace sayso::layout {

using doc::boxes_of;
using doc::Leaf;
using doc::NodeBox;
using doc::on_sheet;
using doc::Placed;

/// Content that cannot fit (a word wider than its column, a row taller than a page, more pages than allowed)
/// is reported in `diagnostics` at its source; the best possible pages are still returned.
Placed place(const doc::Document& document, const doc::PageSpec& pages, text::Shaper& shaper,
             Diagnostics& diagnostics);

}  // namespace sayso::layout
