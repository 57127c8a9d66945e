// All sizes and distances of the picture, as multiples of one: the size of the items' type.
#pragma once

#include "base/length.h"

namespace sayso::diagram {

/// A size of type and its distance from baseline to baseline.
struct Type {
    Length size, leading;
};

struct Scale {
    Type item;      // outcomes and means
    Type name;      // of a card
    Type heading;   // of the two sides
    Type practice;  // the name on the hinge
    Type quality;   // the words around it
    Type loop_name;
    Type loop_text;
    Type flag;
    Type note;        // at the foot
    Length pad;       // inside a card
    Length gap;       // between cards
    Length radius;    // of a card's corners
    Length name_gap;  // under a card's name
    Length item_gap;  // between items
    Length indent;    // of an item's text behind its dot
    Length stream;    // room in which the stages flow into each other
    Length leg;       // width of the loop at the sides
    Length air;       // between the loop and what it goes round

    /// The same proportions for a card whose items are set `factor` times as large.
    Scale enlarged(double factor) const;
};

/// `rise` is the tallest line of the fonts in use, in ems.
/// A dense picture keeps its titles and streams smaller.
Scale scale_for(Length item, double rise, bool dense = false);

}  // namespace sayso::diagram
