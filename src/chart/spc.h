// The arithmetic of a control chart (XmR), as NHS England's "Making data count" teaches it.
//
// Centre: the mean. Limits: mean ± 2.66 × mean moving range; moving ranges of 3.267 times their mean or more
// may be screened out first. Signals: a point outside the limits; seven points that all rise or all fall; two
// of three points in the outer third on one side; seven points on one side of the mean. The start of the work
// starts new limits, and no run crosses it. docs/charts.md says what is decided where the teaching is silent.
#pragma once

#include <optional>
#include <vector>

#include "chart/chart.h"

namespace sayso::chart {

enum class Signal : std::uint8_t { none, outside, trend, near_limit, shift };
enum class Variation : std::uint8_t { unknown, common, improving, worsening, above, below };
enum class Assurance : std::uint8_t { unknown, passes, fails, unsure };

/// Periods [first, last) that share limits.
struct Segment {
    std::size_t first = 0, last = 0;
    std::size_t points = 0;  // with a number
    double mean = 0;
    std::optional<double> lower, upper;  // two points in neighbouring periods at least
    bool trial() const { return points < 12; }
};

struct PointSignal {
    Signal signal = Signal::none;
    bool up = false;      // above the mean; of a trend: rising
    std::size_t run = 0;  // points of the run up to this one, of a trend or shift
};

struct Analysis {
    std::vector<Segment> segments;      // none without a number; the last one is the latest
    std::vector<PointSignal> signals;   // one a period
    std::optional<std::size_t> latest;  // the last period with a number
    Variation variation = Variation::unknown;
    Assurance assurance = Assurance::unknown;
};

Analysis analyse(const Spc& spc);

/// What one signal means, where `better` says which way is better.
Variation variation_of(const PointSignal& signal, Better better);
/// A limit as it is shown: never beyond what the measure can be.
double shown_limit(double limit, const Spc& spc);

}  // namespace sayso::chart
