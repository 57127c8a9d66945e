// What sayso tells the user when something is wrong: a place, one sentence, a hint that says what to type.
// Every stage takes a `Diagnostics&` and goes on after an error where it can, so that one run finds all
// independent faults.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sayso {

/// A place in a source text. Line and column count from 1; column and length count bytes of UTF-8. In a sheet
/// of a workbook they are the cell's row and column. `source` 0 means "no place" (a fault of the command
/// line, say).
struct Span {
    std::uint32_t source = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 0;
    auto operator<=>(const Span&) const = default;
    explicit operator bool() const { return source != 0; }
};

/// The texts and sheets that spans point into. Ids start at 1 and follow the order of `add`; what is added
/// again, by its path and sheet, keeps its id. Copies share the texts.
class SourceMap {
  public:
    std::uint32_t add(std::string path, std::string text);
    /// One sheet of a workbook: its places are cells.
    std::uint32_t add_sheet(std::string path, std::string sheet);
    const std::string& path(std::uint32_t source) const;
    /// The sheet's name; empty for a text.
    const std::string& sheet(std::uint32_t source) const;
    /// The line without its line end; empty when there is none.
    std::string_view line(const Span& span) const;
    std::size_t size() const { return sources_.size(); }

  private:
    struct Source {
        std::string path;
        std::string text;
        std::string sheet;
        std::vector<std::size_t> line_starts;
    };
    std::uint32_t put(Source source);

    std::vector<std::shared_ptr<const Source>> sources_;
};

/// "C7": how a spreadsheet names the cell in this column (from 0) of a row (from 1).
std::string cell_name(std::size_t column, std::size_t row);

enum class Severity { error, warning, note };

struct Note {
    Span span;
    std::string message;
};

struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;  // stable, kebab-case, for --format-errors=json and for tests: "unknown-key"
    Span span;
    std::string message;  // lower case, the user's own text in quotes
    std::string hint;     // what to type; may be empty
    std::vector<Note> notes;
    bool operator==(const Diagnostic& other) const;
};

/// Collects diagnostics, dropping exact repeats. Not shared between threads: each job has its own.
class Diagnostics {
  public:
    Diagnostic& add(Diagnostic diagnostic);
    Diagnostic& error(std::string code, Span span, std::string message, std::string hint = {});
    Diagnostic& warning(std::string code, Span span, std::string message, std::string hint = {});
    void merge(const Diagnostics& other);

    bool has_errors() const { return errors_ > 0; }
    std::size_t errors() const { return errors_; }
    std::size_t warnings() const { return warnings_; }
    bool empty() const { return items_.empty(); }
    /// In order of place (source, line, column), placeless ones first; stable.
    std::vector<Diagnostic> sorted() const;
    const std::vector<Diagnostic>& items() const { return items_; }

  private:
    std::vector<Diagnostic> items_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
    Diagnostic scratch_;  // what `add` returns for a dropped repeat
};

/// With `--strict`, whoever asks takes warnings for errors; what was found stays what it is.
inline bool is_error(const Diagnostic& diagnostic, bool strict) {
    return diagnostic.severity == Severity::error || (strict && diagnostic.severity == Severity::warning);
}
inline bool has_errors(const Diagnostics& diagnostics, bool strict) {
    return diagnostics.has_errors() || (strict && diagnostics.warnings() > 0);
}

/// "file:line:col: error: message", the source line, a caret, "hint: …". Colour by ANSI codes if asked.
std::string render_text(const Diagnostic& diagnostic, const SourceMap& sources, bool color);
/// One JSON object on one line: severity, code, message, hint, file, line, column, length, notes.
std::string render_json(const Diagnostic& diagnostic, const SourceMap& sources);

}  // namespace sayso
