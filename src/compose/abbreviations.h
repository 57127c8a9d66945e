// Short forms that the names of means have, and what they stand for. Inside src/compose.
#pragma once

#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

/// What the short forms in the names of these means stand for ("EHCP, Education, Health and Care Plan; ..."),
/// as the names are printed as the source spells them; nothing where they have none. `means` is a list of
/// means.
Data abbreviations(const Request& request, const Data& means);

}  // namespace sayso::compose
