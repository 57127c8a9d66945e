#include "disclosure/system.h"

#include <algorithm>
#include <numeric>

namespace sayso::disclosure {
namespace {

/// Division rounded towards minus infinity, and towards infinity.
std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}
std::int64_t ceil_div(std::int64_t a, std::int64_t b) {
    return -floor_div(-a, b);
}

class Reducer {
  public:
    Reducer(const Problem& problem, const Printed& printed)
        : low_(problem.counts.size(), 0),
          high_(problem.counts.size(), no_high),
          facts_of_(problem.counts.size()) {
        for (const Fact& fact : problem.always) facts_.push_back(&fact);
        for (std::size_t i = 0; i < printed.size(); ++i) {
            if (!printed[i]) continue;
            for (const Fact& fact : problem.statements[i].facts) facts_.push_back(&fact);
        }
        for (std::size_t i = 0; i < facts_.size(); ++i)
            for (const Term& term : facts_[i]->terms) facts_of_[term.count].push_back(i);
    }

    Reduced run() {
        std::vector<std::size_t> left(facts_.size());
        std::iota(left.begin(), left.end(), std::size_t{0});
        while (!left.empty()) {
            const std::size_t fact = left.back();
            left.pop_back();
            bound_one_unknown(*facts_[fact], left);
        }
        return {low_, high_, systems()};
    }

  private:
    bool known(CountId count) const { return low_[count] == high_[count]; }

    struct Rest {
        std::size_t unknown = 0;
        const Term* term = nullptr;  // an unknown one
        std::int64_t sum = 0;        // of the known ones
    };
    Rest rest_of(const Fact& fact) const {
        Rest rest;
        for (const Term& term : fact.terms) {
            if (known(term.count)) {
                rest.sum += term.times * low_[term.count];
            } else {
                ++rest.unknown;
                rest.term = &term;
            }
        }
        return rest;
    }

    void bound_one_unknown(const Fact& fact, std::vector<std::size_t>& left) {
        const Rest rest = rest_of(fact);
        if (rest.unknown != 1 || rest.term->times == 0) return;
        const CountId count = rest.term->count;
        const std::int64_t times = rest.term->times;
        std::int64_t low = no_low, high = no_high;
        if (fact.low != no_low)
            (times > 0 ? low : high) =
                times > 0 ? ceil_div(fact.low - rest.sum, times) : floor_div(fact.low - rest.sum, times);
        if (fact.high != no_high)
            (times > 0 ? high : low) =
                times > 0 ? floor_div(fact.high - rest.sum, times) : ceil_div(fact.high - rest.sum, times);
        low_[count] = std::max(low_[count], low);
        high_[count] = std::min(high_[count], high);
        if (known(count)) left.insert(left.end(), facts_of_[count].begin(), facts_of_[count].end());
    }

    CountId root(CountId count) {
        while (parent_[count] != count) count = parent_[count] = parent_[parent_[count]];
        return count;
    }

    std::vector<System> systems() {
        parent_.resize(low_.size());
        std::iota(parent_.begin(), parent_.end(), CountId{0});
        for (const Fact* fact : facts_) {
            const Term* first = nullptr;
            for (const Term& term : fact->terms) {
                if (known(term.count)) continue;
                if (first != nullptr) parent_[root(term.count)] = root(first->count);
                first = &term;
            }
        }
        constexpr std::uint32_t none = ~0U;
        std::vector<System> out;
        std::vector<std::uint32_t> system_of(low_.size(), none), column_of(low_.size(), 0);
        for (CountId count = 0; count < low_.size(); ++count) {
            if (known(count)) continue;
            std::uint32_t& system = system_of[root(count)];
            if (system == none) {
                system = static_cast<std::uint32_t>(out.size());
                out.emplace_back();
            }
            System& into = out[system];
            column_of[count] = static_cast<std::uint32_t>(into.counts.size());
            into.counts.push_back(count);
            into.low.push_back(low_[count]);
            into.high.push_back(high_[count]);
        }
        for (const Fact* fact : facts_) {
            const Rest rest = rest_of(*fact);
            if (rest.unknown < 2) continue;
            out[system_of[root(rest.term->count)]].rows.push_back(in_columns(*fact, rest.sum, column_of));
        }
        return out;
    }

    Fact in_columns(const Fact& fact, std::int64_t sum, const std::vector<std::uint32_t>& column_of) const {
        Fact row;
        row.low = fact.low == no_low ? no_low : fact.low - sum;
        row.high = fact.high == no_high ? no_high : fact.high - sum;
        for (const Term& term : fact.terms)
            if (!known(term.count)) row.terms.push_back({column_of[term.count], term.times});
        return row;
    }

    std::vector<const Fact*> facts_;
    std::vector<std::int64_t> low_, high_;
    std::vector<std::vector<std::size_t>> facts_of_;  // by count
    std::vector<CountId> parent_;
};

}  // namespace

std::int64_t value_of(const Fact& fact, const std::vector<std::int64_t>& values) {
    std::int64_t sum = 0;
    for (const Term& term : fact.terms) sum += term.times * values[term.count];
    return sum;
}

bool System::fits(const std::vector<std::int64_t>& values) const {
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] < low[i] || values[i] > high[i]) return false;
    return std::all_of(rows.begin(), rows.end(), [&](const Fact& row) {
        const std::int64_t sum = value_of(row, values);
        return sum >= row.low && sum <= row.high;
    });
}

Reduced reduce(const Problem& problem, const Printed& printed) {
    return Reducer(problem, printed).run();
}

}  // namespace sayso::disclosure
