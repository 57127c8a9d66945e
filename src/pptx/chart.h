// A chart as Office draws it: the chart's part, and the workbook in it that its numbers are edited in. Stage:
// emit, inside src/pptx only. ECMA-376-1, 21.2 (DrawingML charts) and 18 (SpreadsheetML). Both are written
// from one chart::Plot, so that they cannot differ.
#pragma once

#include <memory>
#include <string>

#include "chart/plot.h"
#include "ooxml/zip.h"
#include "pptx/deck.h"

namespace sayso::pptx {

/// c:chartSpace for a place of that size. `workbook` is the relationship to the workbook.
std::string chart_part(const Deck& deck, const chart::Chart& chart, const chart::Plot& plot, const Size& size,
                       const std::string& workbook);

/// One sheet: places down the first column, a series in each further one; gaps are empty cells.
std::string chart_workbook(const chart::Plot& plot, ooxml::Zipper& zipper);

inline constexpr std::string_view chart_space = "http://schemas.openxmlformats.org/drawingml/2006/chart";
inline constexpr std::string_view chart_content_type =
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
inline constexpr std::string_view workbook_content_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// Shared by chart and workbook
// ----------------------------------------------------------------------------------------------------
/// "B" for column 1.
std::string column_name(std::size_t column);
/// A number as both write it: the shortest form that reads back the same.
std::string chart_number(double value);

}  // namespace sayso::pptx
