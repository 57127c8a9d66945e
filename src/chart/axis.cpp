#include "chart/axis.h"

#include <algorithm>
#include <cmath>

namespace sayso::chart {
namespace {

/// The smallest of 1, 2, 5 times a power of ten that is at least `step`.
double round_step(double step) {
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= step * (1 - 1e-9)) return factor * power;
    return 10 * power;
}

}  // namespace

std::vector<double> Axis::ticks() const {
    std::vector<double> out;
    const auto count = std::lround((high - low) / step);
    for (long i = 0; i <= count; ++i) {
        // Sums of steps such as 0.1 drift; a count of steps does not.
        const double value = (std::round(low / step) + static_cast<double>(i)) * step;
        out.push_back(std::abs(value) < step * 1e-6 ? 0 : value);
    }
    return out;
}

Axis axis_for(const std::vector<double>& values, Zero zero, int most_steps, int decimals) {
    double low = values.empty() ? 0 : *std::ranges::min_element(values);
    double high = values.empty() ? 1 : *std::ranges::max_element(values);
    const bool far = zero == Zero::when_near && (low > 0 || high < 0) &&
                     high - low < 0.4 * std::max(std::abs(low), std::abs(high)) && high > low;
    if (!far) low = std::min(low, 0.0), high = std::max(high, 0.0);
    if (high <= low) high = low + 1;
    const double finest = std::pow(10.0, -decimals);
    double step = std::max(finest, round_step((high - low) / most_steps));
    Axis axis;
    for (;; step = round_step(step * 1.5)) {
        axis = {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
        if (std::lround((axis.high - axis.low) / step) <= most_steps) return axis;
    }
}

}  // namespace sayso::chart
