// The means: one card for each group, in a column beside the loop or in rows above the hinge.
#pragma once

#include <vector>

#include "diagram/card.h"

namespace sayso::diagram {

/// The groups measured at a width, before they are placed.
struct Means {
    struct Cell {
        int row = 0;
        Length x, width;  // from the left edge of all
        CardFit fit;
    };
    std::vector<Cell> cells;    // one for each group, in order
    std::vector<Length> rows;   // heights
    std::vector<Length> heads;  // of the names, by row
    Length height;
};

/// `most` is how many cards may stand side by side.
Means measure_means(const Content& content, std::size_t most, Length width, const Scale& scale,
                    const Measures& measures);

/// Places the means, loosened and stretched to fill `box`; returns the boxes of the cards.
std::vector<Rect> place_means(const Means& means, const Content& content, Rect box, const Scale& scale,
                              const Measures& measures, Plan& plan);

}  // namespace sayso::diagram
