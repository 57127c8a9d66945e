#include "diagram/streams.h"

namespace sayso::diagram {
namespace {

/// The streams' own axes: `along` they flow, `cross` they are broad. Seen so, both directions are one.
struct View {
    bool down;

    Point point(Length along, Length cross) const { return down ? Point{cross, along} : Point{along, cross}; }
    Length along(Point p) const { return down ? p.y : p.x; }
    Length first_edge(const Rect& r) const { return down ? r.y : r.x; }
    Length last_edge(const Rect& r) const { return down ? r.bottom() : r.right(); }
    Length cross(const Rect& r) const { return down ? r.x : r.y; }
    Length breadth(const Rect& r) const { return down ? r.width : r.height; }
};

/// The bands of one side meet at the hinge's middle in one trunk, in the order and proportion of the cards.
void fan(const std::vector<Rect>& cards, const Rect& hinge, const View& view, bool into, const Scale& scale,
         Plan& plan) {
    Length total;
    for (const Rect& card : cards) total += view.breadth(card);
    const Length trunk = view.breadth(hinge) * 0.8;
    Length at = view.cross(hinge) + (view.breadth(hinge) - trunk) / 2;
    // A tall hinge hides where the bands meet; a wide one is met at its edge, beside which a heading may
    // stand.
    const Length depth = view.last_edge(hinge) - view.first_edge(hinge);
    const Length reach = view.down ? depth * 0.1 : depth / 2;
    const Length middle = into ? view.first_edge(hinge) + reach : view.last_edge(hinge) - reach;
    for (const Rect& card : cards) {
        const Length share = trunk * (view.breadth(card) / total);
        const Length inset = min(scale.radius, view.breadth(card) / 4);
        const Length edge = into ? view.last_edge(card) : view.first_edge(card);
        const Point card_a = view.point(edge, view.cross(card) + inset);
        const Point card_b = view.point(edge, view.cross(card) + view.breadth(card) - inset);
        const Point hinge_a = view.point(middle, at), hinge_b = view.point(middle, at + share);
        at += share;
        plan.streams.push_back(into ? Stream{card_a, card_b, hinge_a, hinge_b, view.down}
                                    : Stream{hinge_a, hinge_b, card_a, card_b, view.down});
        plan.travel += abs(view.cross(card) + view.breadth(card) / 2 - (at - share / 2)) / plan.size.height;
    }
}

}  // namespace

void place_streams(const std::vector<Rect>& sources, const Rect& hinge, const std::vector<Rect>& targets,
                   bool down, const Scale& scale, Plan& plan) {
    const View view{down};
    fan(sources, hinge, view, true, scale, plan);
    fan(targets, hinge, view, false, scale, plan);
    const Length size = scale.item.size * 1.0;
    const Length cross = view.cross(hinge) + view.breadth(hinge) / 2;
    const auto sign = [&](Length from, Length to) {
        plan.chevrons.push_back({view.point((from + to) / 2 + size * 0.45, cross), size, down});
    };
    if (!sources.empty()) sign(view.last_edge(sources.front()), view.first_edge(hinge));
    if (!targets.empty()) sign(view.last_edge(hinge), view.first_edge(targets.front()));
}

frame::Path stream_outline(const Stream& s) {
    const View view{s.down};
    // Between card and hinge the band bends in the first part and runs straight under the hinge.
    const auto bend = [&](Point from, Point to) {
        const Length middle = (view.along(from) + view.along(to)) / 2;
        const Point c1 = s.down ? Point{from.x, middle} : Point{middle, from.y};
        const Point c2 = s.down ? Point{to.x, middle} : Point{middle, to.y};
        return frame::CurveTo{c1, c2, to};
    };
    return {frame::MoveTo{s.from_a}, bend(s.from_a, s.to_a), frame::LineTo{s.to_b}, bend(s.to_b, s.from_b),
            frame::ClosePath{}};
}

frame::Path chevron_outline(const Chevron& c) {
    const Length back = c.size * 0.55, side = c.size * 0.62;
    if (c.down)
        return {frame::MoveTo{{c.tip.x - side, c.tip.y - back}}, frame::LineTo{c.tip},
                frame::LineTo{{c.tip.x + side, c.tip.y - back}}};
    return {frame::MoveTo{{c.tip.x - back, c.tip.y - side}}, frame::LineTo{c.tip},
            frame::LineTo{{c.tip.x - back, c.tip.y + side}}};
}

}  // namespace sayso::diagram
