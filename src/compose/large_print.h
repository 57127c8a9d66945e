// Paper for the large print edition, which is laid out anew rather than enlarged. Stage: compose, inside it
// only.
#pragma once

#include "model/template.h"

namespace sayso::compose {

/// A page too narrow for type of 18 pt: a panel of a folded sheet, or a small booklet's page.
bool is_panel(const model::Page& page);

/// Margins for running matter of 18 pt, and a whole A4 page instead of a panel.
model::Page large_print_page(model::Page page);

}  // namespace sayso::compose
