// What the search may choose: how the stages run and how the ends are arranged.
#pragma once

#include <cstdint>
#include <vector>

#include "diagram/content.h"

namespace sayso::diagram {

struct Composition {
    /// The stages stand side by side, or one under another.
    enum class Axis : std::uint8_t { across, down } axis = Axis::across;
    /// The central card: as high as the whole grid beside it, or first in the grid's first row.
    enum class Person : std::uint8_t { pillar, banner } person = Person::pillar;
    /// The overall outcomes: in the first row, filling the gap at the grid's end, as a band above or below,
    /// or beneath the central card.
    enum class Overall : std::uint8_t {
        first_row,
        last_row,
        band_above,
        band_below,
        under_person
    } overall = Overall::band_above;
    int columns = 3;           // of the ends' grid
    int person_span = 1;       // columns of the grid, when a banner
    double means_share = 0.2;  // of the width, when across
    std::size_t means_in_row = 1;
};

/// Every composition worth measuring for this content and this sheet.
std::vector<Composition> compositions(const Content& content, Size sheet);

/// Compositions a little off this one, to be tried once it is known to be the best.
std::vector<Composition> neighbours(const Composition& composition);

}  // namespace sayso::diagram
