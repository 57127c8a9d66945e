// Spreadsheets in: a CSV file as people save it, or a workbook (.xlsx). Stage: load. In: a file's bytes. Out:
// sheets of rows whose cells know their place. Nothing here knows what the cells mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "load/csv.h"

namespace sayso::sheet {

struct Sheet {
    std::string name;          // of a CSV file: the file's, without its ending
    std::uint32_t source = 0;  // of the spans
    bool of_workbook = false;  // its spans name cells, not lines
    /// Blank rows are left out; `number` is the row's own. A cell's text is what people mean by it: numbers
    /// in digits with a ".", percentages with a "%", days as 2026-01-31, truth as "yes" and "no". The text of
    /// merged cells stands in each of them.
    std::vector<load::Row> rows;
};

/// The visible sheets of a file in their order. CSV: UTF-8 or UTF-16 with a byte order mark, UTF-8 or
/// Windows-1252 without; commas, semicolons or tabs. Workbooks: .xlsx. Refused with an error: any other
/// workbook
/// (.xls, .xlsb, .ods), an encrypted one, one that unpacks to more than limits::sheet_part_bytes, more cells
/// than limits::sheet_cells. A formula without a result and a cell that holds a spreadsheet's error value are
/// errors; a hidden row, which is read, is a warning. All of them are found in one run.
std::optional<std::vector<Sheet>> read_sheets(const std::string& path, std::string_view bytes,
                                              SourceMap& sources, Diagnostics& diagnostics);

}  // namespace sayso::sheet
