#include "check/ground.h"

#include <utility>
#include <variant>

#include "base/overload.h"

namespace sayso::check {
namespace {

constexpr int chords = 8;  // of one curve: well under a point off, for what a page holds

Point on_curve(Point from, const frame::CurveTo& curve, double t) {
    const double s = 1 - t;
    return from * (s * s * s) + curve.control1 * (3 * s * s * t) + curve.control2 * (3 * s * t * t) +
           curve.to * (t * t * t);
}

std::vector<std::vector<Point>> outlines_of(const frame::Path& path, const Transform& to_page) {
    std::vector<std::vector<Point>> out;
    Point here;
    const auto go = [&](Point to) {
        if (out.empty()) out.emplace_back();
        if (out.back().empty()) out.back().reserve(path.size() * chords);
        out.back().push_back(to_page(to));
    };
    const Overload step{
        [&](const frame::MoveTo& move) {
            out.emplace_back();
            go(here = move.to);
        },
        [&](const frame::LineTo& line) { go(here = line.to); },
        [&](const frame::CurveTo& curve) {
            for (int i = 1; i <= chords; ++i) go(on_curve(here, curve, static_cast<double>(i) / chords));
            here = curve.to;
        },
        [](const frame::ClosePath&) {},
    };
    for (const frame::PathStep& one : path) std::visit(step, one);
    return out;
}

/// Which side of the edge the point is on: positive for one, negative for the other, in square points.
double side(Point from, Point to, Point point) {
    return (to.x - from.x).pt() * (point.y - from.y).pt() - (point.x - from.x).pt() * (to.y - from.y).pt();
}

/// How often an outline runs round the point, and how often a ray from it meets the outline.
struct Crossings {
    int winding = 0;
    int count = 0;
};

void count_crossings(const std::vector<Point>& outline, Point point, Crossings& crossings) {
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Point from = outline[i], to = outline[i + 1 < outline.size() ? i + 1 : 0];
        const bool down = from.y <= point.y && to.y > point.y;
        const bool up = from.y > point.y && to.y <= point.y;
        if (down && side(from, to, point) > 0) {
            ++crossings.winding;
            ++crossings.count;
        } else if (up && side(from, to, point) < 0) {
            --crossings.winding;
            ++crossings.count;
        }
    }
}

}  // namespace

void Ground::paint(const frame::Shape& shape, const Transform& to_page, const std::optional<Rect>& clip) {
    if (shape.fill) add(shape.path, to_page, clip, shape.rule, shape.fill);
}

void Ground::paint_picture(const Rect& box, const Transform& to_page, const std::optional<Rect>& clip) {
    add(frame::rectangle(box), to_page, clip, frame::FillRule::nonzero, std::nullopt);
}

void Ground::add(const frame::Path& path, const Transform& to_page, const std::optional<Rect>& clip,
                 frame::FillRule rule, std::optional<Color> color) {
    Layer layer{outlines_of(path, to_page), {}, rule, color};
    layer.reach = reach_of(layer, clip);
    layers_.push_back(std::move(layer));
}

Ground::Reach Ground::reach_of(const Layer& layer, const std::optional<Rect>& clip) {
    constexpr Length far = pt(1e9);
    Reach reach{{far, far}, {-far, -far}};
    for (const auto& outline : layer.outlines) {
        for (const Point& point : outline) {
            reach.low = {min(reach.low.x, point.x), min(reach.low.y, point.y)};
            reach.high = {max(reach.high.x, point.x), max(reach.high.y, point.y)};
        }
    }
    if (!clip) return reach;
    return {{max(reach.low.x, clip->x), max(reach.low.y, clip->y)},
            {min(reach.high.x, clip->right()), min(reach.high.y, clip->bottom())}};
}

bool Ground::covers(const Layer& layer, Point point) {
    Crossings crossings;
    for (const auto& outline : layer.outlines) count_crossings(outline, point, crossings);
    return layer.rule == frame::FillRule::even_odd ? crossings.count % 2 != 0 : crossings.winding != 0;
}

std::optional<Color> Ground::at(Point point) const {
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
        if (layer->reach.holds(point) && covers(*layer, point)) return layer->color;
    }
    return white;
}

}  // namespace sayso::check
