#include "chart/look.h"
#include "chart/time_plot.h"

namespace sayso::chart {
namespace {

Color line_color(const Sketch& sketch, const Line& line, std::size_t index) {
    return line.series.size() == 1 ? sketch.palette().primary : sketch.series(index);
}

/// How high the line runs at `x`, between its dots; nothing where it has a gap.
std::optional<Length> height_at(const Series& series, const TimePlot& plot, Length x) {
    for (std::size_t i = 1; i < series.values.size(); ++i) {
        const Length from = min(plot.x(i - 1), plot.x(i)), to = max(plot.x(i - 1), plot.x(i));
        if (x < from || x > to) continue;
        const double* one = number_in(series.values[i - 1]);
        const double* other = number_in(series.values[i]);
        if (!one || !other) continue;
        const double share = (x - plot.x(i - 1)) / (plot.x(i) - plot.x(i - 1));
        return plot.y(*one) + (plot.y(*other) - plot.y(*one)) * share;
    }
    return std::nullopt;
}

/// The value that the change is told from, above or below its dot, where nothing is in the way.
void label_told(const Speech& speech, const Series& series, const TimePlot& plot, Color color,
                Sketch& sketch) {
    const std::size_t at = series.told_from;
    const double* told = at + 1 < series.values.size() ? number_in(series.values[at]) : nullptr;
    if (!told) return;
    const Block block = sketch.set(speech.written(*told), {600, 1, sketch.readable(color)});
    const Point dot = plot.at(at, *told);
    const Length gap = sketch.type() * 0.35;
    const double* next = number_in(series.values[at + 1]);
    const bool falls = next && *next < *told;
    for (const bool above : {falls, !falls}) {
        const Length top = above ? dot.y - gap - block.height() : dot.y + gap;
        const Rect box{max(plot.area().x + gap / 2, dot.x - block.ink() / 2), top, block.ink(),
                       block.height()};
        bool free = plot.area().contains(box, sketch.leading() / 4) && sketch.free_of_lettering(box);
        constexpr int looks = 8;  // along the box, and a little beyond it
        for (int i = 0; i <= looks; ++i) {
            const Length x = box.x - gap + (box.width + gap * 2) * (static_cast<double>(i) / looks);
            const auto y = height_at(series, plot, x);
            free = free && !(y && *y > box.y - gap / 2 && *y < box.bottom() + gap / 2);
        }
        if (!free) continue;
        sketch.place(block, box.origin());
        return;
    }
}

void draw_dots(const Series& series, std::size_t index, const std::optional<Start>& start,
               const TimePlot& plot, Color color, Sketch& sketch) {
    const Length radius = sketch.type() * 0.28;
    const bool all = plot.slot() > radius * 3.5;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        const double* value = number_in(series.values[i]);
        if (!value) continue;
        sketch.mark(index, i, plot.at(i, *value));
        const bool alone = (i == 0 || !number_in(series.values[i - 1])) &&
                           (i + 1 == series.values.size() || !number_in(series.values[i + 1]));
        const bool corner = i == 0 || i + 1 == series.values.size() || (start && start->period == i);
        if (all || alone || corner) sketch.fill(dot(dot_of(index), plot.at(i, *value), radius), color);
    }
}

}  // namespace

Axis axis_of(const Speech& speech, const Line& line) {
    std::vector<double> values;
    for (const Series& series : line.series)
        for (const double value : numbers_of(series.values)) values.push_back(value);
    if (line.target) values.push_back(*line.target);
    return axis_for(values, Zero::when_near, 4, speech.chart.number.decimals);
}

Length draw_line(const Speech& speech, const Line& line, Sketch& sketch, const Room& room) {
    TimePlotSpec spec{line.periods, axis_of(speech, line), line.start, {}, {}};
    const bool named = line.series.size() > 1;
    for (std::size_t i = 0; i < line.series.size(); ++i) {
        spec.lines.push_back(&line.series[i].values);
        spec.end_labels.push_back(end_label(speech, line.series[i], line.periods, named,
                                            sketch.readable(line_color(sketch, line, i))));
    }
    if (line.target) spec.end_labels.push_back(target_label(speech, *line.target, sketch.ink()));
    TimePlot plot(speech, std::move(spec), sketch, room);
    if (line.target) plot.draw_target(*line.target);
    for (std::size_t i = 0; i < line.series.size(); ++i) {
        const Color color = sketch.visible(line_color(sketch, line, i));
        plot.draw_line(line.series[i].values, i, color, sketch.type() * 0.19);
        draw_dots(line.series[i], i, line.start, plot, color, sketch);
    }
    const Length bottom = plot.finish();
    if (!named) label_told(speech, line.series[0], plot, line_color(sketch, line, 0), sketch);
    return bottom;
}

}  // namespace sayso::chart
