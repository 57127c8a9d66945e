// The ends: the central card, the other stakeholders' cards in a grid, the overall outcomes.
#pragma once

#include <vector>

#include "diagram/card.h"
#include "diagram/composition.h"

namespace sayso::diagram {

/// The ends measured at a width, before they are placed.
struct Ends {
    struct Cell {
        const CardText* card = nullptr;
        int row = 0, column = 0, span = 1;
        CardFit fit;
        bool large = false;  // set in the larger type of the central card
    };
    std::vector<Cell> cells;
    std::vector<Length> rows;   // heights
    std::vector<Length> heads;  // of the names, by row
    int columns = 1;
    Length column;  // width of one
    double name_size =
        1;  // of the grid's names, so that none of them takes a second line for a letter or two
    bool pillar = false;
    Length pillar_width;
    CardFit pillar_fit, under_fit;  // the central card, and the overall outcomes beneath it
    bool under = false;
    Length height;  // of all
};

/// How much larger the central card's type is, at least.
inline constexpr double central_factor = 1.15;

Ends measure_ends(const Content& content, const Composition& composition, Length width, const Scale& scale,
                  const Measures& measures);

/// Places the ends, stretched to fill `box`.
void place_ends(const Ends& ends, const Content& content, Rect box, const Scale& scale,
                const Measures& measures, Plan& plan);

}  // namespace sayso::diagram
