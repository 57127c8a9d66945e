// The shipped fonts and a shaper over them, read once for all tests of this program.
#pragma once

#include "text/paragraph.h"

namespace sayso::test {

const text::FontLibrary& shipped_fonts();
text::Shaper& shipped_shaper();
inline constexpr const char* family = "AtkinsonHyperlegibleNext";

}  // namespace sayso::test
