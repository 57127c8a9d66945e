// How values are written in YAML so that they are read back as they were.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "load/value.h"

namespace sayso::load {

/// "text" with escapes: holds any text.
std::string double_quoted(std::string_view text);
/// 'text'; nothing for texts of several lines.
std::optional<std::string> single_quoted(std::string_view text);
/// Without quotes, where it cannot be taken for anything but a text, or is meant to (`quoted` is false).
std::optional<std::string> plain(const Value& scalar);
/// The lines of a text beneath "|" or ">", each indented; nothing for what these cannot hold. Those of a
/// folded text are at most `width` long where words allow.
std::optional<std::string> literal_lines(std::string_view text, std::size_t indent);
std::optional<std::string> folded_lines(std::string_view text, std::size_t indent, std::size_t width);

/// A value behind its key or dash. A block begins on a new line, indented by `indent`.
std::string flow_style(const Value& value);
std::string block_style(const Value& value, std::size_t indent);
/// "key: value", the value's own lines indented more than `indent`.
std::string entry_style(const std::string& key, const Value& value, std::size_t indent);
/// "- value".
std::string item_style(const Value& value, std::size_t indent);

}  // namespace sayso::load
