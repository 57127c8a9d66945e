// Rows of a sheet as the records that YAML would have held, so that one table of fields reads both.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "load/shape.h"
#include "load/value.h"
#include "sheet/sheet.h"

namespace sayso::evidence {

/// "Unit (one)" as "unit-one": people head a table as they would a letter.
std::string heading_of(std::string_view text);

/// The first of the sheet's upper rows that names one of `keys` at least; titles and remarks may stand above
/// it.
struct Headings {
    std::size_t row = 0;             // in Sheet::rows
    std::vector<std::string> names;  // by column
    std::optional<std::size_t> column(std::string_view name) const;
};
std::optional<Headings> find_headings(const sheet::Sheet& sheet, const std::vector<std::string>& keys);

/// What the headings of a record's sheet are: its keys; those of a record within it with that record's key in
/// front, as consent-by.
std::vector<std::string> headings_of(const load::RecordShape& shape);

/// The row as YAML. Items of a list are parted by commas or semicolons; where an item is a text, by
/// semicolons.
load::Value value_of(const load::Row& row, const Headings& headings, const load::RecordShape& shape);

/// Faults with the name that a spreadsheet has for the cell, where the place of a fault does not tell it
/// already.
void add_with_cells(const Diagnostics& faults, const sheet::Sheet& sheet, const load::Row& row,
                    const Headings& headings, Diagnostics& out);

}  // namespace sayso::evidence
