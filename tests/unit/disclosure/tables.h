// Tables of counts as problems of disclosure control, and what a reader sees of them.
#pragma once

#include <random>

#include "disclosure/protect.h"
#include "support/attacker.h"

namespace sayso::disclosure {

struct TableShape {
    std::vector<std::size_t> sides;  // categories of each dimension
    std::int64_t most = 30;          // count of a cell
    double small_share = 0.3;        // of the cells that are small
    std::int64_t rounded_to = 1;
};

/// Every cell and every margin is a count with a statement of its own; margins are sums of cells.
Problem table(const TableShape& shape, std::mt19937& random);

/// A second table that counts part of the people of the first, cell by cell, and says what part in whole
/// percent.
Problem with_parts(const Problem& whole, std::mt19937& random);

/// What a reader knows who sees the printed statements.
attack::Clues clues_of(const Problem& problem, const Printed& printed);

/// A statement of one count: as it is, or rounded to a multiple of `rounded_to`.
Statement says(const Problem& problem, CountId count, std::int64_t rounded_to = 1, double weight = 1);

}  // namespace sayso::disclosure
