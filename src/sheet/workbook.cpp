#include "sheet/workbook.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "diag/diagnostic.h"
#include "load/reading.h"

namespace sayso::sheet {
namespace {

constexpr lxw_row_t rows_to_fill = 2'000;  // that have drop-downs
const char* const list_sheet = "Lists";

/// A file of our own that goes when this does: libxlsxwriter 1.1.4 writes to a path only.
class TemporaryFile {
  public:
    TemporaryFile() {
        std::error_code fault;
        path_ = (std::filesystem::temp_directory_path(fault) / "sayso-XXXXXX").string();
        const int file = mkstemp(path_.data());
        if (file >= 0) close(file);
        made_ = file >= 0;
    }
    ~TemporaryFile() {
        std::error_code fault;
        if (made_) std::filesystem::remove(path_, fault);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    bool made() const { return made_; }
    const std::string& path() const { return path_; }
    std::string bytes() const {
        std::ostringstream out;
        out << std::ifstream(path_, std::ios::binary).rdbuf();
        return std::move(out).str();
    }

  private:
    std::string path_;
    bool made_ = false;
};

class Writer {
  public:
    explicit Writer(const std::string& path) : book_(workbook_new(path.c_str())) {
        heading_ = format();
        format_set_bold(heading_);
        format_set_bottom(heading_, LXW_BORDER_THIN);
        line_ = format();
        format_set_text_wrap(line_);
    }

    bool write(const std::vector<FormSheet>& sheets, const std::string& title, std::int64_t made) {
        lxw_doc_properties properties{};
        std::string name = title;
        properties.title = name.data();
        properties.created = static_cast<time_t>(made);
        workbook_set_properties(book_, &properties);
        for (const FormSheet& sheet : sheets) add(sheet);
        if (lists_ != nullptr) worksheet_hide(lists_);
        return workbook_close(book_) == LXW_NO_ERROR;
    }

  private:
    lxw_format* format() {
        lxw_format* made = workbook_add_format(book_);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        return made;
    }

    void add(const FormSheet& sheet) {
        lxw_worksheet* out = workbook_add_worksheet(book_, sheet.name.c_str());
        const bool is_form = !sheet.columns.empty();
        if (!is_form) worksheet_set_column(out, 0, 0, 100, line_);
        for (std::size_t i = 0; i < sheet.columns.size(); ++i)
            head(out, sheet.columns[i], static_cast<lxw_col_t>(i));
        if (is_form) worksheet_freeze_panes(out, 1, 0);
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                put(out, static_cast<lxw_row_t>(row + (is_form ? 1 : 0)), static_cast<lxw_col_t>(column),
                    sheet.rows[row][column]);
        }
    }

    void head(lxw_worksheet* out, const FormColumn& column, lxw_col_t at) {
        worksheet_set_column(out, at, at, column.width, nullptr);
        worksheet_write_string(out, 0, at, column.heading.c_str(), heading_);
        if (!column.note.empty()) {
            lxw_comment_options options{};
            options.width = 260;  // pixels
            options.height = 120;
            std::string author = "sayso";
            options.author = author.data();
            worksheet_write_comment_opt(out, 0, at, column.note.c_str(), &options);
        }
        if (!column.choices.empty()) add_choices(out, column.choices, at);
    }

    void add_choices(lxw_worksheet* out, const std::vector<std::string>& choices, lxw_col_t at) {
        if (lists_ == nullptr) lists_ = workbook_add_worksheet(book_, list_sheet);
        for (std::size_t i = 0; i < choices.size(); ++i)
            worksheet_write_string(lists_, static_cast<lxw_row_t>(i), list_column_, choices[i].c_str(),
                                   nullptr);
        const std::string last = cell_name(list_column_, choices.size());
        const std::string letters = last.substr(0, last.find_first_of("0123456789"));
        std::string range = fmt::format("={}!${}$1:${}${}", list_sheet, letters, letters, choices.size());
        ++list_column_;
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = range.data();
        rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        std::string title = "Not in the list", message = "Choose one of the list, or keep what you typed.";
        rule.error_title = title.data();
        rule.error_message = message.data();
        worksheet_data_validation_range(out, 1, at, rows_to_fill, at, &rule);
    }

    void put(lxw_worksheet* out, lxw_row_t row, lxw_col_t column, const std::string& text) {
        if (const auto number = load::parse_number(text)) {
            worksheet_write_number(out, row, column, *number, nullptr);
        } else if (!text.empty()) {
            worksheet_write_string(out, row, column, text.c_str(), nullptr);
        }
    }

    lxw_workbook* book_;
    lxw_format *heading_ = nullptr, *line_ = nullptr;
    lxw_worksheet* lists_ = nullptr;
    lxw_col_t list_column_ = 0;
};

}  // namespace

std::variant<std::string, IoError> write_workbook(const std::vector<FormSheet>& sheets,
                                                  const std::string& title, std::int64_t made) {
    const TemporaryFile file;
    if (!file.made() || !Writer(file.path()).write(sheets, title, made))
        return IoError{"no temporary file can be written",
                       "make room, or set TMPDIR to a folder that has some"};
    return file.bytes();
}

}  // namespace sayso::sheet
