#include "chart/time_plot.h"

#include <algorithm>

#include "chart/look.h"
#include "chart/spread.h"

namespace sayso::chart {
namespace {

constexpr double gutter_share = 0.36;  // of the width, at most, for the labels at the end

template <class T>
bool any_line_has(const std::vector<const std::vector<Value>*>& lines, std::size_t period) {
    return std::ranges::any_of(
        lines, [&](const auto* values) { return std::holds_alternative<T>((*values)[period]); });
}

bool has_gap(const TimePlotSpec& spec, std::size_t period) {
    return any_line_has<Hidden>(spec.lines, period) || any_line_has<Missing>(spec.lines, period);
}

Length widest(const std::vector<Block>& blocks) {
    Length out;
    for (const Block& block : blocks) out = max(out, block.ink());
    return out;
}

Length tallest(const std::vector<Block>& blocks) {
    Length out;
    for (const Block& block : blocks) out = max(out, block.height());
    return out;
}

}  // namespace

std::vector<double> numbers_of(const std::vector<Value>& values) {
    std::vector<double> out;
    for (const Value& value : values)
        if (const double* number = number_in(value)) out.push_back(*number);
    return out;
}

void draw_gap(Length left, Length width, const Rect& plot, bool hidden, Sketch& sketch) {
    // Bands of neighbouring periods overlap by a hair, so that no seam shows.
    if (hidden)
        sketch.fill(frame::rectangle({left, plot.y, width + pt(0.3), plot.height}),
                    mix(sketch.palette().tint, sketch.ground(), 0.25));
    const Block mark = sketch.set(hidden ? hidden_mark : missing_mark, {600, 1, sketch.ink(), Align::centre});
    sketch.place_if_free(mark, {left + (width - mark.width) / 2, plot.bottom()});
}

EndLabel end_label(const Speech& speech, const Series& series, const std::vector<std::string>& periods,
                   bool named, Color color) {
    EndLabel label{named ? series.label + " " : "", color, 600, 0, {}};
    std::size_t last = series.values.size();
    while (last > 0 && !number_in(series.values[last - 1])) --last;
    if (last > 0) label.value = *number_in(series.values[last - 1]);
    if (std::holds_alternative<Hidden>(series.values.back()) || last == 0)
        label.words += speech.written(last == 0 ? Value(Hidden{}) : series.values.back());
    else
        label.words += speech.written(series.values[last - 1]);
    if (last > 0 && std::holds_alternative<Missing>(series.values.back()))
        label.words += " (" + periods[last - 1] + ")";
    return label;
}

EndLabel target_label(const Speech& speech, double target, Color color) {
    return {speech.words.target + " " + speech.written(target), color, 400, target, {}};
}

std::vector<std::size_t> shown_periods(const std::vector<Rect>& boxes, Length gap) {
    const std::size_t count = boxes.size();
    const auto apart = [&](std::size_t a, std::size_t b) { return boxes[a].right() + gap <= boxes[b].x; };
    for (std::size_t step = 1; step < count; ++step) {
        std::vector<std::size_t> shown{count - 1};
        bool clear = true;
        while (clear && shown.back() >= step) {
            clear = apart(shown.back() - step, shown.back());
            shown.push_back(shown.back() - step);
        }
        if (!clear) continue;
        if (shown.back() != 0 && apart(0, shown.back())) shown.push_back(0);
        std::ranges::reverse(shown);
        return shown;
    }
    return {count - 1};
}

TimePlot::TimePlot(const Speech& speech, TimePlotSpec spec, Sketch& sketch, const Room& room)
    : speech_(speech), spec_(std::move(spec)), sketch_(sketch), width_(room.width) {
    measure(room);
    draw_gaps();
    draw_grid();
    draw_start();
    draw_periods();
}

void TimePlot::measure(const Room& room) {
    const Length gap = sketch_.type() * 0.5, half_line = sketch_.leading() / 2;
    for (const double tick : spec_.axis.ticks())
        ticks_.push_back(sketch_.set(speech_.written(tick), {400, 1, sketch_.quiet(), Align::end}));
    for (const EndLabel& end : spec_.end_labels)
        ends_.push_back(sketch_.set(end.words, {end.weight, 1, end.color}, width_ * gutter_share));
    for (const std::string& period : spec_.periods)
        periods_.push_back(sketch_.set(period, {400, 1, sketch_.quiet(), Align::centre}, sketch_.type() * 5));
    area_.x = widest(ticks_) + gap;
    area_.width = width_ - area_.x - (ends_.empty() ? gap : widest(ends_) + gap * 1.5);
    slot_ = area_.width / static_cast<double>(spec_.periods.size());
    start_top_ = room.top;
    Length above = half_line;
    if (spec_.start) {
        const std::string words =
            fill(speech_.words.start_mark,
                 {{"start", spec_.start->label}, {"when", spec_.periods[spec_.start->period]}});
        const Length before = area_.x + slot_ * static_cast<double>(spec_.start->period);
        const bool after = width_ - before > before;
        start_ = sketch_.set(words, {600, 1, sketch_.ink(), after ? Align::start : Align::end},
                             max(width_ - before, before) - gap / 2);
        above = start_->height() + half_line;
    }
    area_.y = room.top + above;
    for (std::size_t i = 0; i < spec_.periods.size(); ++i)
        if (has_gap(spec_, i)) gaps_height_ = sketch_.leading();
    periods_height_ = tallest(periods_) + gap / 2;
    const Length below = gaps_height_ + periods_height_;
    Length labels = half_line * 2;
    for (const Block& end : ends_) labels += end.height();
    const Length wanted = max(labels, min(max(width_ * 0.36, sketch_.leading() * 7), sketch_.leading() * 16));
    area_.height = room.bottom ? *room.bottom - area_.y - below : wanted;
    // Too little room shows as a bottom below the room's: nothing is drawn on top of anything.
    area_.height = max(area_.height, max(labels - half_line * 2, sketch_.leading() * 4));
    bottom_ = area_.bottom() + below;
}

void TimePlot::draw_grid() {
    const std::vector<double> ticks = spec_.axis.ticks();
    const Length hair = sketch_.type() * 0.05;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const Length level = y(ticks[i]);
        const bool zero = ticks[i] == 0;
        sketch_.stroke(frame::line({area_.x, level}, {area_.right(), level}),
                       zero ? sketch_.ink() : sketch_.grid(), zero ? hair * 1.6 : hair);
        sketch_.place(ticks_[i],
                      {area_.x - sketch_.type() * 0.5 - ticks_[i].width, level - ticks_[i].height() / 2});
    }
}

void TimePlot::draw_start() {
    if (!start_) return;
    const Length at = area_.x + slot_ * static_cast<double>(spec_.start->period);
    const Length gap = sketch_.type() * 0.4, thin = sketch_.type() * 0.1;
    const bool after = start_->align == Align::start;
    const Length left = after ? at + gap : at - gap - start_->width;
    sketch_.stroke(frame::line({at, start_top_}, {at, area_.bottom()}), sketch_.ink(), thin,
                   {thin * 4, thin * 3});
    sketch_.place(*start_, {left, start_top_});
}

void TimePlot::draw_gaps() {
    for (std::size_t i = 0; i < spec_.periods.size(); ++i) {
        if (!has_gap(spec_, i)) continue;
        draw_gap(x(i) - slot_ / 2, slot_, area_, any_line_has<Hidden>(spec_.lines, i), sketch_);
    }
}

void TimePlot::draw_periods() {
    const Length top = area_.bottom() + gaps_height_ + sketch_.type() * 0.25;
    std::vector<Rect> boxes;
    for (std::size_t i = 0; i < periods_.size(); ++i) {
        const Length ink = periods_[i].ink();
        const Length left = max(Length{}, min(x(i) - ink / 2, width_ - ink));
        boxes.push_back({left, top, ink, periods_[i].height()});
    }
    for (const std::size_t i : shown_periods(boxes, sketch_.type() * 0.6)) {
        sketch_.place(periods_[i], {boxes[i].x - (periods_[i].width - periods_[i].ink()) / 2, top});
        sketch_.stroke(frame::line({x(i), area_.bottom()}, {x(i), area_.bottom() + sketch_.type() * 0.25}),
                       sketch_.quiet(), sketch_.type() * 0.06);
    }
}

std::vector<std::vector<Point>> TimePlot::stretches(const std::vector<Value>& values) const {
    std::vector<std::vector<Point>> out(1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (const double* number = number_in(values[i]))
            out.back().push_back(at(i, *number));
        else if (!out.back().empty())
            out.emplace_back();
    }
    if (out.back().empty()) out.pop_back();
    return out;
}

void TimePlot::draw_line(const std::vector<Value>& values, std::size_t look, Color color, Length width) {
    for (const std::vector<Point>& stretch : stretches(values))
        if (stretch.size() > 1)
            sketch_.stroke(polyline(stretch), color, width, dashes(look, width),
                           look == 0 ? frame::Cap::round : frame::Cap::butt);
}

void TimePlot::draw_level(double value, std::size_t first, std::size_t last, Color color, Length width,
                          std::vector<Length> dashes) {
    const Length left = area_.x + slot_ * static_cast<double>(first);
    const Length right = area_.x + slot_ * static_cast<double>(last);
    sketch_.stroke(frame::line({left, y(value)}, {right, y(value)}), color, width, std::move(dashes));
}

void TimePlot::draw_target(double value) {
    const Length width = sketch_.type() * 0.12;
    draw_level(value, 0, spec_.periods.size(), sketch_.ink(), width, {width * 1.2, width * 1.8});
}

Length TimePlot::finish() {
    std::vector<Wanted> wanted;
    for (std::size_t i = 0; i < ends_.size(); ++i)
        wanted.push_back({y(spec_.end_labels[i].value), ends_[i].height()});
    const Length half_line = sketch_.leading() / 2, gap = sketch_.type() * 0.75;
    const std::vector<Length> tops = spread(wanted, area_.y - half_line, area_.bottom() + half_line);
    for (std::size_t i = 0; i < ends_.size(); ++i) {
        const Length middle = tops[i] + ends_[i].height() / 2;
        const Length from = spec_.end_labels[i].from.value_or(area_.right());
        if (abs(middle - wanted[i].centre) > sketch_.type() * 0.3)
            sketch_.stroke(
                frame::line({area_.right(), wanted[i].centre}, {area_.right() + gap * 0.8, middle}),
                sketch_.quiet(), sketch_.type() * 0.06);
        if (from < area_.right())
            sketch_.stroke(frame::line({from, wanted[i].centre}, {area_.right(), wanted[i].centre}),
                           sketch_.quiet(), sketch_.type() * 0.06);
        sketch_.place(ends_[i], {area_.right() + gap, tops[i]});
    }
    return bottom_;
}

}  // namespace sayso::chart
