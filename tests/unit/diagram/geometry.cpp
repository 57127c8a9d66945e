#include "geometry.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "diagram/loop.h"
#include "diagram/streams.h"
#include "diagram/thread_path.h"

namespace sayso::test {
namespace {

using diagram::PlacedCard;
using diagram::PlacedText;
using diagram::Plan;

constexpr Length hair = pt(0.02);

std::string box(const Rect& r) {
    return fmt::format("[{:.1f} {:.1f} {:.1f}x{:.1f}]", r.x.pt(), r.y.pt(), r.width.pt(), r.height.pt());
}

/// A path as points close enough together that no text slips between them.
std::vector<Point> flattened(const frame::Path& path) {
    std::vector<Point> out;
    const auto to = [&](Point end) {
        const Point start = out.empty() ? end : out.back();
        const int steps = 1 + static_cast<int>((abs(end.x - start.x) + abs(end.y - start.y)).pt() / 2);
        for (int i = 1; i <= steps; ++i)
            out.push_back(start + (end - start) * (i / static_cast<double>(steps)));
    };
    for (const frame::PathStep& step : path) {
        if (const auto* move = std::get_if<frame::MoveTo>(&step)) out.push_back(move->to);
        if (const auto* line = std::get_if<frame::LineTo>(&step)) to(line->to);
        if (const auto* curve = std::get_if<frame::CurveTo>(&step)) {
            const Point start = out.back();
            for (int i = 1; i <= 24; ++i) {
                const double t = i / 24.0, u = 1 - t;
                to(start * (u * u * u) + curve->control1 * (3 * u * u * t) +
                   curve->control2 * (3 * u * t * t) + curve->to * (t * t * t));
            }
        }
        if (std::holds_alternative<frame::ClosePath>(step)) to(out.front());
    }
    return out;
}

bool inside(Point p, const std::vector<Point>& outline) {
    bool odd = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const Point a = outline[i], b = outline[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * ((p.y - a.y) / (b.y - a.y))) odd = !odd;
    }
    return odd;
}

bool within(Point p, const Rect& r) {
    return p.x > r.x && p.x < r.right() && p.y > r.y && p.y < r.bottom();
}

/// An outline touches a box: a point of it lies inside, or the box lies inside the outline.
bool touches(const std::vector<Point>& outline, const Rect& r, bool filled) {
    if (std::ranges::any_of(outline, [&](Point p) { return within(p, r); })) return true;
    return filled && inside(r.centre(), outline);
}

class Checker {
  public:
    Checker(const Plan& plan, const diagram::Measures& measures) : plan_(plan), measures_(measures) {}

    std::vector<std::string> run(Length smallest) {
        cards();
        texts(smallest);
        arrows();
        return std::move(faults_);
    }

  private:
    void fault(std::string text) { faults_.push_back(std::move(text)); }
    std::string said(const PlacedText& text) const {
        return "\"" + measures_.text(text.text) + "\" " + box(text.box);
    }

    void cards() {
        const Rect page{{}, {}, plan_.size.width, plan_.size.height};
        for (std::size_t i = 0; i < plan_.cards.size(); ++i) {
            const PlacedCard& card = plan_.cards[i];
            if (!page.contains(card.box, hair)) fault("card leaves the page " + box(card.box));
            if (card.box.width <= Length{} || card.box.height <= Length{})
                fault("card without size " + box(card.box));
            for (std::size_t j = 0; j < i; ++j)
                if (card.box.overlaps(plan_.cards[j].box, hair))
                    fault("cards overlap " + box(card.box) + " " + box(plan_.cards[j].box));
        }
    }

    void texts(Length smallest) {
        const Rect page{{}, {}, plan_.size.width, plan_.size.height};
        for (std::size_t i = 0; i < plan_.texts.size(); ++i) {
            const PlacedText& text = plan_.texts[i];
            if (text.size < smallest - pt(1e-6)) fault("type too small " + said(text));
            if (!page.contains(text.box, hair)) fault("text leaves the page " + said(text));
            if (text.lines >= diagram::Measures::never) fault("a word is wider than its box " + said(text));
            if (measures_.lines(text.text, text.size, text.box.width) > text.lines)
                fault("text is cut " + said(text));
            home(text);
            for (std::size_t j = 0; j < i; ++j)
                if (text.box.overlaps(plan_.texts[j].box, hair))
                    fault("texts overlap " + said(text) + " " + said(plan_.texts[j]));
        }
    }

    /// In its card, on the loop's label, or on the open page.
    void home(const PlacedText& text) {
        if (text.card == PlacedText::in_loop) {
            if (!plan_.loop.label.contains(text.box, hair)) fault("text leaves the loop " + said(text));
        } else if (text.card == PlacedText::on_page) {
            for (const PlacedCard& card : plan_.cards)
                if (card.box.overlaps(text.box, hair)) fault("a card covers " + said(text));
        } else {
            const PlacedCard& card = plan_.cards[static_cast<std::size_t>(text.card)];
            if (!card.box.contains(text.box, hair)) fault("text leaves its card " + said(text));
            const Rect& t = text.box;
            for (const Point corner :
                 {t.origin(), Point{t.right(), t.y}, Point{t.x, t.bottom()}, Point{t.right(), t.bottom()}})
                if (outside_corner(corner, card)) fault("text leaves its card's round corner " + said(text));
        }
    }

    /// Beyond the quarter circle of the card's nearest corner.
    static bool outside_corner(Point p, const PlacedCard& card) {
        const Rect middle =
            card.box.inset(Edges::all(min(card.radius, min(card.box.width, card.box.height) / 2)));
        const double dx = max(max(middle.x - p.x, p.x - middle.right()), {}).pt();
        const double dy = max(max(middle.y - p.y, p.y - middle.bottom()), {}).pt();
        return dx > 0 && dy > 0 && std::hypot(dx, dy) > (card.radius + hair).pt();
    }

    void arrows() {
        const std::vector<Point> loop = flattened(diagram::loop_outline(plan_.loop));
        const Rect page{{}, {}, plan_.size.width, plan_.size.height};
        for (const Point p : loop)
            if (!page.contains({p.x, p.y, {}, {}}, hair)) return fault("the loop leaves the page");
        for (const PlacedCard& card : plan_.cards)
            if (touches(loop, card.box, true)) fault("the loop crosses a card " + box(card.box));
        for (const PlacedText& text : plan_.texts) {
            if (text.card != PlacedText::in_loop && touches(loop, text.box, true))
                fault("the loop crosses " + said(text));
            if (text.card != PlacedText::on_page) continue;
            for (const diagram::Stream& stream : plan_.streams)
                if (touches(flattened(diagram::stream_outline(stream)), text.box, true))
                    fault("a stream crosses " + said(text));
        }
        for (const diagram::Thread& thread : plan_.threads) along(flattened(diagram::thread_path(thread)));
        for (const diagram::Chevron& chevron : plan_.chevrons)
            sign(flattened(diagram::chevron_outline(chevron)));
    }

    void along(const std::vector<Point>& line) {
        for (const PlacedText& text : plan_.texts)
            if (touches(line, text.box.inset(Edges::all(-plan_.thread_width / 2)), false))
                fault("a thread crosses " + said(text));
    }

    void sign(const std::vector<Point>& line) {
        for (const PlacedCard& card : plan_.cards)
            if (touches(line, card.box, false)) fault("a chevron crosses a card " + box(card.box));
        for (const PlacedText& text : plan_.texts)
            if (touches(line, text.box, false)) fault("a chevron crosses " + said(text));
    }

    const Plan& plan_;
    const diagram::Measures& measures_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults(const Plan& plan, const diagram::Measures& measures, Length smallest) {
    return Checker(plan, measures).run(smallest);
}

}  // namespace sayso::test
