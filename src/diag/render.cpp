#include <algorithm>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "base/utf8.h"
#include "diag/diagnostic.h"

namespace sayso {
namespace {

constexpr std::size_t shown_columns = 100;  // of a long source line

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return "";
}

std::string_view severity_color(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1b[1;31m";
        case Severity::warning:
            return "\x1b[1;33m";
        case Severity::note:
            return "\x1b[1;36m";
    }
    return "";
}

/// A text of the user's as a terminal may have it: without control characters, which could move its cursor or
/// change what stands there. Each becomes one "?", so that columns stay.
std::string safe(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
        const bool is_c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;  // U+0080 to U+009F
        if (is_c1) ++at;
        out += byte < 0x20 || byte == 0x7F || is_c1 ? '?' : text[at];
    }
    return out;
}

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Columns as people count them: characters, not bytes, and none for a byte order mark, which nobody sees.
std::size_t characters(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return !continues_character(c); }));
}

std::string place(const Span& span, const SourceMap& sources) {
    if (!span) return "sayso";
    if (const std::string& sheet = sources.sheet(span.source); !sheet.empty()) {
        std::string cell = span.line > 0 ? cell_name(span.column > 0 ? span.column - 1 : 0, span.line) : "";
        return fmt::format("{}:{}{}{}", safe(sources.path(span.source)), safe(sheet), cell.empty() ? "" : "!",
                           cell);
    }
    if (span.line == 0) return safe(sources.path(span.source));
    const std::string_view before = sources.line(span).substr(0, span.column > 0 ? span.column - 1 : 0);
    return fmt::format("{}:{}:{}", safe(sources.path(span.source)), span.line, characters(before) + 1);
}

/// The source line with a caret under the fault. A long line is cut to a window around it.
std::string excerpt(const Span& span, const SourceMap& sources) {
    std::string_view line = sources.line(span);
    if (line.empty() || span.column == 0) return {};
    std::size_t column = std::min<std::size_t>(span.column - 1, line.size());
    std::string_view lead;
    if (line.size() > shown_columns) {
        std::size_t start = column > shown_columns / 2 ? column - shown_columns / 2 : 0;
        while (start > 0 && continues_character(line[start])) --start;
        std::size_t end = std::min(line.size(), start + shown_columns);
        while (end < line.size() && continues_character(line[end])) ++end;
        if (start > 0) lead = "…";
        line = line.substr(start, end - start);
        column -= start;
    }
    const std::size_t under = std::min<std::size_t>(std::max(span.length, 1u), line.size() - column);
    const std::string number = std::to_string(span.line);
    std::string shown(line);
    std::replace(shown.begin(), shown.end(), '\t', ' ');
    return fmt::format(
        "  {} | {}{}\n  {} | {}^{}\n", number, lead, safe(shown), std::string(number.size(), ' '),
        std::string(characters(line.substr(0, column)) + (lead.empty() ? 0 : 1), ' '),
        std::string(std::max<std::size_t>(characters(line.substr(column, under)), 1) - 1, '~'));
}

nlohmann::json json_place(const Span& span, const SourceMap& sources) {
    nlohmann::json out = nlohmann::json::object();
    if (!span) return out;
    out["file"] = sources.path(span.source);
    if (const std::string& sheet = sources.sheet(span.source); !sheet.empty()) {
        out["sheet"] = sheet;
        if (span.line > 0) out["cell"] = cell_name(span.column > 0 ? span.column - 1 : 0, span.line);
    }
    out["line"] = span.line;
    out["column"] = span.column;
    out["length"] = span.length;
    return out;
}

}  // namespace

std::string render_text(const Diagnostic& diagnostic, const SourceMap& sources, bool color) {
    const std::string_view on = color ? severity_color(diagnostic.severity) : "";
    const std::string_view off = color ? "\x1b[0m" : "";
    std::string out = fmt::format("{}: {}{}{}: {}\n{}", place(diagnostic.span, sources), on,
                                  severity_name(diagnostic.severity), off, safe(diagnostic.message),
                                  excerpt(diagnostic.span, sources));
    for (const Note& note : diagnostic.notes) {
        out += note.span ? fmt::format("  note: {}: {}\n", place(note.span, sources), safe(note.message))
                         : fmt::format("  note: {}\n", safe(note.message));
    }
    if (!diagnostic.hint.empty()) out += fmt::format("  hint: {}\n", safe(diagnostic.hint));
    return out;
}

std::string render_json(const Diagnostic& diagnostic, const SourceMap& sources) {
    nlohmann::json out = json_place(diagnostic.span, sources);
    out["severity"] = severity_name(diagnostic.severity);
    out["code"] = diagnostic.code;
    out["message"] = diagnostic.message;
    if (!diagnostic.hint.empty()) out["hint"] = diagnostic.hint;
    for (const Note& note : diagnostic.notes) {
        nlohmann::json item = json_place(note.span, sources);
        item["message"] = note.message;
        out["notes"].push_back(std::move(item));
    }
    // Bytes that are no UTF-8 can stand in a message that quotes them.
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace sayso
