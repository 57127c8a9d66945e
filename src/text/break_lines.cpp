#include "text/break_lines.h"

#include <algorithm>
#include <limits>

namespace sayso::text {
namespace {

// Penalties are in the measure of squared slack, as shares of the line's width.
constexpr double lone_word_length = 1.0 / 3;  // a last line of one word shorter than this reads as left over
constexpr double lone_word_penalty = 0.25 * 0.25;  // as bad as a line that is short by a quarter
constexpr double inside_word_penalty = 0.1 * 0.1;  // breaking "self-help" behind its hyphen
// Above this many steps (a huge paragraph in a hugely wide column) first fit is good enough.
constexpr double most_steps = 20e6;

// Between two forced breaks: start[i] is where unit i would stand if all were on one endless line.
class UnitRun {
  public:
    UnitRun(std::span<const LineUnit> units, double width) : units_(units), width_(width) {
        start_.reserve(units.size() + 1);
        double at = 0;
        for (const LineUnit& unit : units) {
            start_.push_back(at);
            at += unit.ink + unit.space;
        }
        start_.push_back(at);
    }

    std::size_t size() const { return units_.size(); }
    /// Of the line made of units [from, to), without the space that hangs.
    double length(std::size_t from, std::size_t to) const {
        return start_[to] - units_[to - 1].space - start_[from];
    }
    bool fits(std::size_t from, std::size_t to) const {
        return to - from == 1 || length(from, to) <= width_ + width_tolerance;
    }
    double steps() const {
        const double lines = std::max(1.0, start_.back() / std::max(width_, 1.0));
        const auto count = static_cast<double>(size());
        return count * count / lines;
    }

    double cost(std::size_t from, std::size_t to, BreakMode mode) const {
        const bool last = to == size();
        double out = 0;
        if (mode == BreakMode::balanced || !last) {
            const double slack = std::max(0.0, width_ - length(from, to));
            out = slack * slack;
        } else if (to - from == 1 && from > 0 && length(from, to) < width_ * lone_word_length) {
            out = width_ * width_ * lone_word_penalty;
        }
        if (!last && units_[to - 1].space == 0) out += width_ * width_ * inside_word_penalty;
        return out;
    }

  private:
    std::span<const LineUnit> units_;
    double width_;
    std::vector<double> start_;
};

std::vector<std::size_t> first_fit(const UnitRun& stretch) {
    std::vector<std::size_t> ends;
    std::size_t from = 0;
    for (std::size_t to = 1; to <= stretch.size(); ++to) {
        if (stretch.fits(from, to)) continue;
        ends.push_back(to - 1);
        from = to - 1;
    }
    ends.push_back(stretch.size());
    return ends;
}

// The best way to have set all units before one place.
struct Best {
    std::size_t lines = 0;
    double cost = 0;
    std::size_t from = 0;  // where its last line begins
};

// Knuth and Plass's idea without glue: the best lines up to `to` are a line [from, to) after the best lines
// up to `from`. Fewer lines always win over less slack, so that a good rag never costs paper.
std::vector<std::size_t> best_fit(const UnitRun& stretch, BreakMode mode) {
    std::vector<Best> best(stretch.size() + 1);
    for (std::size_t to = 1; to <= stretch.size(); ++to) {
        Best& here = best[to];
        here.lines = std::numeric_limits<std::size_t>::max();
        for (std::size_t from = to; from-- > 0 && stretch.fits(from, to);) {
            const std::size_t lines = best[from].lines + 1;  // never rises as `from` falls
            const double cost = best[from].cost + stretch.cost(from, to, mode);
            if (lines < here.lines || cost < here.cost) here = {lines, cost, from};
        }
    }
    std::vector<std::size_t> ends;
    for (std::size_t at = stretch.size(); at > 0; at = best[at].from) ends.push_back(at);
    std::ranges::reverse(ends);
    return ends;
}

std::vector<std::size_t> break_stretch(std::span<const LineUnit> units, double width, BreakMode mode) {
    const UnitRun stretch(units, width);
    if (stretch.fits(0, units.size())) return {units.size()};
    if (mode == BreakMode::greedy || stretch.steps() > most_steps) return first_fit(stretch);
    return best_fit(stretch, mode);
}

}  // namespace

std::vector<std::size_t> break_lines(std::span<const LineUnit> units, double width, BreakMode mode) {
    std::vector<std::size_t> ends;
    for (std::size_t begin = 0; begin < units.size();) {
        std::size_t end = begin;
        while (end < units.size() && !units[end].forced) ++end;
        end = std::min(end + 1, units.size());
        for (const std::size_t line : break_stretch(units.subspan(begin, end - begin), width, mode))
            ends.push_back(begin + line);
        begin = end;
    }
    return ends;
}

}  // namespace sayso::text
