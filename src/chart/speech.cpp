#include "chart/speech.h"

#include <algorithm>
#include <cmath>

#include "base/overload.h"

namespace sayso::chart {

std::string Speech::number(double value, int decimals) const {
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    return (rounded < 0 ? "\u2212" : "") + chart.number.prefix + numbers_(std::abs(rounded)) +
           chart.number.suffix;
}

std::string Speech::written(const Value& value) const {
    return std::visit(Overload{[&](double number) { return written(number); },
                               [&](Hidden) { return words.hidden; }, [&](Missing) { return words.missing; }},
                      value);
}

std::string Speech::worked_out(double value) const {
    return number(value, std::min(chart.number.decimals + 1, 3));
}

}  // namespace sayso::chart
