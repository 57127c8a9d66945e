// A service's own colours laid upon a theme, so that everything can still be read. Stage: model; in: the
// theme and the colours that sayso.yaml names; out: the theme, and warnings that say what became of which
// colour.
#pragma once

#include "diag/diagnostic.h"
#include "model/project.h"
#include "model/theme.h"

namespace sayso::model {

/// The first colour becomes `primary`, with a `tint` of it, the second `highlight`: each itself, or the
/// nearest in Oklab that has every contrast that the theme's pairs ask of it. Where `you`, the reader's own
/// colour, would be taken for one of them, it becomes another.
void lay_brand(Theme& theme, const Brand& brand, Diagnostics& diagnostics);

}  // namespace sayso::model
