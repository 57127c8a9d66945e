// Somebody who wants to know a hidden count: reads what was printed, as linear facts over whole numbers from
// 0, and searches by trying values. Shares no code with the protection that it attacks.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace sayso::attack {

/// low ≤ the sum of times × unknown ≤ high.
struct Clue {
    std::vector<std::pair<std::size_t, long>> terms;  // unknown, times
    long low, high;
};

struct Clues {
    std::size_t unknowns = 0;
    long most = 400;  // that any unknown can be; above every true value
    std::vector<Clue> clues;
};

/// Values from 1 to `small` that the unknown can still have, ascending.
std::vector<long> possible_values(const Clues& clues, std::size_t unknown, long small);

}  // namespace sayso::attack
