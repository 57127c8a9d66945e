// Facts as a linear model for CLP.
#pragma once

#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <vector>

#include "disclosure/problem.h"

namespace sayso::disclosure {

/// Rows and columns of a model, gathered before CLP packs them.
struct CoinModelParts {
    std::vector<double> column_low, column_high, cost;
    std::vector<int> rows, columns;  // of each coefficient
    std::vector<double> coefficients;
    std::vector<double> row_low, row_high;

    int add_column(double low, double high, double price);
    int add_row(double low, double high);
    void put(int row, int column, double coefficient);
    void load(ClpSimplex& clp) const;
};

}  // namespace sayso::disclosure
