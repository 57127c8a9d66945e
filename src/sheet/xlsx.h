// Workbooks as ECMA-376 part 1 (SpreadsheetML) has them, read by libzip and pugixml.
#pragma once

#include "sheet/sheet.h"

namespace sayso::sheet {

/// Whether the bytes begin as a workbook of any kind does, ZIP archive or compound file, not as a text.
bool is_workbook(std::string_view bytes);

/// The visible sheets of an .xlsx file; see sheet.h.
std::optional<std::vector<Sheet>> read_xlsx(const std::string& path, std::string_view bytes,
                                            SourceMap& sources, Diagnostics& diagnostics);

}  // namespace sayso::sheet
