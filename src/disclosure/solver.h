// Whole numbers that fit a system. COIN-OR's CLP and CBC propose them; every answer "yes" is checked in
// integers here, so that no solver's rounding, limit or status is ever taken for a proof.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "disclosure/system.h"

namespace sayso::disclosure {

class Solver {
  public:
    /// `system` must outlive this. `truth`, by column, is one solution; others are looked for near it,
    /// because little needs to move then. `questions` is what is left of Effort::questions, shared by all
    /// solvers.
    Solver(const System& system, std::vector<std::int64_t> truth, const Effort& effort, int& questions);
    ~Solver();

    /// Whole numbers by column that fit the system with `column` at `value`. Nothing: there are none, or none
    /// were found within the effort.
    std::optional<std::vector<std::int64_t>> with(std::size_t column, std::int64_t value);

  private:
    struct Clp;
    std::optional<std::vector<std::int64_t>> checked(const double* solution) const;
    /// Holds one broken number after another at the whole number beside it.
    std::optional<std::vector<std::int64_t>> dive();
    std::optional<std::vector<std::int64_t>> branch();
    bool hold(std::size_t column, double moved);
    void reset(std::size_t column);

    const System& system_;
    std::vector<std::int64_t> truth_;
    const Effort& effort_;
    int& questions_;
    std::unique_ptr<Clp> clp_;
};

}  // namespace sayso::disclosure
