#include "support/attacker.h"

#include <algorithm>

namespace sayso::attack {
namespace {

using Ranges = std::vector<std::pair<long, long>>;

class Search {
  public:
    explicit Search(const Clues& clues) : clues_(clues) {}

    bool can(Ranges ranges) {
        if (!narrow(ranges)) return false;
        std::size_t open = ranges.size();
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            if (ranges[i].first == ranges[i].second) continue;
            if (open == ranges.size() || width(ranges[i]) < width(ranges[open])) open = i;
        }
        if (open == ranges.size()) return true;
        // Halving the narrowest range keeps the search short where values hardly matter.
        const long middle = ranges[open].first + width(ranges[open]) / 2;
        Ranges lower = ranges;
        lower[open].second = middle;
        if (can(std::move(lower))) return true;
        ranges[open].first = middle + 1;
        return can(std::move(ranges));
    }

  private:
    static long width(const std::pair<long, long>& range) { return range.second - range.first; }

    /// Takes values away that a clue alone forbids, until none does. False: a range is empty.
    bool narrow(Ranges& ranges) const {
        for (bool changed = true; changed;) {
            changed = false;
            for (const Clue& clue : clues_.clues) {
                long least = 0, most = 0;
                for (const auto& [at, times] : clue.terms) {
                    least += times * (times > 0 ? ranges[at].first : ranges[at].second);
                    most += times * (times > 0 ? ranges[at].second : ranges[at].first);
                }
                if (least > clue.high || most < clue.low) return false;
                for (const auto& [at, times] : clue.terms) {
                    while (ranges[at].first <= ranges[at].second &&
                           forbids(clue, times, ranges[at].first, least, most, ranges[at]))
                        ++ranges[at].first, changed = true;
                    while (ranges[at].first <= ranges[at].second &&
                           forbids(clue, times, ranges[at].second, least, most, ranges[at]))
                        --ranges[at].second, changed = true;
                    if (ranges[at].first > ranges[at].second) return false;
                    least = most = 0;
                    for (const auto& [other, weight] : clue.terms) {
                        least += weight * (weight > 0 ? ranges[other].first : ranges[other].second);
                        most += weight * (weight > 0 ? ranges[other].second : ranges[other].first);
                    }
                }
            }
        }
        return true;
    }

    static bool forbids(const Clue& clue, long times, long value, long least, long most,
                        const std::pair<long, long>& range) {
        const long own_least = times * (times > 0 ? range.first : range.second);
        const long own_most = times * (times > 0 ? range.second : range.first);
        return least - own_least + times * value > clue.high || most - own_most + times * value < clue.low;
    }

    const Clues& clues_;
};

}  // namespace

std::vector<long> possible_values(const Clues& clues, std::size_t unknown, long small) {
    std::vector<long> out;
    for (long value = 1; value <= small; ++value) {
        Ranges ranges(clues.unknowns, {0, clues.most});
        ranges[unknown] = {value, value};
        if (Search(clues).can(std::move(ranges))) out.push_back(value);
    }
    return out;
}

}  // namespace sayso::attack
