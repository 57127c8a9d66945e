// Disclosure control, as arithmetic: counts of people that nobody may work out, and what a reader could write
// down about them. In: the true counts, facts that are known whatever happens, statements that could be
// printed. Out: which of them may be (protect.h), and a proof (audit.h). Nothing here knows what the counts
// are of.
//
// Method: cell suppression with an attacker's problem for each hidden count (Fischetti and Salazar 2000),
// over the integers.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace sayso::disclosure {

using CountId = std::uint32_t;
inline constexpr std::int64_t no_low = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t no_high = std::numeric_limits<std::int64_t>::max();

struct Term {
    CountId count = 0;
    std::int64_t times = 1;
};

/// What a reader can write down: low ≤ the sum of times × count ≤ high.
struct Fact {
    std::vector<Term> terms;
    std::int64_t low = no_low, high = no_high;
};

/// A number that may be printed or hidden: a count itself, a rounded one, a percentage.
struct Statement {
    CountId count = 0;        // that it is of
    std::vector<Fact> facts;  // what it tells
    double weight = 1;        // what is lost when it is hidden, beside others
};

/// All counts are whole numbers from 0, and the true ones fit every fact.
struct Problem {
    std::vector<std::int64_t> counts;  // below 1,000,000,000
    std::vector<Fact> always;          // sums and parts of wholes; what was printed in earlier packs
    std::vector<Statement> statements;
    std::int64_t small = 7;  // counts from 1 to this are protected
};

/// By statement: true where it is printed.
using Printed = std::vector<bool>;

/// Bounds on the work, so that it ends whatever it is given. They are numbers of steps, not times: the same
/// input has the same answer on every machine.
struct Effort {
    int rounds = 40;        // of hiding more
    int branches = 20;      // of one question to the integer solver
    int questions = 2'000;  // to the integer solver, all told
};

}  // namespace sayso::disclosure
