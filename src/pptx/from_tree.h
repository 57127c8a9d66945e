// From a deck's tree to a presentation's values. Stage: emit, inside src/pptx only.
#pragma once

#include "doc/placed.h"
#include "pptx/deck.h"

namespace sayso::pptx {

/// A slide that goes on over several pages becomes as many slides ("… (2 of 2)").
Deck deck_from(const doc::Document& document, const doc::PageSpec& pages, const doc::Placed& placed);

}  // namespace sayso::pptx
