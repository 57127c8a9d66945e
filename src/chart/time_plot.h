// The plot that charts over time share: a scale of values, periods, the start of the work, gaps, and labels
// at the end of each line.
#pragma once

#include <string>
#include <vector>

#include "chart/room.h"

namespace sayso::chart {

/// A word beside the end of a line.
struct EndLabel {
    std::string words;
    Color color;
    int weight = 400;
    double value = 0;            // where it wants to stand
    std::optional<Length> from;  // x of the dot that it belongs to, where that is not at the end
};

struct TimePlotSpec {
    std::vector<std::string> periods;
    Axis axis;
    std::optional<Start> start;
    std::vector<const std::vector<Value>*> lines;  // for the gaps
    std::vector<EndLabel> end_labels;
};

class TimePlot {
  public:
    /// Draws grid, periods, start and gaps; `end_labels` follow in `finish`, so that lines come before them.
    TimePlot(const Speech& speech, TimePlotSpec spec, Sketch& sketch, const Room& room);

    Length x(std::size_t period) const { return area_.x + slot_ * (static_cast<double>(period) + 0.5); }
    Length y(double value) const { return area_.bottom() - area_.height * spec_.axis.share(value); }
    Point at(std::size_t period, double value) const { return {x(period), y(value)}; }
    Length slot() const { return slot_; }
    const Rect& area() const { return area_; }

    /// The stretches of a line between its gaps.
    std::vector<std::vector<Point>> stretches(const std::vector<Value>& values) const;
    void draw_line(const std::vector<Value>& values, std::size_t look, Color color, Length width);
    /// A level line from period `first` to before `last`.
    void draw_level(double value, std::size_t first, std::size_t last, Color color, Length width,
                    std::vector<Length> dashes);
    void draw_target(double value);

    /// Places the labels at the ends; returns the bottom of everything.
    Length finish();

  private:
    void measure(const Room& room);
    void draw_grid();
    void draw_start();
    void draw_gaps();
    void draw_periods();

    const Speech& speech_;
    TimePlotSpec spec_;
    Sketch& sketch_;
    Length width_, bottom_;
    Rect area_;
    Length slot_;
    std::vector<Block> ticks_, ends_, periods_;
    std::optional<Block> start_;
    Length start_top_, gaps_height_, periods_height_;
};

/// The label at the end of a line: its name, where one is needed, and its last value.
EndLabel end_label(const Speech& speech, const Series& series, const std::vector<std::string>& periods,
                   bool named, Color color);
EndLabel target_label(const Speech& speech, double target, Color color);

/// Which of the periods' labels stand: from the last backwards, as many as do not touch, and the first if it
/// can.
std::vector<std::size_t> shown_periods(const std::vector<Rect>& boxes, Length gap);

/// A period without a number: a band (where it is hidden, over the whole height, so that it gives no place
/// away) and a mark under the axis.
void draw_gap(Length left, Length width, const Rect& plot, bool hidden, Sketch& sketch);

std::vector<double> numbers_of(const std::vector<Value>& values);

}  // namespace sayso::chart
