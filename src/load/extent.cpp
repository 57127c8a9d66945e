#include "load/extent.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"
#include "load/yaml_fault.h"

namespace sayso::load {
namespace {

using Kind = Value::Kind;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// Behind the closing quote.
std::size_t quoted_end(std::string_view text, std::size_t at) {
    return end_of_quoted(text, at).value_or(text.size());
}

/// Whether a comment begins here.
bool starts_comment(std::string_view text, std::size_t at) {
    return text[at] == '#' && (at == 0 || is_blank(text[at - 1]) || text[at - 1] == '\n');
}

std::size_t bracket_end(std::string_view text, std::size_t at) {
    std::size_t open = 0;
    while (at < text.size()) {
        const char c = text[at];
        const char before = at > 0 ? text[at - 1] : ' ';
        const bool fresh =
            is_blank(before) || std::string_view("\n,[{:").find(before) != std::string_view::npos;
        if ((c == '"' || c == '\'') && fresh) {
            at = quoted_end(text, at);
            continue;
        }
        if (starts_comment(text, at)) {
            at = line_end(text, at);
            continue;
        }
        if (c == '[' || c == '{') ++open;
        if ((c == ']' || c == '}') && --open == 0) return at + 1;
        ++at;
    }
    return text.size();
}

std::size_t without_blanks_behind(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin && (is_blank(text[end - 1]) || text[end - 1] == '\n')) --end;
    return end;
}

/// Of a line with words on it: the first of them.
std::size_t first_word(std::string_view text, std::size_t start) {
    while (start < text.size() && is_blank(text[start])) ++start;
    return start;
}

/// The last line that is indented more than `indent`, blank ones between them included. `start` is a line's.
std::size_t indented_end(std::string_view text, std::size_t start, std::ptrdiff_t indent, bool comments_too) {
    std::size_t end = start == 0 ? 0 : start - 1;
    while (start < text.size()) {
        const std::size_t word = first_word(text, start), stop = line_end(text, start);
        if (word < stop) {
            const bool inside = static_cast<std::ptrdiff_t>(word - start) > indent;
            if (!inside || (!comments_too && text[word] == '#')) break;
            end = without_blanks_behind(text, start, stop);
        }
        start = stop + 1;
    }
    return end;
}

/// Where a plain text ends on its line: before a comment.
std::size_t plain_line_end(std::string_view text, std::size_t begin) {
    const std::size_t stop = line_end(text, begin);
    for (std::size_t at = begin; at < stop; ++at) {
        if (starts_comment(text, at)) return without_blanks_behind(text, begin, at);
    }
    return without_blanks_behind(text, begin, stop);
}

std::size_t plain_block_end(std::string_view text, std::size_t begin, std::ptrdiff_t indent) {
    std::size_t end = plain_line_end(text, begin);
    std::size_t start = line_end(text, begin) + 1;
    bool commented = text.substr(end, line_end(text, begin) - end).find('#') != std::string_view::npos;
    while (!commented && start < text.size()) {
        const std::size_t word = first_word(text, start), stop = line_end(text, start);
        if (word < stop) {
            if (static_cast<std::ptrdiff_t>(word - start) <= indent || text[word] == '#') break;
            end = plain_line_end(text, word);
            commented = text.substr(end, stop - end).find('#') != std::string_view::npos;
        }
        start = stop + 1;
    }
    return end;
}

std::size_t plain_flow_end(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (std::string_view(",[]{}").find(c) != std::string_view::npos || starts_comment(text, at)) break;
        const char next = at + 1 < text.size() ? text[at + 1] : '\n';
        if (c == ':' && std::string_view(" \n\r\t,[]{}").find(next) != std::string_view::npos) break;
    }
    return without_blanks_behind(text, begin, at);
}

std::size_t scalar_end(std::string_view text, std::size_t begin, const Setting& setting) {
    if (begin >= text.size()) return text.size();
    const char c = text[begin];
    if (c == '"' || c == '\'') return quoted_end(text, begin);
    if (setting.in_brackets) return plain_flow_end(text, begin);
    if (c != '|' && c != '>') return plain_block_end(text, begin, setting.indent);
    const std::size_t head = line_end(text, begin);
    const std::size_t end = indented_end(text, head + 1, setting.indent, true);
    return end > head ? end : without_blanks_behind(text, begin, head);
}

}  // namespace

std::size_t line_start(std::string_view text, std::size_t byte) {
    const auto before = text.substr(0, byte).rfind('\n');
    return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t byte) {
    return std::min(text.find('\n', byte), text.size());
}

std::size_t column_of(std::string_view text, std::size_t byte) {
    return byte - line_start(text, byte);
}

std::size_t byte_at(std::string_view text, const Span& span) {
    std::size_t start = 0;
    for (std::uint32_t line = 1; line < span.line && start < text.size(); ++line)
        start = line_end(text, start) + 1;
    return std::min(text.size(), start + (span.column == 0 ? 0 : span.column - 1));
}

std::size_t behind_key(std::string_view text, const Span& key) {
    std::size_t at = byte_at(text, key);
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) at = quoted_end(text, at);
    while (at < text.size() &&
           !(text[at] == ':' &&
             (at + 1 == text.size() || !std::isgraph(static_cast<unsigned char>(text[at + 1])))))
        ++at;
    return std::min(text.size(), at + 1);
}

bool opens_bracket(std::string_view text, std::size_t byte) {
    return byte < text.size() && (text[byte] == '{' || text[byte] == '[');
}

Extent extent_of(std::string_view text, const Value& value, const Setting& setting) {
    if (value.kind == Kind::null) {
        const std::size_t begin = first_word(text, setting.begin);
        for (const std::string_view word : {std::string_view("~"), std::string_view("null")}) {
            if (text.substr(begin).starts_with(word)) return {begin, begin + word.size()};
        }
        return {setting.begin, setting.begin};
    }
    const std::size_t begin = byte_at(text, value.span);
    if (value.kind == Kind::scalar) return {begin, scalar_end(text, begin, setting)};
    if (opens_bracket(text, begin)) return {begin, bracket_end(text, begin)};
    const auto indent = static_cast<std::ptrdiff_t>(column_of(text, begin));
    if (value.kind == Kind::map && !value.entries.empty()) {
        const Entry& last = value.entries.back();
        return {begin, extent_of(text, last.value, {behind_key(text, last.span), indent, false}).end};
    }
    if (!value.items.empty()) return {begin, extent_of(text, value.items.back(), {begin, indent, false}).end};
    return {begin, begin};
}

}  // namespace sayso::load
