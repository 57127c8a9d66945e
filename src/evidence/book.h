// The workbook that people fill in: a sheet for each kind of evidence, with headings, notes, drop-downs and
// one example that is never read, and one that explains. What it asks for comes from the tables that read it
// back.
#pragma once

#include <string>
#include <vector>

#include "evidence/loader.h"
#include "sheet/workbook.h"

namespace sayso::evidence {

std::vector<sheet::FormSheet> empty_book(const Known& known, const std::vector<Indicator>& indicators);

}  // namespace sayso::evidence
