// One sheet of a workbook: its XML as rows of cells.
#pragma once

#include <vector>

#include "sheet/cell_format.h"
#include "sheet/sheet.h"
#include "sheet/xml.h"

namespace sayso::sheet {

/// What all sheets of a workbook share.
struct Shared {
    std::vector<std::string> strings;
    std::vector<Shown> styles;  // by a cell's style
    bool since_1904 = false;
    std::size_t cells = 0;  // read so far, of all sheets
};

/// Fills `sheet`, whose name and source are known. False, with an error, when it has too many cells.
bool read_sheet(const pugi::xml_node& worksheet, Shared& shared, Sheet& sheet, Diagnostics& diagnostics);

}  // namespace sayso::sheet
