// Decks: each slide is a page of its own, on the master that its layout names. Inside src/layout only.
//
// What a region cannot hold is an error; what "main" cannot hold goes on, on a further page with the same
// title, as long as that stays a talk. Handouts and notes pages put the finished slides on paper.
#pragma once

#include "layout/layout.h"

namespace sayso::layout {

/// True when the root holds slides: then it holds nothing else.
bool is_deck(const doc::Document& document);

Placed place_deck(const doc::Document& document, const doc::PageSpec& spec, text::Shaper& shaper,
                  Diagnostics& diagnostics);

}  // namespace sayso::layout
