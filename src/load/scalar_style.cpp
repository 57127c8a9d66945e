#include "load/scalar_style.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "load/reading.h"

namespace sayso::load {
namespace {

using Kind = Value::Kind;

constexpr std::size_t flow_width = 80;  // a list that is longer gets a line for each item

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool has_edge_spaces(std::string_view text) {
    return text.empty() || text.front() == ' ' || text.back() == ' ';
}

bool is_word_like(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first >= 0x80;
    // A telephone number with spaces in it is a text.
    const bool number = first >= '0' && first <= '9' && text.find(' ') != text.npos;
    return letter || number;
}

/// What YAML 1.1 or 1.2 reads as something else than a text.
bool is_reserved(std::string_view text) {
    static constexpr std::array<std::string_view, 9> words{"null", "true", "false", "yes", "no",
                                                           "on",   "off",  "y",     "n"};
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(words.begin(), words.end(), lower) != words.end();
}

std::string scalar_style(const Value& value) {
    return plain(value).value_or(double_quoted(value.scalar));
}

std::string key_style(const std::string& key) {
    Value word;
    word.kind = Kind::scalar;
    word.scalar = key;
    word.quoted = true;
    return scalar_style(word);
}

bool is_short_list(const Value& value) {
    const bool scalars = std::all_of(value.items.begin(), value.items.end(),
                                     [](const Value& item) { return item.kind == Kind::scalar; });
    return scalars && flow_style(value).size() <= flow_width;
}

}  // namespace

std::string double_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += {'\\', c};
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (is_control(c)) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::optional<std::string> single_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (is_control(c)) return std::nullopt;
        out += c;
        if (c == '\'') out += c;
    }
    return out + "'";
}

std::optional<std::string> plain(const Value& scalar) {
    const std::string& text = scalar.scalar;
    if (!scalar.quoted) return text;
    if (has_edge_spaces(text) || !is_word_like(text) || is_reserved(text)) return std::nullopt;
    const bool marks = text.find_first_of("#:{}[],&*!|>%@`\"\\") != text.npos ||
                       std::any_of(text.begin(), text.end(), is_control);
    return marks ? std::nullopt : std::optional(text);
}

std::optional<std::string> literal_lines(std::string_view text, std::size_t indent) {
    if (has_edge_spaces(text) || text.front() == '\n' || text.back() == '\n') return std::nullopt;
    std::string out;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (std::any_of(line.begin(), line.end(), is_control)) return std::nullopt;
        out += line.empty() ? "\n" : "\n" + std::string(indent, ' ') + std::string(line);
    }
    return out;
}

std::optional<std::string> folded_lines(std::string_view text, std::size_t indent, std::size_t width) {
    const bool odd = text.find("  ") != text.npos || std::any_of(text.begin(), text.end(), is_control);
    if (odd || has_edge_spaces(text)) return std::nullopt;
    const std::string margin = "\n" + std::string(indent, ' ');
    std::string out = margin;
    std::size_t used = indent;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (used > indent && used + 1 + word.size() > width) {
            out += margin;
            used = indent;
        } else if (used > indent) {
            out += ' ';
            ++used;
        }
        out += word;
        used += word.size();
    }
    return out;
}

std::string flow_style(const Value& value) {
    std::string out;
    switch (value.kind) {
        case Kind::null:
            return "null";
        case Kind::scalar:
            return scalar_style(value);
        case Kind::sequence:
            for (const Value& item : value.items) out += (out.empty() ? "" : ", ") + flow_style(item);
            return "[" + out + "]";
        case Kind::map:
            for (const Entry& entry : value.entries)
                out += (out.empty() ? "" : ", ") + key_style(entry.key) + ": " + flow_style(entry.value);
            return "{" + out + "}";
    }
    return out;
}

std::string block_style(const Value& value, std::size_t indent) {
    const std::string margin = "\n" + std::string(indent, ' ');
    std::string out;
    if (value.kind == Kind::map && !value.entries.empty()) {
        for (const Entry& entry : value.entries) out += margin + entry_style(entry.key, entry.value, indent);
        return out;
    }
    if (value.kind == Kind::sequence && !is_short_list(value)) {
        for (const Value& item : value.items) out += margin + item_style(item, indent);
        return out;
    }
    if (value.kind == Kind::scalar && value.scalar.find('\n') != std::string::npos) {
        if (const auto lines = literal_lines(value.scalar, indent)) return " |-" + *lines;
    }
    return " " + flow_style(value);
}

std::string entry_style(const std::string& key, const Value& value, std::size_t indent) {
    return key_style(key) + ":" + block_style(value, indent + 2);
}

std::string item_style(const Value& value, std::size_t indent) {
    if (value.kind != Kind::map || value.entries.empty()) return "- " + flow_style(value);
    std::string out = block_style(value, indent + 2);
    out.erase(0, out.find_first_not_of("\n "));
    return "- " + out;
}

}  // namespace sayso::load
