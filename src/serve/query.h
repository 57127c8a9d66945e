// The query of an address: "kind=briefing&lang=en-GB".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::serve {

using Query = std::map<std::string, std::string>;

/// Nothing for what no browser sends: half an escape, a NUL, bytes that are no UTF-8. Of a key that stands
/// twice, the first holds.
std::optional<Query> parse_query(std::string_view text);

/// The path of a target, and its query without the question mark.
struct Target {
    std::string_view path, query;
};
Target split_target(std::string_view target);

}  // namespace sayso::serve
