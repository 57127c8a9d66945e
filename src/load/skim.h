// What can be told of a YAML text without parsing it: how deep "[" and "{" lie within one another, and where
// the texts in quotes are. Two things want that of a text which the parser cannot give: it keeps every
// bracket that is still open before it counts them, and it says where it stumbled, not which quote above
// swallowed the lines between. Follows the YAML of quotes, comments, plain texts and texts behind "|" and ">"
// closely enough to tell a bracket or a quote from a letter; where a plain text runs over several lines it
// may take one for the other.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sayso::load {

/// The byte of the first bracket that is the `most` + 1st to be open at once. `most` should be far above any
/// real depth.
std::optional<std::size_t> first_flow_too_deep(std::string_view text, std::size_t most);

struct Quoted {
    std::size_t begin = 0, end = 0;  // from the opening quote to behind the closing one
};

/// The last text in quotes that begins before the byte `before`.
std::optional<Quoted> last_quoted(std::string_view text, std::size_t before);

}  // namespace sayso::load
