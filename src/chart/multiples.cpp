#include <algorithm>

#include "chart/look.h"
#include "chart/time_plot.h"

namespace sayso::chart {
namespace {

constexpr double panel_ems = 11;  // of the chart's type, at least

/// A grid of small plots on one scale, for each the site's name, its line and its last value.
class Panels {
  public:
    Panels(const Speech& speech, const SmallMultiples& spec, Sketch& sketch, const Room& room)
        : speech_(speech), spec_(spec), sketch_(sketch), room_(room), axis_(axis_of(speech, spec)) {
        const std::size_t count = spec.sites.size();
        gap_ = sketch.type();
        for (const double tick : {axis_.low, axis_.high})
            ticks_.push_back(sketch.set(speech.written(tick), {400, 1, sketch.quiet(), Align::end}));
        gutter_ = max(ticks_[0].ink(), ticks_[1].ink()) + sketch.type() * 0.4;
        const double fits = (room.width + gap_ - gutter_) / (sketch.type() * panel_ems + gap_);
        columns_ = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(fits, 1.0)), 1,
                                           std::min<std::size_t>(count, 5));
        rows_ = (count + columns_ - 1) / columns_;
        columns_ = (count + rows_ - 1) / rows_;  // no more than the rows need
        width_ =
            (room.width - gutter_ - gap_ * static_cast<double>(columns_ - 1)) / static_cast<double>(columns_);
        set_words();
        measure();
    }

    Length draw() {
        for (std::size_t i = 0; i < spec_.sites.size(); ++i) draw_panel(i);
        return top_of(rows_);
    }

  private:
    void set_words() {
        for (const Series& site : spec_.sites) {
            names_.push_back(sketch_.set(site.label, {600, 1, sketch_.ink()}, width_));
            name_height_ = max(name_height_, names_.back().height());
            const EndLabel end = end_label(speech_, site, spec_.periods, false, sketch_.ink());
            ends_.push_back(sketch_.set(end.words, {600, 1, end.color}, sketch_.type() * 4.2));
            end_width_ = max(end_width_, ends_.back().ink());
            ends_height_ = max(ends_height_, ends_.back().height());
            for (const Value& value : site.values) gaps_ = gaps_ || !number_in(value);
        }
    }

    /// In one line where both fit, else in short lines, else the last alone.
    void set_periods() {
        for (const Length most : {plot_width_, sketch_.type() * 5}) {
            first_ = sketch_.set(spec_.periods.front(), {400, 1, sketch_.quiet()}, most);
            last_ = sketch_.set(spec_.periods.back(), {400, 1, sketch_.quiet(), Align::end}, most);
            both_ =
                spec_.periods.size() > 1 && first_.ink() + last_.ink() + sketch_.type() * 0.6 < plot_width_;
            if (both_) return;
        }
    }

    void measure() {
        const Length line = sketch_.leading();
        plot_width_ = width_ - end_width_ - sketch_.type() * 0.6;
        set_periods();
        below_ = (gaps_ ? line : Length{}) + max(first_.height(), last_.height());
        const Length fixed = name_height_ + line * 0.5 + below_ + line * 0.75;
        plot_height_ = max(line * 4, ends_height_);
        const auto rows = static_cast<double>(rows_);
        if (room_.bottom) {
            const Length each = (*room_.bottom - room_.top + line * 0.75) / rows - fixed;
            plot_height_ = max(min(each, line * 8), max(line * 2, ends_height_));
        }
        pitch_ = fixed + plot_height_;
    }

    Length top_of(std::size_t row) const {
        const Length gap = row == rows_ ? sketch_.leading() * 0.75 : Length{};
        return room_.top + pitch_ * static_cast<double>(row) - gap;
    }

    void draw_panel(std::size_t index) {
        const std::size_t column = index % columns_, row = index / columns_;
        const Length left = gutter_ + (width_ + gap_) * static_cast<double>(column), top = top_of(row);
        sketch_.place(names_[index], {left, top + name_height_ - names_[index].height()});
        area_ = {left, top + name_height_ + sketch_.leading() * 0.5, plot_width_, plot_height_};
        draw_frame(column == 0);
        draw_gaps(spec_.sites[index]);
        draw_line(index);
        const Length periods = area_.bottom() + (gaps_ ? sketch_.leading() : Length{});
        if (both_) sketch_.place(first_, {left, periods});
        sketch_.place(last_, {left + plot_width_ - last_.width, periods});
    }

    Length slot() const { return area_.width / static_cast<double>(spec_.periods.size()); }
    Length x(std::size_t period) const { return area_.x + slot() * (static_cast<double>(period) + 0.5); }
    Length y(double value) const { return area_.bottom() - area_.height * axis_.share(value); }

    void draw_frame(bool with_ticks) {
        const Length hair = sketch_.type() * 0.06;
        for (const double tick : axis_.ticks())
            sketch_.stroke(frame::line({area_.x, y(tick)}, {area_.right(), y(tick)}),
                           tick == 0 ? sketch_.ink() : sketch_.grid(), hair);
        if (with_ticks)
            for (const auto& [block, value] : {std::pair{&ticks_[0], axis_.low}, {&ticks_[1], axis_.high}})
                sketch_.place(
                    *block, {area_.x - sketch_.type() * 0.4 - block->width, y(value) - block->height() / 2});
        const Length thin = sketch_.type() * 0.1;
        if (spec_.start) {
            const Length at = area_.x + slot() * static_cast<double>(spec_.start->period);
            sketch_.stroke(frame::line({at, area_.y}, {at, area_.bottom()}), sketch_.ink(), thin,
                           {thin * 4, thin * 3});
        }
        if (spec_.target)
            sketch_.stroke(frame::line({area_.x, y(*spec_.target)}, {area_.right(), y(*spec_.target)}),
                           sketch_.ink(), thin, {thin * 1.2, thin * 1.8});
    }

    void draw_gaps(const Series& site) {
        for (std::size_t i = 0; i < site.values.size(); ++i)
            if (!number_in(site.values[i]))
                draw_gap(area_.x + slot() * static_cast<double>(i), slot(), area_,
                         std::holds_alternative<Hidden>(site.values[i]), sketch_);
    }

    void draw_line(std::size_t index) {
        const std::vector<Value>& values = spec_.sites[index].values;
        const Color color = sketch_.visible(sketch_.palette().primary);
        std::vector<Point> stretch;
        std::optional<Point> last;
        for (std::size_t i = 0; i <= values.size(); ++i) {
            const double* number = i < values.size() ? number_in(values[i]) : nullptr;
            if (number) {
                stretch.push_back({x(i), y(*number)});
                sketch_.mark(index, i, stretch.back());
                last = stretch.back();
                continue;
            }
            if (stretch.size() > 1)
                sketch_.stroke(polyline(stretch), color, sketch_.type() * 0.17, {}, frame::Cap::round);
            if (stretch.size() == 1) sketch_.fill(frame::circle(stretch[0], sketch_.type() * 0.16), color);
            stretch.clear();
        }
        if (last) sketch_.fill(frame::circle(*last, sketch_.type() * 0.24), color);
        const Length wanted = (last ? last->y : area_.bottom()) - ends_[index].height() / 2;
        const Length lowest = area_.bottom() - ends_[index].height();
        sketch_.place(ends_[index], {area_.right() + sketch_.type() * 0.5,
                                     max(area_.y - sketch_.leading() / 2, min(wanted, lowest))});
    }

    const Speech& speech_;
    const SmallMultiples& spec_;
    Sketch& sketch_;
    Room room_;
    Axis axis_;
    std::vector<Block> ticks_, names_, ends_;
    Block first_, last_;
    std::size_t columns_ = 1, rows_ = 1;
    Length gap_, gutter_, width_, plot_width_, plot_height_, pitch_;
    Length name_height_, end_width_, ends_height_, below_;
    bool gaps_ = false, both_ = true;
    Rect area_;  // of the panel being drawn
};

}  // namespace

Axis axis_of(const Speech& speech, const SmallMultiples& multiples) {
    std::vector<double> values;
    for (const Series& site : multiples.sites)
        for (const double value : numbers_of(site.values)) values.push_back(value);
    if (multiples.target) values.push_back(*multiples.target);
    return axis_for(values, Zero::when_near, 2, speech.chart.number.decimals);
}

Length draw_multiples(const Speech& speech, const SmallMultiples& multiples, Sketch& sketch,
                      const Room& room) {
    return Panels(speech, multiples, sketch, room).draw();
}

}  // namespace sayso::chart
