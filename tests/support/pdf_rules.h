// Which structure element may stand in which. ISO 32000-1, 14.8.4, read strictly. Private to tests/support.
#pragma once

#include <string_view>

namespace sayso::test {

bool is_standard_type(std::string_view type);
/// `parent` is empty for the root of the structure.
bool may_stand_in(std::string_view type, std::string_view parent);
/// True for the types that may hold marked content themselves.
bool may_hold_content(std::string_view type);

}  // namespace sayso::test
