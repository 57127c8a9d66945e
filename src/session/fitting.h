// Whether all that was composed found room, and if not, which text is too long and how long it may be.
#pragma once

#include <functional>

#include "compose/compose.h"
#include "layout/layout.h"
#include "text/paragraph.h"

namespace sayso {

/// layout::place, and an error for each text and picture that is on no page.
layout::Placed place_whole(const compose::Composed& composed, text::Shaper& shaper, Diagnostics& diagnostics);

/// Whether something found no room.
bool has_misfits(const Diagnostics& diagnostics);

/// Takes out what is there only if there is room; false where nothing is.
bool drop_dispensable(doc::Document& document);

/// Where the document does not fit and would if one text were shorter that `is_own` (names, a service's own
/// wording), the faults of fit become one at that text: its length, and how long it may be. Of several such
/// texts, the one of which the least share must go. Costs nothing where everything fits.
void blame_long_texts(const compose::Composed& composed, const std::function<bool(Span)>& is_own,
                      text::Shaper& shaper, Diagnostics& diagnostics);

}  // namespace sayso
