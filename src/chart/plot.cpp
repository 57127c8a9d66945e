#include "chart/plot.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/overload.h"
#include "chart/room.h"
#include "chart/time_plot.h"

namespace sayso::chart {
namespace {

constexpr int most_steps = 4;

std::optional<double> shown(const Value& value) {
    const double* number = number_in(value);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

std::vector<std::optional<double>> shown(const std::vector<Value>& values) {
    std::vector<std::optional<double>> out;
    for (const Value& value : values) out.push_back(shown(value));
    return out;
}

PlotSeries level(PlotSeries::Part part, std::string name, double value, std::size_t first, std::size_t last,
                 std::size_t count) {
    PlotSeries out{part, std::move(name), std::vector<std::optional<double>>(count), 0};
    for (std::size_t i = first; i < last; ++i) out.values[i] = value;
    return out;
}

/// Each period, marked where a line has no number for it.
std::vector<std::string> marked(const std::vector<std::string>& periods,
                                const std::vector<const Series*>& series) {
    std::vector<std::string> out = periods;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto any = [&](auto is) {
            return std::ranges::any_of(series, [&](const Series* one) { return is(one->values[i]); });
        };
        if (any([](const Value& value) { return std::holds_alternative<Hidden>(value); }))
            out[i] += fmt::format(" {}", hidden_mark);
        else if (any([](const Value& value) { return std::holds_alternative<Missing>(value); }))
            out[i] += fmt::format(" {}", missing_mark);
    }
    return out;
}

void add_start(const Speech& speech, const std::optional<Start>& start,
               const std::vector<std::string>& periods, Plot& plot) {
    if (!start) return;
    const std::string name =
        fill(speech.words.start_mark, {{"start", start->label}, {"when", periods[start->period]}});
    plot.series.push_back(level(PlotSeries::Part::start, name, plot.axis.high, start->period,
                                start->period + 1, periods.size()));
}

void add_target(const Speech& speech, const std::optional<double>& target, Plot& plot) {
    if (!target) return;
    const std::size_t count = plot.places.size();
    plot.series.push_back(level(PlotSeries::Part::target, speech.words.target, *target, 0, count, count));
}

Plot plot(const Speech& speech, const Line& line) {
    std::vector<const Series*> all;
    for (const Series& each : line.series) all.push_back(&each);
    Plot out{Plot::Form::lines,     speech.words.period, marked(line.periods, all), {}, {},
             axis_of(speech, line), notes_of(speech)};
    for (std::size_t i = 0; i < line.series.size(); ++i)
        out.series.push_back({PlotSeries::Part::measure, line.series[i].label, shown(line.series[i].values),
                              i, line.series[i].told_from});
    add_target(speech, line.target, out);
    add_start(speech, line.start, line.periods, out);
    return out;
}

Plot plot(const Speech& speech, const Spc& spc) {
    Plot out{Plot::Form::lines,    speech.words.period, marked(spc.periods, {&spc.series}), {}, {},
             axis_of(speech, spc), notes_of(speech)};
    out.series.push_back({PlotSeries::Part::measure, spc.series.label, shown(spc.series.values), 0});
    const Analysis analysis = analyse(spc);
    const std::size_t count = spc.periods.size();
    for (const Segment& segment : analysis.segments) {
        const auto add = [&](PlotSeries::Part part, const std::string& name, double value) {
            out.series.push_back(level(part, name, value, segment.first, segment.last, count));
        };
        add(PlotSeries::Part::mean, speech.words.mean, segment.mean);
        if (!segment.upper) continue;
        add(PlotSeries::Part::limit, speech.words.upper, shown_limit(*segment.upper, spc));
        add(PlotSeries::Part::limit, speech.words.lower, shown_limit(*segment.lower, spc));
    }
    for (std::size_t i = 0; i < analysis.signals.size(); ++i) {
        const Variation signal = variation_of(analysis.signals[i], spc.better);
        if (number_in(spc.series.values[i]) != nullptr && signal != Variation::common)
            out.points.push_back({i, false, signal});
    }
    add_target(speech, spc.target, out);
    add_start(speech, spc.start, spc.periods, out);
    return out;
}

std::vector<double> numbers(const std::vector<PlotSeries>& series) {
    std::vector<double> out;
    for (const PlotSeries& each : series)
        for (const std::optional<double>& value : each.values)
            if (value) out.push_back(*value);
    return out;
}

Plot plot(const Speech& speech, const Bars& bars) {
    Plot out{Plot::Form::bars, speech.words.place, {}, {{}}, {}, {}, notes_of(speech)};
    out.series.front().name = speech.chart.subtitle;
    for (std::size_t i = 0; i < bars.bars.size(); ++i) {
        const Bar& bar = bars.bars[i];
        const bool told = number_in(bar.value) != nullptr;
        out.places.push_back(told ? bar.label : fmt::format("{} ({})", bar.label, speech.written(bar.value)));
        out.series.front().values.push_back(shown(bar.value));
        if (bar.yours) out.points.push_back({i, true, Variation::common});
    }
    if (bars.target) out.notes.push_back(speech.words.target + " " + speech.written(*bars.target));
    out.axis = axis_for(numbers(out.series), Zero::always, most_steps, speech.chart.number.decimals);
    return out;
}

Plot plot(const Speech& speech, const BeforeAfter& both) {
    Plot out{Plot::Form::bars, speech.words.place, {}, {}, {}, {}, notes_of(speech)};
    out.series = {{PlotSeries::Part::before, both.before, {}, 0},
                  {PlotSeries::Part::measure, both.after, {}, 1}};
    for (const Change& change : both.changes) {
        std::string place = change.label;
        const auto add = [&](std::size_t series, const std::string& when, const Value& value) {
            out.series[series].values.push_back(shown(value));
            if (number_in(value) == nullptr) place += fmt::format(" ({}: {})", when, speech.written(value));
        };
        add(0, both.before, change.before);
        add(1, both.after, change.after);
        out.places.push_back(place);
    }
    out.axis = axis_for(numbers(out.series), Zero::always, most_steps, speech.chart.number.decimals);
    return out;
}

}  // namespace

std::optional<Plot> plot_of(const Chart& chart) {
    const Speech speech(chart);
    return std::visit(Overload{[](const SmallMultiples&) { return std::optional<Plot>(); },
                               [](const Pictogram&) { return std::optional<Plot>(); },
                               [&](const auto& kind) { return std::optional(plot(speech, kind)); }},
                      chart.kind);
}

}  // namespace sayso::chart
