#include "case.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace sayso::suite {
namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

/// Reads "error@7: message" after the "# ".
std::optional<Expected> parse_comment(std::string_view comment) {
    Expected out;
    if (comment.starts_with("warning")) {
        out.severity = Severity::warning;
        comment.remove_prefix(7);
    } else if (comment.starts_with("error")) {
        comment.remove_prefix(5);
    } else {
        return std::nullopt;
    }
    const std::size_t colon = comment.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view place = comment.substr(0, colon);
    if (place.starts_with('@')) std::from_chars(place.data() + 1, place.data() + place.size(), out.column);
    if (place == " (no place)") out.path = "-";
    out.message = trimmed(comment.substr(colon + 2));
    return out;
}

class CaseReader {
  public:
    void line(std::string_view text) {
        if (text.starts_with("#--- ")) return begin_file(std::string(trimmed(text.substr(5))));
        if (path_.empty()) return preamble(text);
        ++line_;
        (case_.files[path_] += text) += '\n';
        const std::string_view whole = trimmed(text);
        const bool is_alone = whole.starts_with('#');
        is_bare_ &= is_alone;
        if (!is_alone) settle(line_);
        for (const std::string_view mark : {"# error", "# warning", "# hint: "}) {
            const std::size_t at = text.find(mark);
            if (at != std::string_view::npos) return comment(text.substr(at + 2), is_alone);
        }
    }

    Case take() {
        settle(is_bare_ ? 1 : line_ + 1);
        return std::move(case_);
    }

  private:
    void preamble(std::string_view text) {
        if (text.starts_with("# lang: ")) case_.lang = trimmed(text.substr(8));
    }

    void begin_file(std::string path) {
        settle(line_ + 1);
        path_ = std::move(path);
        line_ = 0;
        is_bare_ = true;
        case_.files[path_];
    }

    void comment(std::string_view text, bool is_alone) {
        if (text.starts_with("hint: ")) {
            if (!case_.expected.empty()) case_.expected.back().hint = trimmed(text.substr(6));
            return;
        }
        auto expected = parse_comment(text);
        if (!expected) return;
        const bool has_place = expected->path.empty();
        expected->path = has_place ? path_ : "";
        if (has_place && !is_alone) expected->line = line_;
        case_.expected.push_back(std::move(*expected));
    }

    /// Expectations that stood alone belong to `line`.
    void settle(std::uint32_t line) {
        for (Expected& one : case_.expected) {
            if (!one.path.empty() && one.line == 0) one.line = line;
        }
    }

    Case case_;
    std::string path_;
    std::uint32_t line_ = 0;
    bool is_bare_ = true;  // the file holds nothing but comments so far
};

bool fits(const Expected& expected, const Diagnostic& found, const SourceMap& sources) {
    if (expected.severity != found.severity || expected.message != found.message) return false;
    if (!expected.hint.empty() && expected.hint != found.hint) return false;
    if (expected.path.empty()) return !found.span;
    if (!found.span || sources.path(found.span.source) != expected.path) return false;
    return expected.line == found.span.line && (expected.column == 0 || expected.column == found.span.column);
}

}  // namespace

Case parse_case(const std::string& text) {
    CaseReader reader;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        reader.line(std::string_view(text).substr(at, end - at));
        at = end + 1;
    }
    return reader.take();
}

std::string differences(const Case& one, const Diagnostics& found, const SourceMap& sources) {
    std::string out;
    std::vector<Expected> left = one.expected;
    for (const Diagnostic& each : found.sorted()) {
        const auto match =
            std::find_if(left.begin(), left.end(), [&](const Expected& e) { return fits(e, each, sources); });
        if (match == left.end()) {
            out += "not expected: " + render_text(each, sources, false);
        } else {
            left.erase(match);
        }
    }
    for (const Expected& each : left)
        out += fmt::format("not reported: {}:{}: {}\n", each.path, each.line, each.message);
    return out;
}

}  // namespace sayso::suite
