#include "load/yaml_fault.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "load/skim.h"

namespace sayso::load {
namespace {

constexpr std::string_view quote_hint =
    "put double quotes around the whole text; a double quote inside it is written \\\"";

struct Saying {
    std::string_view said;  // how the library's message begins (yaml-cpp 0.7, exceptions.h)
    std::string_view message;
    std::string_view hint;
};

// In the order of how often people meet them is no help here: the first that fits wins, so longer beginnings
// stand before shorter ones.
constexpr std::array sayings{
    Saying{"illegal tab", "a tab stands where spaces should indent the line",
           "replace the tab by spaces, two for each step"},
    Saying{"end of map flow", "this \"{\" has no \"}\" that closes it",
           "add the missing \"}\", or put double quotes around a text that begins with \"{\""},
    Saying{"end of sequence flow", "this \"[\" has no \"]\" that closes it",
           "add the missing \"]\", or put double quotes around a text that begins with \"[\""},
    Saying{"end of map", "this does not fit the key before it",
           "line up the keys that belong together; if this is part of a text, put double quotes around all "
           "of it"},
    Saying{"end of sequence", "this does not fit the list above it",
           "line up the \"- \" of every item; if this is part of a text, put double quotes around all of it"},
    Saying{"illegal map value", "a colon stands here where no key can be",
           "a text with \": \" in it needs double quotes around all of it; keys that belong together are "
           "lined up"},
    Saying{"illegal map key", "a key stands here where none can be", "line up the keys that belong together"},
    Saying{"illegal block entry", "an item of a list, \"- \", stands here where none can be",
           "begin the list on a new line under its key"},
    Saying{"illegal flow end", "a bracket closes here that was never opened", quote_hint},
    Saying{"unknown token", "no plain text may begin with this sign", quote_hint},
    Saying{"the referenced anchor", "a text that begins with \"*\" is read as the repeat of another value",
           quote_hint},
    Saying{"alias", "a text that begins with \"*\" is read as the repeat of another value", quote_hint},
    Saying{"illegal character found while scanning alias",
           "a text that begins with \"*\" is read as the repeat of another value", quote_hint},
    Saying{"anchor", "a text that begins with \"&\" is read as the name of a value", quote_hint},
    Saying{"illegal character found while scanning anchor",
           "a text that begins with \"&\" is read as the name of a value", quote_hint},
    Saying{"illegal character found while scanning tag", "a text that begins with \"!\" is read as a tag",
           quote_hint},
    Saying{"tag handle", "a text that begins with \"!\" is read as a tag", quote_hint},
    Saying{"end of verbatim tag", "a text that begins with \"!\" is read as a tag", quote_hint},
    Saying{"unknown escape", "a backslash before this letter means nothing",
           "inside double quotes a backslash is written \\\\"},
    Saying{"bad character found while scanning hex", "this is not a hexadecimal number",
           "inside double quotes a backslash is written \\\\"},
    Saying{"invalid unicode", "no character has this number", "write the character itself"},
    Saying{"illegal EOF in scalar", "this text has no closing quote", "add the closing quote"},
    Saying{"illegal document indicator", "\"---\" or \"...\" stands inside a text",
           "indent the line, or close the quote before it"},
    Saying{"cannot set zero indentation", "the text after \"|\" or \">\" must be indented",
           "indent each line of the text by two spaces"},
    Saying{"unexpected character in block scalar", "nothing may follow \"|\" or \">\" on its line",
           "begin the text on the next line, indented by two spaces"},
    Saying{"YAML", "this YAML directive cannot be used", "remove the line that begins with \"%\""},
    Saying{"bad YAML version", "this YAML directive cannot be used",
           "remove the line that begins with \"%\""},
    Saying{"TAG", "this YAML directive cannot be used", "remove the line that begins with \"%\""},
    Saying{"repeated", "this YAML directive cannot be used", "remove the line that begins with \"%\""},
    Saying{"cannot assign multiple", "two marks stand before one value", quote_hint},
};

std::size_t start_of_line(std::string_view text, std::size_t at) {
    const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return end == std::string_view::npos ? 0 : end + 1;
}

// A tab in the indentation of the faulty line or of one close above it: the library sees the tab late or not.
std::optional<std::size_t> tab_near(std::string_view text, std::size_t at) {
    std::size_t start = start_of_line(text, at);
    for (int lines = 0; lines < 3; ++lines) {
        const std::size_t first = text.find_first_not_of(" ", start);
        if (first < text.size() && text[first] == '\t') return first;
        if (start == 0) break;
        start = start_of_line(text, start - 1);
    }
    return std::nullopt;
}

/// The byte behind "name" in "name:Willow House", where a space is missing; none in "name: x", "name:" and
/// addresses.
std::optional<std::size_t> colon_without_space(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon + 1 == line.size()) return std::nullopt;
    if (line[colon + 1] == ' ' || line.substr(colon).starts_with("://")) return std::nullopt;
    const bool more = line.find(": ") != std::string_view::npos || line.ends_with(':');
    return more ? std::nullopt : std::optional(colon);
}

bool has_key(std::string_view line) {
    return line.find(": ") != std::string_view::npos || line.ends_with(':');
}

// "a: 1 / b / c: 2": the library reads "b c" as one text and trips over the colon behind it, but it is the
// line of `b` that needs the change. Its marks are no help: they name the colon alone.
std::optional<std::size_t> line_without_key(std::string_view text, std::size_t at) {
    const std::size_t indent = rest_of_line(text, start_of_line(text, at)).find_first_not_of(' ');
    std::optional<std::size_t> found;
    for (std::size_t start = start_of_line(text, at); start > 0;) {
        start = start_of_line(text, start - 1);
        const std::string_view line = rest_of_line(text, start);
        const std::size_t first = line.find_first_not_of(' ');
        if (first != indent || first >= line.size() || line[first] == '-' || line[first] == '#' ||
            has_key(line))
            break;
        found = start + first;
    }
    return found;
}

YamlFault fault_of_line(std::string_view text, std::size_t at) {
    const std::string_view line = rest_of_line(text, at);
    if (const auto colon = colon_without_space(line)) {
        return {fmt::format("there is no space after the colon of \"{}\"", line.substr(0, *colon)),
                fmt::format("write \"{}: {}\"", line.substr(0, *colon), line.substr(*colon + 1)), at + *colon,
                1};
    }
    return {"this line has no colon after its key", fmt::format("write \"{}: …\"", line), at,
            std::max<std::size_t>(1, line.size())};
}

// A quote that was forgotten swallows the lines up to the next quote, and the library stumbles behind that.
// That it was forgotten is a guess, made only where a swallowed line looks like one with a key.
std::optional<std::size_t> forgotten_quote(std::string_view text, std::size_t at) {
    const auto quoted = last_quoted(text, at);
    if (!quoted || start_of_line(text, quoted->end) != start_of_line(text, at)) return std::nullopt;
    const std::string_view swallowed = text.substr(0, quoted->end - 1);
    for (std::size_t end = swallowed.find('\n', quoted->begin); end != std::string_view::npos;
         end = swallowed.find('\n', end + 1)) {
        if (has_key(rest_of_line(swallowed, end + 1))) return quoted->begin;
    }
    return std::nullopt;
}

YamlFault plain_fault(std::string_view said, std::size_t at) {
    for (const Saying& saying : sayings) {
        if (said.starts_with(saying.said))
            return {std::string(saying.message), std::string(saying.hint), at, 1};
    }
    return {"this is not YAML", std::string(quote_hint), at, 1};
}

std::optional<std::size_t> end_of_double_quoted(std::string_view text, std::size_t at) {
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return std::nullopt;
}

std::optional<std::size_t> end_of_single_quoted(std::string_view text, std::size_t at) {
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] != '\'') continue;
        if (i + 1 >= text.size() || text[i + 1] != '\'') return i + 1;
        ++i;  // '' is one quote
    }
    return std::nullopt;
}

}  // namespace

std::string_view rest_of_line(std::string_view text, std::size_t at) {
    std::string_view rest = text.substr(std::min(at, text.size()));
    rest = rest.substr(0, rest.find('\n'));
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
}

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at) {
    return text[at] == '"' ? end_of_double_quoted(text, at) : end_of_single_quoted(text, at);
}

YamlFault explain_yaml_fault(std::string_view said, std::string_view text, std::size_t at,
                             std::optional<std::size_t> opened) {
    at = std::min(at, text.size());
    if (const auto tab = tab_near(text, at)) return plain_fault("illegal tab", *tab);
    if (const auto quote = forgotten_quote(text, at)) {
        return {"this text has no closing quote",
                "add the closing quote; a double quote inside a text is written \\\"", *quote, 1};
    }
    YamlFault fault = plain_fault(said, at);
    const bool is_flow = said.find("flow") != std::string_view::npos;
    if (is_flow && opened && *opened < text.size() && (text[*opened] == '[' || text[*opened] == '{'))
        return plain_fault(text[*opened] == '[' ? "end of sequence flow" : "end of map flow", *opened);
    if (said.starts_with("illegal map value")) {
        if (const auto line = line_without_key(text, at)) return fault_of_line(text, *line);
    }
    if (said.starts_with("end of map")) {
        const std::size_t start = start_of_line(text, at);
        const std::size_t first = start + rest_of_line(text, start).find_first_not_of(' ');
        if (first < text.size() && colon_without_space(rest_of_line(text, first)))
            return fault_of_line(text, first);
    }
    return fault;
}

}  // namespace sayso::load
