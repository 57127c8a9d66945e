#include "load/csv.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/trimmed.h"
#include "base/utf8.h"
#include "env/limits.h"
#include "load/utf8.h"

namespace sayso::load {
namespace {

/// Whichever of comma, semicolon and tab the first line has most of outside quotes.
char separator_of(std::string_view text) {
    constexpr std::array<char, 3> candidates{',', ';', '\t'};
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        for (std::size_t i = 0; i < candidates.size(); ++i) counts[i] += c == candidates[i];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                               counts.begin())];
}

/// What a spreadsheet saves when nobody asks it for CSV: .xlsx and .ods are ZIP files, .xls is a compound
/// one.
bool is_workbook(std::string_view text) {
    return text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0");
}

class CsvReader {
  public:
    CsvReader(std::uint32_t source, std::string_view text, Diagnostics& diagnostics)
        : source_(source), text_(text), diagnostics_(diagnostics) {
        if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
        separator_ = separator_of(text_.substr(at_));
    }

    std::optional<std::vector<Row>> read(std::size_t most) {
        std::vector<Row> rows;
        while (at_ < text_.size()) {
            Row row{row_number_, {}};
            if (!read_row(row)) return std::nullopt;
            ++row_number_;
            const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                           [](const Cell& cell) { return cell.text.empty(); });
            if (blank) continue;
            if (rows.size() > most) {
                fault("too-many-rows", fmt::format("the table has more than {} rows", most),
                      "split it into several projects");
                return std::nullopt;
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }

  private:
    Span here(std::size_t length = 1) const {
        return {source_, line_, static_cast<std::uint32_t>(at_ - line_start_ + 1),
                static_cast<std::uint32_t>(length)};
    }
    void fault(std::string code, std::string message, std::string hint) {
        diagnostics_.error(std::move(code), here(), std::move(message), std::move(hint));
    }
    char next() const { return at_ < text_.size() ? text_[at_] : '\n'; }

    void pass_line_end() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
        line_start_ = at_;
    }

    bool read_row(Row& row) {
        for (;;) {
            if (!read_cell(row.cells.emplace_back())) return false;
            if (next() != separator_) break;
            ++at_;
        }
        pass_line_end();
        return true;
    }

    bool read_cell(Cell& cell) {
        while (next() == ' ') ++at_;
        if (next() == '"') return read_quoted(cell);
        const std::size_t start = at_;
        cell.span = here();
        while (next() != separator_ && next() != '\n' && next() != '\r') ++at_;
        cell.text = trimmed(text_.substr(start, at_ - start));
        cell.span.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, cell.text.size()));
        return true;
    }

    /// A doubled quote stands for one; line ends inside belong to the cell.
    bool read_quoted(Cell& cell) {
        cell.span = here();
        const std::size_t opened = at_++;
        const auto line = line_;
        const std::size_t start = line_start_;
        for (;;) {
            if (at_ >= text_.size()) {
                at_ = opened;
                line_ = line;
                line_start_ = start;
                fault("unclosed-quote", "the quote that begins here never ends", "add a \" after the cell");
                return false;
            }
            const char c = text_[at_++];
            if (c == '"' && next_is_quote()) {
                cell.text += text_[at_++];
            } else if (c == '"') {
                break;
            } else {
                cell.text += c == '\n' || c == '\r' ? ' ' : c;
                if (c == '\n') ++line_, line_start_ = at_;
            }
        }
        cell.span.length = line == line_ ? static_cast<std::uint32_t>(at_ - opened) : 1;
        cell.text = std::string(trimmed(cell.text));
        while (next() == ' ') ++at_;
        if (next() == separator_ || next() == '\n' || next() == '\r') return true;
        fault("text-after-quote", "there is text after the closing quote",
              "put the whole cell in quotes, and write a quote inside it twice");
        return false;
    }
    bool next_is_quote() const { return at_ < text_.size() && text_[at_] == '"'; }

    std::uint32_t source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    char separator_ = ',';
    std::size_t at_ = 0, line_start_ = 0, row_number_ = 1;
    std::uint32_t line_ = 1;
};

}  // namespace

std::optional<std::vector<Row>> parse_csv_rows(std::uint32_t source, std::string_view text, std::size_t most,
                                               Diagnostics& diagnostics) {
    if (is_workbook(text)) {
        diagnostics.error("not-a-table", {source, 0, 0, 0}, "this file is a workbook, not a CSV table",
                          "in the spreadsheet, save the sheet as \"CSV UTF-8\", and name that file");
        return std::nullopt;
    }
    if (const auto bad = first_bad_byte(text)) {
        const std::string_view before = text.substr(0, *bad);
        const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
        const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        diagnostics.error("not-utf8", {source, line, static_cast<std::uint32_t>(*bad - start + 1), 1},
                          "the table is not written in UTF-8",
                          "in the spreadsheet, save it as \"CSV UTF-8\"");
        return std::nullopt;
    }
    return CsvReader(source, text, diagnostics).read(most);
}

std::optional<Table> parse_csv(std::uint32_t source, std::string_view text, Diagnostics& diagnostics) {
    auto rows = parse_csv_rows(source, text, limits::table_rows, diagnostics);
    if (!rows) return std::nullopt;
    if (rows->empty()) {
        const auto line = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n') + 1);
        diagnostics.error("empty-table", {source, line, 1, 1}, "the table is empty",
                          "the first row names the columns, such as id,name,place");
        return std::nullopt;
    }
    Table table{std::move(rows->front().cells), {}};
    table.rows.assign(std::make_move_iterator(rows->begin() + 1), std::make_move_iterator(rows->end()));
    return table;
}

}  // namespace sayso::load
