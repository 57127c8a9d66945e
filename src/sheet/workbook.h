// Spreadsheets out: a workbook that people fill in. In: sheets as plain values. Out: the bytes of an .xlsx
// file, the same for the same input. Wraps libxlsxwriter.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "env/env.h"

namespace sayso::sheet {

/// A column to fill in.
struct FormColumn {
    std::string heading;
    std::string note = {};                  // shown at the heading
    std::vector<std::string> choices = {};  // a drop-down of these
    double width = 18;                      // in characters
};

struct FormSheet {
    std::string name;                            // at most 31 characters
    std::vector<FormColumn> columns = {};        // the headings stay in sight
    std::vector<std::vector<std::string>> rows;  // below the headings; without columns, lines to read
};

/// `made` (seconds since 1970 UTC) goes into the file's properties. The drop-downs' words stand in a hidden
/// sheet, because a list in a cell may not be longer than 255 characters.
std::variant<std::string, IoError> write_workbook(const std::vector<FormSheet>& sheets,
                                                  const std::string& title, std::int64_t made);

}  // namespace sayso::sheet
