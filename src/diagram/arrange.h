// One composition at one size of type: does it fit, and where does everything stand.
#pragma once

#include "diagram/composition.h"
#include "diagram/content.h"
#include "diagram/plan.h"

namespace sayso::diagram {

/// What stays the same during the search.
struct Sheet {
    const Content* content = nullptr;
    const Options* options = nullptr;
    const Measures* measures = nullptr;
    Length smallest;
};

bool fits(const Sheet& sheet, const Composition& composition, Length item);

/// The placed picture. Only where it fits.
Plan arrange(const Sheet& sheet, const Composition& composition, Length item);

}  // namespace sayso::diagram
