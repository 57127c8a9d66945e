// Looking over all values of a chart, whatever its kind.
#pragma once

#include <vector>

#include "chart/chart.h"

namespace sayso::chart {

/// In order: by line and period, by bar, by change (before, after).
std::vector<Value> values_of(const Chart& chart);

template <class T>
bool has(const Chart& chart) {
    for (const Value& value : values_of(chart))
        if (std::holds_alternative<T>(value)) return true;
    return false;
}

}  // namespace sayso::chart
