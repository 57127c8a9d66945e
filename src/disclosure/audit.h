// The proof: for every hidden count, whole numbers that fit everything printed, with that count at each value
// from 1 to the small limit.
#pragma once

#include <vector>

#include "disclosure/problem.h"

namespace sayso::disclosure {

/// Counts that a reader must not narrow down: the small ones, and those of statements that are hidden, so
/// that nobody can tell which is which. In ascending order.
std::vector<CountId> hidden_counts(const Problem& problem, const Printed& printed);

struct Finding {
    CountId count = 0;
    /// By value from 1: whether whole numbers were found, and checked, that fit everything printed.
    std::vector<bool> possible;
    bool safe() const;
};

/// One for each hidden count. What was not found within the effort is not possible: "unknown" is never
/// "safe".
std::vector<Finding> audit(const Problem& problem, const Printed& printed, const Effort& effort = {});

}  // namespace sayso::disclosure
