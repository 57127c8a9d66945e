// Balanced columns: the least height at which the pieces fit into the columns, found by halving.
#include "layout/stack.h"

namespace sayso::layout {
namespace {

constexpr Length precision = pt(0.25);

struct Fill {
    const Flow& flow;
    int columns;
    std::size_t first, last;

    const Columns& block() const { return flow.columns[static_cast<std::size_t>(columns)]; }

    /// The end of a column that starts at `start`: the last lawful break within `height`; `start` when there
    /// is none.
    std::size_t end_of_column(std::size_t start, Length height, Length& used) const {
        Stack column(flow, nullptr, block().outer, columns);
        std::size_t end = start;
        for (std::size_t i = start; i < last; ++i) {
            column.add(i);
            if (column.height() > height) break;
            if (i + 1 < last && flow.pieces[i + 1].joined) continue;
            end = i + 1;
            used = column.height();
        }
        return end;
    }

    /// Nothing when the pieces need more columns than there are.
    std::optional<Balance> at(Length height) const {
        Balance result;
        for (std::size_t start = first; start < last;) {
            if (static_cast<int>(result.ends.size()) == block().count) return {};
            Length used;
            const std::size_t end = end_of_column(start, height, used);
            if (end == start) return {};
            result.ends.push_back(end);
            result.height = max(result.height, used);
            start = end;
        }
        return result;
    }
};

}  // namespace

Balance balance(const Flow& flow, int columns, std::size_t first, std::size_t last, Length least) {
    const Fill fill{flow, columns, first, last};
    if (least > Length{}) {
        if (auto same = fill.at(least)) return std::move(*same);
    }
    Stack one(flow, nullptr, fill.block().outer, columns);
    for (std::size_t i = first; i < last; ++i) one.add(i);
    // One column of the whole height always holds everything.
    Length high = one.height() + precision;
    Balance best = fill.at(high).value_or(Balance{{last}, high});
    Length low = max(one.height() / fill.block().count - precision * 2, least);
    while (high - low > precision) {
        const Length middle = (low + high) / 2;
        if (auto found = fill.at(middle)) {
            high = found->height;
            best = std::move(*found);
        } else {
            low = middle;
        }
    }
    return best;
}

}  // namespace sayso::layout
