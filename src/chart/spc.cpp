#include "chart/spc.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sayso::chart {
namespace {

constexpr double limit_factor = 2.66;    // 3 / d2 of two points; d2 = 1.128
constexpr double screen_factor = 3.267;  // D4 of two points
constexpr std::size_t run_length = 7;

using Values = std::vector<std::optional<double>>;

Values numbers(const std::vector<Value>& values) {
    Values out;
    for (const Value& value : values)
        out.push_back(number_in(value) ? std::optional(*number_in(value)) : std::nullopt);
    return out;
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// A gap has no range on either side.
std::vector<double> moving_ranges(const Values& values, const Segment& segment) {
    std::vector<double> out;
    for (std::size_t i = segment.first + 1; i < segment.last; ++i)
        if (values[i] && values[i - 1]) out.push_back(std::abs(*values[i] - *values[i - 1]));
    return out;
}

void set_limits(Segment& segment, const Values& values, bool screened) {
    std::vector<double> ranges = moving_ranges(values, segment);
    if (ranges.empty()) return;
    if (screened) {
        const double bound = screen_factor * mean_of(ranges);
        if (bound > 0) std::erase_if(ranges, [&](double range) { return range >= bound; });
    }
    const double reach = limit_factor * mean_of(ranges);
    segment.lower = segment.mean - reach;
    segment.upper = segment.mean + reach;
}

std::vector<Segment> segments_of(const Spc& spc, const Values& values) {
    std::vector<Segment> out;
    const std::size_t start = spc.start ? spc.start->period : 0;
    for (const auto& [first, last] : {std::pair{std::size_t{0}, start}, std::pair{start, values.size()}}) {
        Segment segment{first, last, 0, 0, {}, {}};
        std::vector<double> known;
        for (std::size_t i = first; i < last; ++i)
            if (values[i]) known.push_back(*values[i]);
        if (known.empty()) continue;
        segment.points = known.size();
        segment.mean = mean_of(known);
        set_limits(segment, values, spc.screened);
        out.push_back(segment);
    }
    return out;
}

/// A mean of equal values may differ from them in its last bit.
bool above(double a, double b) {
    return a - b > 1e-9 * std::max(std::abs(a), std::abs(b));
}

int side(double value, double centre) {
    return above(value, centre) ? 1 : above(centre, value) ? -1 : 0;
}

bool outside(double value, const Segment& segment) {
    return above(value, *segment.upper) || above(*segment.lower, value);
}

/// Marks each point of every run of seven or more. `step(i)` is +1 or -1 while the run goes on that way, 0
/// where it is broken; a run of n steps holds n + `extra` points.
template <class Step>
void mark_runs(const Segment& segment, Signal signal, std::size_t extra, Step step,
               std::vector<PointSignal>& signals) {
    std::size_t steps = 0;
    int way = 0;
    for (std::size_t i = segment.first; i < segment.last; ++i) {
        const int here = step(i);
        steps = here == 0 ? 0 : here == way ? steps + 1 : 1;
        way = here;
        const std::size_t run = steps + extra;
        if (steps == 0 || run < run_length) continue;
        for (std::size_t k = i + 1 - run; k <= i; ++k) signals[k] = {signal, way > 0, k + run - i};
    }
}

void mark_near(const Segment& segment, const Values& values, std::vector<PointSignal>& signals) {
    const double third = (*segment.upper - segment.mean) * 2 / 3;
    const auto near = [&](std::size_t i) {
        if (!values[i] || outside(*values[i], segment)) return 0;
        return above(std::abs(*values[i] - segment.mean), third) ? side(*values[i], segment.mean) : 0;
    };
    for (std::size_t i = segment.first; i < segment.last; ++i)
        for (std::size_t k = i + 1; k < segment.last && k <= i + 2; ++k)
            if (near(i) != 0 && near(i) == near(k))
                for (const std::size_t j : {i, k}) signals[j] = {Signal::near_limit, near(j) > 0, 0};
}

/// The clearest signal wins: later marks write over earlier ones.
void mark(const Segment& segment, const Values& values, std::vector<PointSignal>& signals) {
    mark_runs(
        segment, Signal::shift, 0,
        [&](std::size_t i) { return values[i] ? side(*values[i], segment.mean) : 0; }, signals);
    if (segment.upper) mark_near(segment, values, signals);
    mark_runs(
        segment, Signal::trend, 1,
        [&](std::size_t i) {
            const bool both = i > segment.first && values[i] && values[i - 1];
            return both ? side(*values[i], *values[i - 1]) : 0;
        },
        signals);
    for (std::size_t i = segment.first; segment.upper && i < segment.last; ++i)
        if (values[i] && outside(*values[i], segment))
            signals[i] = {Signal::outside, *values[i] > segment.mean, 0};
}

Assurance assurance_of(const Segment& segment, const Spc& spc) {
    if (!spc.target || spc.better == Better::neither || !segment.upper) return Assurance::unknown;
    const bool higher = spc.better == Better::higher;
    if (*spc.target > *segment.upper) return higher ? Assurance::fails : Assurance::passes;
    if (*spc.target < *segment.lower) return higher ? Assurance::passes : Assurance::fails;
    return Assurance::unsure;
}

}  // namespace

Variation variation_of(const PointSignal& signal, Better better) {
    if (signal.signal == Signal::none) return Variation::common;
    if (better == Better::neither) return signal.up ? Variation::above : Variation::below;
    return signal.up == (better == Better::higher) ? Variation::improving : Variation::worsening;
}

double shown_limit(double limit, const Spc& spc) {
    if (spc.least) limit = std::max(limit, *spc.least);
    if (spc.most) limit = std::min(limit, *spc.most);
    return limit;
}

Analysis analyse(const Spc& spc) {
    const Values values = numbers(spc.series.values);
    Analysis out;
    out.signals.resize(values.size());
    out.segments = segments_of(spc, values);
    if (out.segments.empty()) return out;
    for (const Segment& segment : out.segments) mark(segment, values, out.signals);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i]) out.latest = i;
    if (out.segments.back().upper) out.variation = variation_of(out.signals[*out.latest], spc.better);
    out.assurance = assurance_of(out.segments.back(), spc);
    return out;
}

}  // namespace sayso::chart
