#include "sheet/sheet_reader.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "env/limits.h"
#include "load/utf8.h"

namespace sayso::sheet {
namespace {

std::optional<double> number_of(std::string_view text) {
    double number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

/// On one line, without the spaces around it; no-break ones come with what is pasted, and nobody sees them.
std::string tidied(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    constexpr std::string_view no_break_space = "\xC2\xA0";
    std::string_view left = text;
    for (std::size_t before = left.size() + 1; left.size() < before;) {
        before = left.size();
        if (left.starts_with(' ')) left.remove_prefix(1);
        if (left.ends_with(' ')) left.remove_suffix(1);
        if (left.starts_with(no_break_space)) left.remove_prefix(2);
        if (left.ends_with(no_break_space)) left.remove_suffix(2);
    }
    return std::string(left);
}

struct Range {
    CellPlace first, last;
};

std::optional<Range> range_of(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto first = place_of(text.substr(0, colon)), last = place_of(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
    return Range{*first, *last};
}

class SheetReader {
  public:
    SheetReader(Shared& shared, Sheet& sheet, Diagnostics& diagnostics)
        : shared_(shared), sheet_(sheet), diagnostics_(diagnostics) {}

    bool read(const pugi::xml_node& worksheet) {
        std::size_t number = 0;
        for (const pugi::xml_node& row : child(worksheet, "sheetData").children()) {
            if (local_name(row.name()) != "row") continue;
            ++number;
            if (const auto written = number_of(attribute(row, "r"));
                written && *written >= 1 && *written <= 1'048'576)
                number = static_cast<std::size_t>(*written);
            if (!read_row(row, number)) return false;
        }
        const auto by_number = [](const load::Row& a, const load::Row& b) { return a.number < b.number; };
        std::stable_sort(sheet_.rows.begin(), sheet_.rows.end(), by_number);
        for (const pugi::xml_node& merged : child(worksheet, "mergeCells").children()) {
            const auto range = range_of(attribute(merged, "ref"));
            if (range && !spread(*range)) return false;
        }
        warn_of_hidden_rows();
        return true;
    }

  private:
    Span at(std::size_t row, std::size_t column) const {
        return {sheet_.source, static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column + 1), 1};
    }

    bool read_row(const pugi::xml_node& xml, std::size_t number) {
        load::Row row{number, {}};
        std::size_t column = 0;
        for (const pugi::xml_node& cell : xml.children()) {
            if (local_name(cell.name()) != "c") continue;
            if (const auto place = place_of(attribute(cell, "r"))) column = place->column;
            std::string text = cell.first_child() ? tidied(text_of(cell, at(number, column))) : std::string();
            if (!text.empty() && !put(row, column, std::move(text))) return false;
            ++column;
        }
        if (row.cells.empty()) return true;
        if (is_true(attribute(xml, "hidden"))) hidden_rows_.push_back(number);
        sheet_.rows.push_back(std::move(row));
        return true;
    }

    /// Cells are kept up to the last that has a text.
    bool put(load::Row& row, std::size_t column, std::string text) {
        if (column >= limits::sheet_columns) {
            diagnostics_.error("too-many-columns", at(row.number, column),
                               fmt::format("the sheet has more than {} columns", limits::sheet_columns),
                               "put the columns that are not needed into another sheet");
            return false;
        }
        if (column >= row.cells.size()) {
            shared_.cells += column + 1 - row.cells.size();
            if (shared_.cells > limits::sheet_cells) {
                diagnostics_.error("too-many-cells", at(row.number, column),
                                   fmt::format("the workbook has more than {} cells", limits::sheet_cells),
                                   "put what is not needed into another file");
                return false;
            }
            for (std::size_t i = row.cells.size(); i <= column; ++i)
                row.cells.push_back({{}, at(row.number, i)});
        }
        row.cells[column].text = std::move(text);
        return true;
    }

    std::string text_of(const pugi::xml_node& cell, Span span) {
        const std::string_view type = attribute(cell, "t");
        const pugi::xml_node result = child(cell, "v");
        std::string value = result.text().get();
        if (child(cell, "f") && value.empty() && type != "str") {
            diagnostics_.error("formula-without-result", span, "this cell holds a formula without its result",
                               "open the file in Excel or LibreOffice and save it there, or type the number");
            return {};
        }
        if (type == "e") {
            diagnostics_.error("cell-error", span, fmt::format("this cell holds the error \"{}\"", value),
                               "mend the formula, or type the number");
            return {};
        }
        if (type == "s") value = shared_string(value, span);
        if (type == "inlineStr") value = rich_text(child(cell, "is"));
        if (type == "b") return value == "1" ? "yes" : value.empty() ? "" : "no";
        if (type == "d") return value.substr(0, value.find('T'));
        if (type.empty() || type == "n") value = number_text(cell, value, span);
        if (load::first_bad_byte(tidied(value))) {
            diagnostics_.error("not-utf8", span, "this cell holds bytes that are no text",
                               "type its text again");
            return {};
        }
        return value;
    }

    std::string shared_string(std::string_view index, Span span) {
        const auto number = number_of(index);
        if (number && *number >= 0 && *number < static_cast<double>(shared_.strings.size()))
            return shared_.strings[static_cast<std::size_t>(*number)];
        diagnostics_.error("damaged-workbook", span, "this cell's text is missing from the file",
                           "open the file in Excel or LibreOffice and save it again");
        return {};
    }

    std::string number_text(const pugi::xml_node& cell, const std::string& value, Span span) {
        if (value.empty()) return {};
        const auto number = number_of(value);
        if (!number) {
            diagnostics_.error("damaged-workbook", span, "this cell's number cannot be read",
                               "type the number again");
            return {};
        }
        const auto style = number_of(attribute(cell, "s"));
        const bool known = style && *style >= 0 && *style < static_cast<double>(shared_.styles.size());
        const Shown shown = known ? shared_.styles[static_cast<std::size_t>(*style)] : Shown::number;
        std::string text = text_of_number(*number, shown, shared_.since_1904);
        return text.empty() ? digits(*number) : text;
    }

    load::Row* row_with(std::size_t number) {
        const auto found =
            std::lower_bound(sheet_.rows.begin(), sheet_.rows.end(), number,
                             [](const load::Row& row, std::size_t wanted) { return row.number < wanted; });
        return found != sheet_.rows.end() && found->number == number ? &*found : nullptr;
    }

    /// A merged heading is the heading of each of its columns, a merged site that of each of its rows. A
    /// merged number stays where it is: it was measured once. Rows that are otherwise blank stay so.
    bool spread(const Range& range) {
        const load::Row* first = row_with(range.first.row);
        if (first == nullptr || range.first.column >= first->cells.size()) return true;
        const std::string text = first->cells[range.first.column].text;
        if (text.empty() || number_of(text)) return true;
        for (std::size_t number = range.first.row; number <= range.last.row; ++number) {
            load::Row* row = row_with(number);
            if (row == nullptr) continue;
            for (std::size_t column = range.first.column; column <= range.last.column; ++column)
                if (!put(*row, column, text)) return false;
        }
        return true;
    }

    void warn_of_hidden_rows() {
        if (hidden_rows_.empty()) return;
        const bool one = hidden_rows_.size() == 1;
        diagnostics_.warning("hidden-rows", at(hidden_rows_.front(), 0),
                             one ? "this row is hidden, and is read like any other"
                                 : fmt::format("{} rows from here on are hidden, and are read like any other",
                                               hidden_rows_.size()),
                             "show the rows, or delete them if they are not to count");
    }

    Shared& shared_;
    Sheet& sheet_;
    Diagnostics& diagnostics_;
    std::vector<std::size_t> hidden_rows_;
};

}  // namespace

bool read_sheet(const pugi::xml_node& worksheet, Shared& shared, Sheet& sheet, Diagnostics& diagnostics) {
    return SheetReader(shared, sheet, diagnostics).read(worksheet);
}

}  // namespace sayso::sheet
