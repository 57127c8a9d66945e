#include "disclosure/coin_model.h"

namespace sayso::disclosure {

int CoinModelParts::add_column(double low, double high, double price) {
    column_low.push_back(low);
    column_high.push_back(high);
    cost.push_back(price);
    return static_cast<int>(cost.size()) - 1;
}

int CoinModelParts::add_row(double low, double high) {
    row_low.push_back(low);
    row_high.push_back(high);
    return static_cast<int>(row_low.size()) - 1;
}

void CoinModelParts::put(int row, int column, double coefficient) {
    rows.push_back(row);
    columns.push_back(column);
    coefficients.push_back(coefficient);
}

void CoinModelParts::load(ClpSimplex& clp) const {
    CoinPackedMatrix matrix(true, rows.data(), columns.data(), coefficients.data(),
                            static_cast<CoinBigIndex>(coefficients.size()));
    matrix.setDimensions(static_cast<int>(row_low.size()), static_cast<int>(cost.size()));
    clp.setLogLevel(0);
    clp.loadProblem(matrix, column_low.data(), column_high.data(), cost.data(), row_low.data(),
                    row_high.data());
}

}  // namespace sayso::disclosure
