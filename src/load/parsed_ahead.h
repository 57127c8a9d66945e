// YAML files that ship, parsed when the program was built: a start would else spend half its time on them.
// They are found by what they say (XXH3, 128 bits), never by name or time, so a file that was changed is
// parsed as any other. In: the text of a file. Out: the value that parse_yaml would give of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/value.h"

namespace sayso::load {

/// The table that `ahead_table` made of templates/, linked into the program by the build.
std::string_view shipped_ahead();

/// Null for a text that is not in the table.
std::optional<Value> parsed_ahead(std::string_view table, std::string_view text, std::uint32_t source,
                                  const std::string& lang);

/// A text and what it was parsed to, without faults.
struct Parsed {
    std::string text;
    Value value;
};
/// The same bytes for the same texts, whatever their order.
std::string ahead_table(const std::vector<Parsed>& files);

}  // namespace sayso::load
