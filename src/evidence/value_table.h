// Values by indicator, site and period, from one sheet: a row a value, or a column a period.
#pragma once

#include "evidence/evidence.h"
#include "evidence/loader.h"
#include "sheet/sheet.h"

namespace sayso::evidence {

/// Adds to `evidence.values`. Columns: indicator (id or label), site (id or name; empty for the whole
/// service), and either period and value, or one for each period, headed by it. Empty cells are values that
/// nobody has.
void read_values(const sheet::Sheet& sheet, const Known& known, Evidence& evidence, Diagnostics& diagnostics);

/// Sorts the values; two of one indicator, site and period are an error that names both places, and a value
/// of the whole service that its sites do not add up to is a warning.
void settle_values(Evidence& evidence, Diagnostics& diagnostics);

}  // namespace sayso::evidence
