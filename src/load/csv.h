// Tables as spreadsheets save them: RFC 4180, with what the world adds to it (a byte order mark, semicolons
// or tabs between cells, either line end, blank lines). Own code because every cell must know its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace sayso::load {

struct Cell {
    std::string text;  // without quotes and the spaces around it
    Span span;
};

struct Row {
    std::size_t number = 0;  // as a spreadsheet counts, the header being 1
    std::vector<Cell> cells;
};

struct Table {
    std::vector<Cell> header;
    std::vector<Row> rows;
};

/// Every row that is not blank, the first being the header if the table has one. Nothing, with an error, for
/// bytes that are not UTF-8, a quote that never closes, or more than `most` rows.
std::optional<std::vector<Row>> parse_csv_rows(std::uint32_t source, std::string_view text, std::size_t most,
                                               Diagnostics& diagnostics);

/// Nothing, with an error, for bytes that are not UTF-8, a quote that never closes, a table without a header
/// or with more than limits::table_rows. Rows may be shorter or longer than the header.
std::optional<Table> parse_csv(std::uint32_t source, std::string_view text, Diagnostics& diagnostics);

}  // namespace sayso::load
