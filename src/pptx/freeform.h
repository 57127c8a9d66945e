// Drawings as shapes that can be recoloured and taken apart, instead of a picture of them. Stage: emit,
// inside src/pptx only. ECMA-376-1, 20.1.9.8 (custom geometry).
#pragma once

#include "ooxml/xml.h"
#include "pptx/deck.h"

namespace sayso::pptx {

/// True for a figure that is shapes alone, few enough, each in a colour of the theme.
bool is_freeform(const Deck& deck, const doc::Figure& figure);
/// Its shapes in one group, which has the figure's words. Takes shape ids from `id` on.
void put_freeforms(ooxml::Xml& xml, const Deck& deck, const Figure& figure, int& id);
/// A box with round corners whose words may be as wide as itself; connectors glue to the middle of each side.
void put_pill(ooxml::Xml& xml, const Rect& box, Length radius);
/// One shape of a drawing, `at` leading to its place.
void put_freeform(ooxml::Xml& xml, const Deck& deck, int id, const frame::Shape& shape, const Transform& at);

}  // namespace sayso::pptx
