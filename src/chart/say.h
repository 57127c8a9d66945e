// A chart in words and as a table, from the values that the picture is drawn from.
#pragma once

#include <string>
#include <vector>

#include "chart/speech.h"

namespace sayso::chart {

/// One or two sentences: the kind, the title, and how it went.
std::string alternative_text(const Chart& chart);
/// Every value, a line for each series or bar.
std::string description_of(const Chart& chart);

/// Words in rows and columns; the first row holds headings, and so does the first column.
using Table = std::vector<std::vector<std::string>>;
Table table_of(const Chart& chart);

/// What the icons of a control chart say, in this order: variation, assurance, means, trial limits.
std::vector<std::string> findings(const Speech& speech, const Spc& spc);

}  // namespace sayso::chart
