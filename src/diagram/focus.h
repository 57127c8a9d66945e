// The ends in focus: the highlighted audience's card, large, and everybody else's name in a chip.
#pragma once

#include <vector>

#include "diagram/card.h"

namespace sayso::diagram {

struct Focus {
    bool beside = false;  // the chips stand in a column beside the card, not in lines above or beneath it
    bool above = false;   // so that a highlighted card stands next to the loop
    double factor = 1;    // how much larger the card's type is
    CardFit card;
    Length card_width;
    std::vector<Rect> chips;  // from the top left of their own room
    Length chips_height;
    Length height;
};

Focus measure_focus(const Content& content, bool beside, Length width, const Scale& scale,
                    const Measures& measures);

/// Places the card and the chips, stretched to fill `box`; returns the card's box.
Rect place_focus(const Focus& focus, const Content& content, Rect box, const Scale& scale,
                 const Measures& measures, Plan& plan);

}  // namespace sayso::diagram
