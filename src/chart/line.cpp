#include "chart/look.h"
#include "chart/time_plot.h"

namespace sayso::chart {
namespace {

Color line_color(const Sketch& sketch, const Line& line, std::size_t index) {
    return line.series.size() == 1 ? sketch.palette().primary : sketch.series(index);
}

/// The first value, above or below its dot, where nothing is in the way.
void label_first(const Speech& speech, const Series& series, const TimePlot& plot, Color color,
                 Sketch& sketch) {
    const double* first = number_in(series.values.front());
    if (!first || series.values.size() < 2) return;
    const Block block = sketch.set(speech.written(*first), {600, 1, sketch.readable(color)});
    const Point dot = plot.at(0, *first);
    const Length gap = sketch.type() * 0.35;
    const double* second = number_in(series.values[1]);
    const bool falls = second && *second < *first;
    for (const bool above : {falls, !falls}) {
        const Length top = above ? dot.y - gap - block.height() : dot.y + gap;
        const Rect box{max(plot.area().x + gap / 2, dot.x - block.ink() / 2), top, block.ink(),
                       block.height()};
        bool free = plot.area().contains(box, sketch.leading() / 4) && sketch.free_of_lettering(box);
        for (std::size_t i = 1; i < series.values.size() && plot.x(i - 1) < box.right() + gap; ++i) {
            const double* value = number_in(series.values[i]);
            free = free && !(value && plot.y(*value) > box.y - gap && plot.y(*value) < box.bottom() + gap);
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
    if (!named) label_first(speech, line.series[0], plot, line_color(sketch, line, 0), sketch);
    return bottom;
}

}  // namespace sayso::chart
