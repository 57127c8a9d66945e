#include <algorithm>

#include "chart/icons.h"
#include "chart/say.h"
#include "chart/spc.h"
#include "chart/time_plot.h"

namespace sayso::chart {
namespace {

/// One finding: its icon, if it has one, and its words beside it. Returns the bottom.
template <class Icon>
Length draw_finding(const std::string& words, Point corner, Length width, Sketch& sketch, Icon icon) {
    const Length side = sketch.leading() * 1.6, gap = sketch.type() * 0.6;
    const Block block = sketch.set(words, {600, 1, sketch.ink()}, width - side - gap);
    const Length height = max(side, block.height());
    icon(Rect{corner.x, corner.y + (height - side) / 2, side, side});
    sketch.place(block, {corner.x + side + gap, corner.y + (height - block.height()) / 2});
    return corner.y + height;
}

Length draw_findings(const Speech& speech, const Spc& spc, const Analysis& analysis, Sketch& sketch,
                     const Room& room) {
    const std::vector<std::string> words = findings(speech, spc);
    const bool up = analysis.latest && analysis.signals[*analysis.latest].up;
    const bool assured = analysis.assurance != Assurance::unknown;
    const bool beside = assured && room.width > sketch.type() * 34;
    const Length gap = sketch.type() * 0.8, width = beside ? (room.width - gap) / 2 : room.width;
    const auto variation = [&](const Rect& box) { draw_variation(analysis.variation, up, box, sketch); };
    const auto assurance = [&](const Rect& box) { draw_assurance(analysis.assurance, box, sketch); };
    const Length first = draw_finding(words[0], {{}, room.top}, width, sketch, variation);
    if (!assured) return first + gap / 2;
    const Point next = beside ? Point{width + gap, room.top} : Point{{}, first + gap / 2};
    return max(first, draw_finding(words[1], next, width, sketch, assurance)) + gap / 2;
}

void draw_limits(const Spc& spc, const Analysis& analysis, TimePlot& plot, Sketch& sketch) {
    const Length width = sketch.type() * 0.11;
    const Color color = sketch.visible(sketch.palette().quiet);
    for (const Segment& segment : analysis.segments) {
        plot.draw_level(segment.mean, segment.first, segment.last, sketch.ink(), width, {});
        if (!segment.upper) continue;
        for (const double limit : {*segment.upper, *segment.lower})
            plot.draw_level(shown_limit(limit, spc), segment.first, segment.last, color, width,
                            {width * 5, width * 4});
    }
}

void draw_dots(const Spc& spc, const Analysis& analysis, const TimePlot& plot, Sketch& sketch) {
    const Length radius = min(sketch.type() * 0.27, max(plot.slot() * 0.42, sketch.type() * 0.15));
    for (std::size_t i = 0; i < spc.series.values.size(); ++i) {
        const double* value = number_in(spc.series.values[i]);
        if (!value) continue;
        const PointSignal& signal = analysis.signals[i];
        const bool common = signal.signal == Signal::none;
        const SignLook look = look_of(variation_of(signal, spc.better), sketch);
        sketch.mark(0, i, plot.at(i, *value));
        sketch.fill(dot(look.dot, plot.at(i, *value), common ? radius : radius * 1.3), look.color);
    }
}

std::vector<EndLabel> end_labels(const Speech& speech, const Spc& spc, const Analysis& analysis,
                                 const Sketch& sketch) {
    const Words& words = speech.words;
    std::vector<EndLabel> out{end_label(speech, spc.series, spc.periods, false, sketch.ink())};
    if (spc.target) out.push_back(target_label(speech, *spc.target, sketch.ink()));
    if (analysis.segments.empty()) return out;
    const Segment& last = analysis.segments.back();
    const auto level = [&](const std::string& name, double value) {
        out.push_back({name + " " + speech.worked_out(value), sketch.quiet(), 400, value, {}});
    };
    level(words.mean, last.mean);
    if (!last.upper) return out;
    level(words.upper, shown_limit(*last.upper, spc));
    level(words.lower, shown_limit(*last.lower, spc));
    return out;
}

}  // namespace

Axis axis_of(const Speech& speech, const Spc& spc) {
    std::vector<double> values = numbers_of(spc.series.values);
    if (spc.target) values.push_back(*spc.target);
    for (const Segment& segment : analyse(spc).segments)
        if (segment.upper)
            for (const double limit : {*segment.upper, *segment.lower})
                values.push_back(shown_limit(limit, spc));
    return axis_for(values, Zero::when_near, 4, speech.chart.number.decimals);
}

Length draw_spc(const Speech& speech, const Spc& spc, Sketch& sketch, const Room& room) {
    const Analysis analysis = analyse(spc);
    const Length below = draw_findings(speech, spc, analysis, sketch, room);
    TimePlotSpec spec{spc.periods,
                      axis_of(speech, spc),
                      spc.start,
                      {&spc.series.values},
                      end_labels(speech, spc, analysis, sketch)};
    TimePlot plot(speech, std::move(spec), sketch, {below, room.width, room.bottom});
    if (spc.target) plot.draw_target(*spc.target);
    draw_limits(spc, analysis, plot, sketch);
    plot.draw_line(spc.series.values, 0, sketch.visible(sketch.palette().quiet), sketch.type() * 0.13);
    draw_dots(spc, analysis, plot, sketch);
    return plot.finish();
}

}  // namespace sayso::chart
