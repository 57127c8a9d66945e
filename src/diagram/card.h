// One card: how high it is at a width, and where its name, dots and items stand.
#pragma once

#include "diagram/content.h"
#include "diagram/plan.h"
#include "diagram/scale.h"

namespace sayso::diagram {

/// A card's words set at a width.
struct CardFit {
    int columns = 1;  // of items inside the card
    Length head;      // the name with the space beneath it
    Length body;      // the highest column of items
    int deepest = 0;  // items in the longest column
    Length padding;   // above and below together
    Length height() const { return head + body + padding; }
};

/// The lowest setting with up to `most_columns` columns of items.
CardFit fit_card(const CardText& card, Length width, int most_columns, const Scale& scale,
                 const Measures& measures);

/// Where and how loosely a card is placed: `head` aligns the first items of a row, `loosened` is added
/// between items.
struct CardPlace {
    Rect box;
    int columns = 1;
    Length head;
    Length loosened;
};

/// Notes how much of a card's height holds nothing.
void note_empty(const Rect& box, Length needed, Plan& plan);

/// Adds the card, its texts and its markers to the plan.
void place_card(const CardText& card, const CardPlace& place, const Scale& scale, const Measures& measures,
                Plan& plan);

/// Adds one text; its box is as high as its lines. Returns the y beneath it.
Length place_text(TextId text, Point at, Length width, Type type, Tone tone, int card,
                  const Measures& measures, Plan& plan, bool centred = false);

/// Height of a text at a width.
Length text_height(TextId text, Length width, Type type, const Measures& measures);

/// From the top of a line's box to its baseline.
Length baseline_in_line(Type type, const Measures& measures);

}  // namespace sayso::diagram
