// The scale of values: round numbers, from 0 unless the values lie far above it.
#pragma once

#include <optional>
#include <vector>

#include "base/length.h"

namespace sayso::chart {

struct Axis {
    double low = 0, high = 1, step = 1;
    std::vector<double> ticks() const;
    /// Where a value stands: 0 at `low`, 1 at `high`.
    double share(double value) const { return (value - low) / (high - low); }
};

enum class Zero { always, when_near };

/// Holds all `values`, with at most `most_steps` steps. `when_near`: starts at 0 unless the values differ by
/// less than 0.4 of the largest, so that a change of that kind can still be seen. A step is never finer than
/// `decimals` can write.
Axis axis_for(const std::vector<double>& values, Zero zero, int most_steps, int decimals);

}  // namespace sayso::chart
