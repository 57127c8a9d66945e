// Where a font can be had for a character that no font of ours has. Private to src/text.
#pragma once

#include <string>

namespace sayso::text {

/// What to do about a character without a glyph: which font of which Debian 12 package has it and where the
/// file goes; for a character that no such font is known for, that any font which has it may.
std::string hint_for_missing(char32_t character);

}  // namespace sayso::text
