#include <algorithm>

#include "chart/room.h"
#include "chart/time_plot.h"

namespace sayso::chart {
namespace {

struct BarLook {
    Color fill;
    std::optional<Color> outline;
};

struct RowBar {
    Value value;
    std::string words;  // at its end
    BarLook look;
    std::size_t series = 0;
};

struct Row {
    std::string label;
    std::vector<RowBar> bars;
    int weight = 400;
};

/// Rows of level bars from 0, each with its words at its end; the labels before or above them, as there is
/// room.
class BarRows {
  public:
    BarRows(const std::vector<Row>& rows, std::optional<double> target, std::string target_words,
            Sketch& sketch, const Room& room)
        : rows_(rows), target_(target), sketch_(sketch), room_(room) {
        set_words(target_words);
        measure();
    }

    Length draw() {
        Length y = top_;
        const Length first = y;
        for (std::size_t i = 0; i < rows_.size(); ++i) y = draw_row(i, y) + row_gap_;
        const Length last = y - row_gap_;
        const Length thin = sketch_.type() * 0.08;
        sketch_.stroke(frame::line({x(0), first}, {x(0), last}), sketch_.ink(), thin);
        return last;
    }

  private:
    void set_words(const std::string& target_words) {
        for (const Row& row : rows_) {
            for (const RowBar& bar : row.bars) {
                ends_.push_back(sketch_.set(bar.words, {row.weight == 400 ? 400 : 600, 1, sketch_.ink()},
                                            room_.width * 0.4));
                end_width_ = max(end_width_, ends_.back().ink());
                if (const double* number = number_in(bar.value)) values_.push_back(*number);
            }
        }
        if (!target_) return;
        values_.push_back(*target_);
        target_block_ = sketch_.set(target_words, {400, 1, sketch_.ink(), Align::centre}, room_.width * 0.5);
    }

    void measure() {
        low_ = std::min(0.0, values_.empty() ? 0.0 : *std::ranges::min_element(values_));
        high_ = std::max(0.0, values_.empty() ? 0.0 : *std::ranges::max_element(values_));
        if (high_ <= low_) high_ = low_ + 1;
        const Length gap = sketch_.type() * 0.6, ends = end_width_ + gap * (low_ < 0 ? 2 : 1);
        Length longest;
        for (const Row& row : rows_) longest = max(longest, set_label(row, pt(1e5)).ink());
        const Length column = min(longest, room_.width * 0.34);
        beside_ = room_.width - column - gap - ends > room_.width * 0.36;
        label_width_ = beside_ ? column : room_.width;
        area_.x = (beside_ ? column + gap : Length{}) + (low_ < 0 ? end_width_ + gap : Length{});
        area_.width = max(room_.width - area_.x - end_width_ - gap, pt(1));
        top_ = room_.top + (target_block_ ? target_block_->height() + gap / 2 : Length{});
        measure_heights();
    }

    void measure_heights() {
        row_gap_ = sketch_.leading() * (beside_ ? 0.45 : 0.6);
        const Length above = top_ - room_.top + row_gap_;
        const Length wanted = rows_height();
        if (room_.bottom) thick_ *= std::clamp((*room_.bottom - room_.top - above) / wanted, 1.0, 1.8);
        const Length extra = room_.left_over(rows_height() + above);
        if (rows_.size() > 1)
            row_gap_ += min(extra / static_cast<double>(rows_.size() - 1), sketch_.leading());
    }

    Length rows_height() const {
        Length out;
        for (std::size_t i = 0; i < rows_.size(); ++i) out += row_height(i) + row_gap_;
        return out;
    }

    Block set_label(const Row& row, Length width) const {
        return sketch_.set(row.label, {row.weight, 1, sketch_.ink(), beside_ ? Align::end : Align::start},
                           width);
    }

    Length bar_height(std::size_t end) const { return max(sketch_.leading() * thick_, ends_[end].height()); }

    std::size_t first_end(std::size_t row) const {
        std::size_t out = 0;
        for (std::size_t i = 0; i < row; ++i) out += rows_[i].bars.size();
        return out;
    }

    Length bars_height(std::size_t row) const {
        Length out;
        for (std::size_t i = 0; i < rows_[row].bars.size(); ++i)
            out += bar_height(first_end(row) + i) + (i > 0 ? bar_gap() : Length{});
        return out;
    }
    Length bar_gap() const { return sketch_.type() * 0.2; }

    Length row_height(std::size_t row) const {
        const Length label = set_label(rows_[row], label_width_).height();
        return beside_ ? max(label, bars_height(row)) : label + bars_height(row);
    }

    Length x(double value) const { return area_.x + area_.width * ((value - low_) / (high_ - low_)); }

    Length draw_row(std::size_t index, Length top) {
        const Row& row = rows_[index];
        const Block label = set_label(row, label_width_);
        const Length height = row_height(index), bars = bars_height(index);
        if (beside_) {
            const Length start =
                area_.x - sketch_.type() * 0.6 - (low_ < 0 ? end_width_ + sketch_.type() * 0.6 : Length{});
            sketch_.place(label, {start - label.width, top + (height - label.height()) / 2});
        } else {
            sketch_.place(label, {{}, top});
        }
        Length y = beside_ ? top + (height - bars) / 2 : top + label.height();
        const Length first = y;
        for (std::size_t i = 0; i < row.bars.size(); ++i) {
            draw_bar(row.bars[i], ends_[first_end(index) + i], index, y);
            y += bar_height(first_end(index) + i) + bar_gap();
        }
        draw_target_in(first, first + bars);
        return top + height;
    }

    void draw_bar(const RowBar& bar, const Block& end, std::size_t index, Length top) {
        const Length full = bar_height(static_cast<std::size_t>(&end - ends_.data()));
        const Length thick = min(full, sketch_.leading() * thick_);
        const double* number = number_in(bar.value);
        const Length from = x(0), to = number ? x(*number) : from, gap = sketch_.type() * 0.45;
        const Rect box{min(from, to), top + (full - thick) / 2, abs(to - from), thick};
        if (number) {
            sketch_.mark(bar.series, index, {to, box.centre().y});
            sketch_.fill(frame::rectangle(box), bar.look.fill);
            if (bar.look.outline && box.width > pt(1.5))
                sketch_.stroke(frame::rectangle(box.inset(Edges::all(pt(0.5)))), *bar.look.outline, pt(1));
        }
        const bool left = number && *number < 0;
        Length start = left ? to - gap - end.ink() : to + gap;
        if (target_ && start - gap < x(*target_) && x(*target_) < start + end.ink() + gap)
            start = left ? x(*target_) - gap - end.ink() : x(*target_) + gap;
        sketch_.place(end, {start, top + (full - end.height()) / 2});
    }

    void draw_target_in(Length top, Length bottom) {
        if (!target_) return;
        // A rim of the ground's colour, so that it is seen on a dark bar too.
        const Length width = sketch_.type() * 0.16, at = x(*target_), over = bar_gap() * 0.7;
        const frame::Path tick = frame::line({at, top - over}, {at, bottom + over});
        sketch_.stroke(tick, sketch_.ground(), width * 2.4);
        sketch_.stroke(tick, sketch_.ink(), width);
        if (!target_block_) return;
        const Length left =
            max(Length{}, min(at - target_block_->width / 2, room_.width - target_block_->width));
        sketch_.place(*target_block_, {left, room_.top});
        target_block_.reset();
    }

    const std::vector<Row>& rows_;
    std::optional<double> target_;
    Sketch& sketch_;
    Room room_;
    std::optional<Block> target_block_;
    std::vector<Block> ends_;  // of every bar, in order
    std::vector<double> values_;
    Length end_width_, label_width_, top_, row_gap_;
    double low_ = 0, high_ = 1, thick_ = 1.05;
    Rect area_;
    bool beside_ = true;
};

}  // namespace

Length draw_bars(const Speech& speech, const Bars& bars, Sketch& sketch, const Room& room) {
    std::vector<Row> rows;
    for (const Bar& bar : bars.bars) {
        const Color color = bar.yours ? sketch.palette().you : sketch.palette().primary;
        rows.push_back({bar.label,
                        {{bar.value, speech.written(bar.value), {sketch.visible(color), {}}, 0}},
                        bar.yours ? 600 : 400});
    }
    const std::string target =
        bars.target ? speech.words.target + " " + speech.written(*bars.target) : std::string();
    return BarRows(rows, bars.target, target, sketch, room).draw();
}

Length draw_before_after(const Speech& speech, const BeforeAfter& both, Sketch& sketch, const Room& room) {
    std::vector<Row> rows;
    const BarLook before{sketch.palette().tint, sketch.visible(sketch.palette().quiet)};
    const BarLook after{sketch.visible(sketch.palette().primary), {}};
    for (const Change& change : both.changes)
        rows.push_back({change.label,
                        {{change.before, speech.written(change.before) + "  " + both.before, before, 0},
                         {change.after, speech.written(change.after) + "  " + both.after, after, 1}},
                        600});
    return BarRows(rows, std::nullopt, {}, sketch, room).draw();
}

}  // namespace sayso::chart
