// What a reader has to solve: the counts that are not known yet, in groups that no fact joins.
#pragma once

#include <vector>

#include "disclosure/problem.h"

namespace sayso::disclosure {

/// Columns are the group's own numbers of its counts; the facts' terms name columns.
struct System {
    std::vector<CountId> counts;  // by column
    std::vector<std::int64_t> low, high;
    std::vector<Fact> rows;

    /// Whether whole numbers, by column, fit every bound and row; exact.
    bool fits(const std::vector<std::int64_t>& values) const;
};

/// What all facts taken one at a time tell of each count, and the systems that are left. A fact with one
/// unknown bounds it, and so on until no fact tells more.
struct Reduced {
    std::vector<std::int64_t> low, high;  // by count
    std::vector<System> systems;
};
Reduced reduce(const Problem& problem, const Printed& printed);

/// The sum of times × value.
std::int64_t value_of(const Fact& fact, const std::vector<std::int64_t>& values);

}  // namespace sayso::disclosure
