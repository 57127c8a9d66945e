// Which structure element may stand in which. ISO 32000-1, 14.8.4, and ISO 32000-2, Annex L with ISO/TS
// 32005, read strictly. Private to tests/support.
#pragma once

#include <string_view>

namespace sayso::test {

/// In the namespace of PDF 1.7 or of 2.0: the types that this checker knows.
bool is_type_of_1_7(std::string_view type);
bool is_type_of_2_0(std::string_view type);
/// `parent` is empty for the root of the structure.
bool may_stand_in(std::string_view type, std::string_view parent);
/// True for the types that may hold marked content themselves.
bool may_hold_content(std::string_view type);

}  // namespace sayso::test
