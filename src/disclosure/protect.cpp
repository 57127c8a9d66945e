#include "disclosure/protect.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "disclosure/coin_model.h"
#include "disclosure/system.h"

namespace sayso::disclosure {
namespace {

constexpr double free_price =
    1e-4;  // of leaning on what is hidden anyway; above 0, so that detours are not free
constexpr double noticed = 1e-6;  // below it a deviation is rounding

/// Finds what else to hide: the cheapest way for one count to stand at another value, where each printed
/// statement that would then be untrue has its price. Those are the ones to hide.
class Hider {
  public:
    Hider(const Problem& problem, const Printed& printed) : problem_(problem) {
        CoinModelParts parts;
        for (const std::int64_t count : problem.counts)
            parts.add_column(-static_cast<double>(count), COIN_DBL_MAX, 0);  // how far each is from the truth
        for (const Fact& fact : problem.always) add(parts, fact);
        for (std::size_t i = 0; i < problem.statements.size(); ++i) {
            for (const Fact& fact : problem.statements[i].facts) {
                const int row = add(parts, fact);
                const double price = printed[i] ? problem.statements[i].weight : free_price;
                for (const double sign : {1.0, -1.0}) {
                    slack_of_.push_back(i);
                    parts.put(row, parts.add_column(0, COIN_DBL_MAX, price), sign);
                }
            }
        }
        parts.load(clp_);
    }

    /// Hides what must be for `count` to be able to be `value`. False when nothing can make it so.
    bool hide(CountId count, std::int64_t value, Printed& printed) {
        const int at = static_cast<int>(count);
        const auto truth = static_cast<double>(problem_.counts[count]);
        clp_.setColumnBounds(at, static_cast<double>(value) - truth, static_cast<double>(value) - truth);
        clp_.dual();
        const bool solved = clp_.isProvenOptimal();
        if (solved) hide_untrue(printed);
        clp_.setColumnBounds(at, -truth, COIN_DBL_MAX);
        return solved;
    }

    void forget_price(std::size_t statement) {
        for (std::size_t i = 0; i < slack_of_.size(); ++i)
            if (slack_of_[i] == statement)
                clp_.setObjectiveCoefficient(first_slack() + static_cast<int>(i), free_price);
    }

  private:
    int first_slack() const { return static_cast<int>(problem_.counts.size()); }

    int add(CoinModelParts& parts, const Fact& fact) const {
        const auto truth = static_cast<double>(value_of(fact, problem_.counts));
        const int row =
            parts.add_row(fact.low == no_low ? -COIN_DBL_MAX : static_cast<double>(fact.low) - truth,
                          fact.high == no_high ? COIN_DBL_MAX : static_cast<double>(fact.high) - truth);
        for (const Term& term : fact.terms)
            parts.put(row, static_cast<int>(term.count), static_cast<double>(term.times));
        return row;
    }

    void hide_untrue(Printed& printed) {
        const double* solution = clp_.primalColumnSolution() + first_slack();
        for (std::size_t i = 0; i < slack_of_.size(); ++i) {
            if (solution[i] <= noticed || !printed[slack_of_[i]]) continue;
            printed[slack_of_[i]] = false;
            forget_price(slack_of_[i]);
        }
    }

    const Problem& problem_;
    ClpSimplex clp_;
    std::vector<std::size_t> slack_of_;  // the statement, by slack
};

class Protector {
  public:
    Protector(const Problem& problem, const Effort& effort)
        : problem_(problem),
          effort_(effort),
          printed_(problem.statements.size(), true),
          is_small_(problem.counts.size()) {
        for (std::size_t i = 0; i < problem.counts.size(); ++i)
            is_small_[i] = problem.counts[i] >= 1 && problem.counts[i] <= problem.small;
        for (std::size_t i = 0; i < printed_.size(); ++i)
            printed_[i] = !is_small_[problem.statements[i].count];
    }

    Plan run() {
        Hider hider(problem_, printed_);
        for (int round = 0; round < effort_.rounds; ++round) {
            auto findings = audit(problem_, printed_, effort_);
            std::vector<CountId> unsafe = unsafe_of(findings), hopeless;
            if (unsafe.empty()) return plan(std::move(findings));
            const Printed before = printed_;
            for (const Finding& finding : findings)
                if (!finding.safe() && !hide_for(finding, hider)) hopeless.push_back(finding.count);
            if (printed_ == before) hide_neighbours(without(unsafe, hopeless), hider);
            if (printed_ == before) return plan(std::move(findings));
        }
        return plan(audit(problem_, printed_, effort_));
    }

  private:
    Plan plan(std::vector<Finding> findings) const {
        std::vector<CountId> unsafe = unsafe_of(findings);
        std::vector<CountId> refused = without(unsafe, plainly_large(unsafe));
        return {printed_, std::move(findings), std::move(refused)};
    }

    /// Those that nobody could take for small ones though nothing at all were printed today.
    std::vector<CountId> plainly_large(const std::vector<CountId>& unsafe) const {
        if (std::all_of(unsafe.begin(), unsafe.end(), [&](CountId count) { return is_small_[count]; }))
            return {};
        std::vector<CountId> out;
        for (const CountId count : unsafe_of(audit(problem_, Printed(printed_.size(), false), effort_)))
            if (!is_small_[count]) out.push_back(count);
        return out;
    }

    static std::vector<CountId> without(const std::vector<CountId>& all, const std::vector<CountId>& taken) {
        std::vector<CountId> out;
        std::set_difference(all.begin(), all.end(), taken.begin(), taken.end(), std::back_inserter(out));
        return out;
    }

    static std::vector<CountId> unsafe_of(const std::vector<Finding>& findings) {
        std::vector<CountId> out;
        for (const Finding& finding : findings)
            if (!finding.safe()) out.push_back(finding.count);
        return out;
    }

    /// False where nothing that is hidden would help: the count is known from what is true whatever happens.
    bool hide_for(const Finding& finding, Hider& hider) {
        return (finding.possible.back() || hider.hide(finding.count, problem_.small, printed_)) &&
               (finding.possible.front() || hider.hide(finding.count, 1, printed_));
    }

    /// Where fractions would do but whole numbers were not found: everything that shares a fact with the
    /// count.
    void hide_neighbours(const std::vector<CountId>& unsafe, Hider& hider) {
        std::vector<bool> near(problem_.counts.size(), false);
        const auto touches = [&](const Fact& fact) {
            return std::any_of(fact.terms.begin(), fact.terms.end(), [&](const Term& term) {
                return std::binary_search(unsafe.begin(), unsafe.end(), term.count);
            });
        };
        const auto mark = [&](const Fact& fact) {
            if (!touches(fact)) return;
            for (const Term& term : fact.terms) near[term.count] = true;
        };
        for (const Fact& fact : problem_.always) mark(fact);
        for (const Statement& statement : problem_.statements)
            for (const Fact& fact : statement.facts) mark(fact);
        for (std::size_t i = 0; i < printed_.size(); ++i) {
            if (!printed_[i] || !near[problem_.statements[i].count]) continue;
            printed_[i] = false;
            hider.forget_price(i);
        }
    }

    const Problem& problem_;
    const Effort& effort_;
    Printed printed_;
    std::vector<bool> is_small_;
};

}  // namespace

Plan protect(const Problem& problem, const Effort& effort) {
    return Protector(problem, effort).run();
}

}  // namespace sayso::disclosure
