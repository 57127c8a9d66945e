#include "disclosure/solver.h"

#include <CbcModel.hpp>
#include <OsiClpSolverInterface.hpp>
#include <cmath>

#include "disclosure/coin_model.h"

namespace sayso::disclosure {
namespace {

/// Each count has two columns, for how far it stands above and below the truth; together they cost least.
int above(std::size_t column) {
    return 2 * static_cast<int>(column);
}
int below(std::size_t column) {
    return above(column) + 1;
}
double moved(const double* solution, std::size_t column) {
    return solution[above(column)] - solution[below(column)];
}

}  // namespace

struct Solver::Clp {
    ClpSimplex simplex;
};

Solver::Solver(const System& system, std::vector<std::int64_t> truth, const Effort& effort, int& questions)
    : system_(system),
      truth_(std::move(truth)),
      effort_(effort),
      questions_(questions),
      clp_(std::make_unique<Clp>()) {
    CoinModelParts parts;
    for (std::size_t i = 0; i < truth_.size(); ++i) {
        parts.add_column(0, COIN_DBL_MAX, 1);
        parts.add_column(0, COIN_DBL_MAX, 1);
    }
    for (const Fact& fact : system.rows) {
        const std::int64_t sum = value_of(fact, truth_);
        const int row =
            parts.add_row(fact.low == no_low ? -COIN_DBL_MAX : static_cast<double>(fact.low - sum),
                          fact.high == no_high ? COIN_DBL_MAX : static_cast<double>(fact.high - sum));
        for (const Term& term : fact.terms) {
            parts.put(row, above(term.count), static_cast<double>(term.times));
            parts.put(row, below(term.count), -static_cast<double>(term.times));
        }
    }
    parts.load(clp_->simplex);
    for (std::size_t i = 0; i < truth_.size(); ++i) reset(i);
}

Solver::~Solver() = default;

void Solver::reset(std::size_t column) {
    const std::int64_t high = system_.high[column];
    clp_->simplex.setColumnBounds(
        above(column), 0, high == no_high ? COIN_DBL_MAX : static_cast<double>(high - truth_[column]));
    clp_->simplex.setColumnBounds(below(column), 0,
                                  static_cast<double>(truth_[column] - system_.low[column]));
}

bool Solver::hold(std::size_t column, double by) {
    const double up = std::max(by, 0.0), down = std::max(-by, 0.0);
    clp_->simplex.setColumnBounds(above(column), up, up);
    clp_->simplex.setColumnBounds(below(column), down, down);
    clp_->simplex.dual();
    return clp_->simplex.isProvenOptimal();
}

std::optional<std::vector<std::int64_t>> Solver::checked(const double* solution) const {
    std::vector<std::int64_t> values = truth_;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] += std::llround(moved(solution, i));
    if (!system_.fits(values)) return std::nullopt;
    return values;
}

std::optional<std::vector<std::int64_t>> Solver::dive() {
    const ClpSimplex& clp = clp_->simplex;
    std::vector<std::size_t> held;
    std::optional<std::vector<std::int64_t>> found;
    while (!found) {
        std::size_t at = truth_.size();
        double nearest = 1;
        for (std::size_t i = 0; i < truth_.size(); ++i) {
            const double by = moved(clp.primalColumnSolution(), i), off = std::abs(by - std::round(by));
            if (off > 1e-6 && off < nearest) nearest = off, at = i;
        }
        if (at == truth_.size()) break;
        const double by = moved(clp.primalColumnSolution(), at),
                     other = 2 * std::floor(by) + 1 - std::round(by);
        held.push_back(at);
        if (!hold(at, std::round(by)) && !hold(at, other)) break;
        found = checked(clp.primalColumnSolution());
    }
    for (const std::size_t column : held) reset(column);
    return found;
}

std::optional<std::vector<std::int64_t>> Solver::branch() {
    if (questions_ <= 0) return std::nullopt;
    --questions_;
    clp_->simplex.dual();  // the dive left it elsewhere
    OsiClpSolverInterface relaxed(&clp_->simplex, false);
    relaxed.messageHandler()->setLogLevel(0);
    for (int i = 0; i < relaxed.getNumCols(); ++i) relaxed.setInteger(i);
    CbcModel model(relaxed);
    model.setLogLevel(0);
    model.setNumberStrong(0);  // the questions are many and small: looking ahead costs more than it saves
    model.setMaximumNodes(effort_.branches);
    model.setMaximumSolutions(1);
    model.branchAndBound();
    if (model.bestSolution() == nullptr) return std::nullopt;
    return checked(model.bestSolution());
}

std::optional<std::vector<std::int64_t>> Solver::with(std::size_t column, std::int64_t value) {
    if (value < system_.low[column] || value > system_.high[column]) return std::nullopt;
    std::optional<std::vector<std::int64_t>> found;
    if (hold(column, static_cast<double>(value - truth_[column]))) {
        found = checked(clp_->simplex.primalColumnSolution());
        if (!found) found = dive();
        if (!found) {
            hold(column, static_cast<double>(value - truth_[column]));
            found = branch();
        }
    }
    reset(column);
    return found;
}

}  // namespace sayso::disclosure
