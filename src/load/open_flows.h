// How deep "[" and "{" lie within one another, found before the YAML parser reads the text: it keeps every
// one that is still open, and its own limit on depth comes too late for memory.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sayso::load {

/// The byte of the first bracket that is the `most` + 1st to be open at once. Follows the YAML of quotes,
/// comments, plain texts and texts behind "|" and ">" closely enough to tell a bracket from a letter; where a
/// text runs over several lines it may take one for the other, so `most` should be far above any real depth.
std::optional<std::size_t> first_flow_too_deep(std::string_view text, std::size_t most);

}  // namespace sayso::load
