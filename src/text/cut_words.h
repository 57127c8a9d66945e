// What is done with a word that is wider than its column. Private to src/text.
#pragma once

#include "text/piece_maker.h"

namespace sayso::text {

/// Appends the unit to `out` as several units, each of as many characters as fit in `width` points (one at
/// least). `character_ends`: byte offsets into the text, within the unit's ink.
void cut_unit(const Analysis& analysis, const Unit& unit, const std::vector<std::uint32_t>& character_ends,
              const PieceShaper& shaper, const std::vector<Span>& spans, double width, Analysis& out);
/// Appends the unit to `out` as it is.
void copy_unit(const Analysis& analysis, const Unit& unit, Analysis& out);

double ink_width(const Analysis& analysis, const Unit& unit, const std::vector<Span>& spans);

}  // namespace sayso::text
