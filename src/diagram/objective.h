// What makes one picture better than another. This is the one place where that is written down as numbers.
#pragma once

#include "diagram/plan.h"

namespace sayso::diagram {

/// The weights of the goals. The unit is one per cent of type size: a weight of 30 says that the fault, in
/// full, is as bad as type that is about 30 per cent smaller. So legibility decides first and the others
/// among near equals.
struct Goals {
    double holes = 30;       // gaps in the grid look like something missing
    double empty = 60;       // share of the cards' area that holds nothing: uneven white space
    double uneven = 8;       // one side full, the other stretched: poor balance
    double measure = 0.8;    // for each letter a line is too short (ragged words) or too long (lost lines)
    double travel = 1.2;     // streams that climb far are long arrows
    double prominence = 10;  // the central card is no larger than any other
    double split_names = 3;  // for each card's name on two lines: its row starts lower
    double bends = 2.5;      // for each bend of the highlight's thread
    double emphasis = 14;    // the main card's type is no larger than the items'
    double crowd = 0.6;      // each row of cards beyond three: many small boxes
};

/// Higher is better.
double score(const Plan& plan, const Goals& goals = {});

/// The type size that a faultless plan would need for this score.
Length size_for_score(double score);

}  // namespace sayso::diagram
