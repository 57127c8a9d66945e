// A drawing that is read in parts: its words become headings, lists and paragraphs of the tree. Stage:
// compose.
#pragma once

#include "compose/request.h"
#include "doc/document.h"

namespace sayso::compose {

/// Adds the words of `drawing` beneath the figure that shows it, headings from `level` on, and gives them the
/// items of its frame. Nothing where the drawing tells none.
void read_in_parts(doc::Document& document, NodeId figure, const Drawing& drawing, int level);

/// The level for the next heading beneath those that stand already: 1 where there is none.
int level_beneath(const doc::Document& document);

}  // namespace sayso::compose
