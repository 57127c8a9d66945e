#include "tables.h"

#include <map>

namespace sayso::disclosure {
namespace {

/// Each index runs to its side's length, which stands for "all of them".
bool advance(std::vector<std::size_t>& index, const std::vector<std::size_t>& sides) {
    for (std::size_t i = 0; i < index.size(); ++i) {
        if (++index[i] <= sides[i]) return true;
        index[i] = 0;
    }
    return false;
}

std::int64_t random_count(const TableShape& shape, std::mt19937& random) {
    const bool small = std::uniform_real_distribution<>(0, 1)(random) < shape.small_share;
    return std::uniform_int_distribution<std::int64_t>(small ? 0 : 8, small ? 7 : shape.most)(random);
}

}  // namespace

Statement says(const Problem& problem, CountId count, std::int64_t rounded_to, double weight) {
    const std::int64_t shown = (problem.counts[count] + rounded_to / 2) / rounded_to * rounded_to;
    return {count, {{{{count, 1}}, shown - rounded_to / 2, shown + (rounded_to - 1) / 2}}, weight};
}

Problem table(const TableShape& shape, std::mt19937& random) {
    Problem problem;
    std::map<std::vector<std::size_t>, CountId> ids;
    std::vector<std::size_t> index(shape.sides.size(), 0);
    do {
        ids.emplace(index, static_cast<CountId>(ids.size()));
    } while (advance(index, shape.sides));
    problem.counts.resize(ids.size());
    // In the map's order a sum comes after what it is a sum of along each dimension.
    for (const auto& [at, id] : ids) {
        std::size_t along = 0;
        while (along < at.size() && at[along] < shape.sides[along]) ++along;
        if (along == at.size()) problem.counts[id] = random_count(shape, random);
        for (std::size_t d = along; d < at.size(); ++d) {
            if (at[d] < shape.sides[d]) continue;
            Fact sum{{{id, -1}}, 0, 0};
            std::int64_t total = 0;
            auto part = at;
            for (part[d] = 0; part[d] < shape.sides[d]; ++part[d]) {
                sum.terms.push_back({ids.at(part), 1});
                total += problem.counts[ids.at(part)];
            }
            problem.counts[id] = total;
            problem.always.push_back(std::move(sum));
        }
    }
    for (CountId id = 0; id < problem.counts.size(); ++id)
        problem.statements.push_back(says(problem, id, shape.rounded_to));
    return problem;
}

Problem with_parts(const Problem& whole, std::mt19937& random) {
    Problem problem = whole;
    for (CountId id = 0; id < whole.counts.size(); ++id) {
        const std::int64_t n = whole.counts[id];
        const auto part = static_cast<CountId>(problem.counts.size());
        problem.counts.push_back(std::uniform_int_distribution<std::int64_t>(0, n)(random));
        problem.always.push_back({{{part, 1}, {id, -1}}, no_low, 0});
        if (n == 0) continue;
        const std::int64_t percent = (problem.counts[part] * 200 + n) / (2 * n);
        // (percent − ½) n ≤ 100 part ≤ (percent + ½) n
        problem.statements.push_back({part,
                                      {{{{part, 200}, {id, 1 - 2 * percent}}, 0, no_high},
                                       {{{part, 200}, {id, -1 - 2 * percent}}, no_low, 0}}});
    }
    return problem;
}

attack::Clues clues_of(const Problem& problem, const Printed& printed) {
    attack::Clues clues;
    clues.unknowns = problem.counts.size();
    const auto add = [&](const Fact& fact) {
        attack::Clue clue{{}, -1'000'000, 1'000'000};
        for (const Term& term : fact.terms) clue.terms.emplace_back(term.count, term.times);
        if (fact.low != no_low) clue.low = fact.low;
        if (fact.high != no_high) clue.high = fact.high;
        clues.clues.push_back(std::move(clue));
    };
    for (const Fact& fact : problem.always) add(fact);
    for (std::size_t i = 0; i < printed.size(); ++i)
        if (printed[i])
            for (const Fact& fact : problem.statements[i].facts) add(fact);
    for (const std::int64_t count : problem.counts) clues.most = std::max<long>(clues.most, 2 * count);
    return clues;
}

}  // namespace sayso::disclosure
