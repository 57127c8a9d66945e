#include "disclosure/audit.h"

#include <algorithm>
#include <map>

#include "disclosure/solver.h"

namespace sayso::disclosure {
namespace {

class Auditor {
  public:
    Auditor(const Problem& problem, const Printed& printed, const Effort& effort)
        : problem_(problem),
          effort_(effort),
          questions_(effort.questions),
          reduced_(reduce(problem, printed)) {
        for (const CountId count : hidden_counts(problem, printed)) {
            index_.emplace(count, findings_.size());
            findings_.push_back({count, std::vector<bool>(static_cast<std::size_t>(problem.small), false)});
        }
    }

    std::vector<Finding> run() {
        for (Finding& finding : findings_) note(finding.count, problem_.counts[finding.count]);
        for (const System& system : reduced_.systems) look_at(system);
        return std::move(findings_);
    }

  private:
    void note(CountId count, std::int64_t value) {
        const auto found = index_.find(count);
        if (found == index_.end() || value < 1 || value > problem_.small) return;
        findings_[found->second].possible[static_cast<std::size_t>(value - 1)] = true;
    }

    void look_at(const System& system) {
        std::optional<Solver> solver;
        for (std::size_t column = 0; column < system.counts.size(); ++column) {
            const auto found = index_.find(system.counts[column]);
            if (found == index_.end()) continue;
            if (!solver) solver.emplace(system, truth_of(system), effort_, questions_);
            ask(system, *solver, column, findings_[found->second]);
        }
    }

    std::vector<std::int64_t> truth_of(const System& system) const {
        std::vector<std::int64_t> out;
        for (const CountId count : system.counts) out.push_back(problem_.counts[count]);
        return out;
    }

    /// The ends first: where one of them is not possible, the count is not safe, and the rest need no asking.
    void ask(const System& system, Solver& solver, std::size_t column, const Finding& finding) {
        const auto ask_one = [&](std::int64_t value) {
            if (finding.possible[static_cast<std::size_t>(value - 1)]) return true;
            const auto values = solver.with(column, value);
            if (!values) return false;
            for (std::size_t i = 0; i < values->size(); ++i) note(system.counts[i], (*values)[i]);
            return true;
        };
        if (!ask_one(problem_.small) || !ask_one(1)) return;
        for (std::int64_t value = 2; value < problem_.small; ++value)
            if (!ask_one(value)) return;
    }

    const Problem& problem_;
    const Effort& effort_;
    int questions_;
    Reduced reduced_;
    std::vector<Finding> findings_;
    std::map<CountId, std::size_t> index_;
};

}  // namespace

bool Finding::safe() const {
    return std::all_of(possible.begin(), possible.end(), [](bool each) { return each; });
}

std::vector<CountId> hidden_counts(const Problem& problem, const Printed& printed) {
    std::vector<CountId> out;
    for (CountId count = 0; count < problem.counts.size(); ++count)
        if (problem.counts[count] >= 1 && problem.counts[count] <= problem.small) out.push_back(count);
    for (std::size_t i = 0; i < printed.size(); ++i)
        if (!printed[i]) out.push_back(problem.statements[i].count);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<Finding> audit(const Problem& problem, const Printed& printed, const Effort& effort) {
    return Auditor(problem, printed, effort).run();
}

}  // namespace sayso::disclosure
