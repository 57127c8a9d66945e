#include "frame/frame.h"

#include <algorithm>
#include <numeric>

#include "base/overload.h"

namespace sayso::frame {
namespace {

// A cubic that meets a quarter circle at both ends and its middle: 4/3·(√2−1).
constexpr double quarter_circle = 0.5522847498307936;

}  // namespace

Length TextRun::width() const {
    const double em = std::accumulate(glyphs.begin(), glyphs.end(), 0.0, [](double sum, const Glyph& g) {
        return sum + static_cast<double>(g.advance);
    });
    return size * (em / 1000.0);
}

Path rectangle(const Rect& box) {
    return {MoveTo{box.origin()}, LineTo{{box.right(), box.y}}, LineTo{{box.right(), box.bottom()}},
            LineTo{{box.x, box.bottom()}}, ClosePath{}};
}

Path rounded_rectangle(const Rect& box, Length radius) {
    const Length r = min(radius, min(box.width, box.height) / 2);
    if (r <= pt(0)) return rectangle(box);
    const Length k = r * (1 - quarter_circle);
    const Length left = box.x, top = box.y, right = box.right(), bottom = box.bottom();
    return {MoveTo{{left + r, top}},
            LineTo{{right - r, top}},
            CurveTo{{right - k, top}, {right, top + k}, {right, top + r}},
            LineTo{{right, bottom - r}},
            CurveTo{{right, bottom - k}, {right - k, bottom}, {right - r, bottom}},
            LineTo{{left + r, bottom}},
            CurveTo{{left + k, bottom}, {left, bottom - k}, {left, bottom - r}},
            LineTo{{left, top + r}},
            CurveTo{{left, top + k}, {left + k, top}, {left + r, top}},
            ClosePath{}};
}

Path circle(Point centre, Length radius) {
    return rounded_rectangle({centre.x - radius, centre.y - radius, radius * 2, radius * 2}, radius);
}

Path line(Point from, Point to) {
    return {MoveTo{from}, LineTo{to}};
}

Rect bounds(const Path& path) {
    std::optional<Rect> box;
    const auto add = [&](Point p) { box = box ? unite(*box, {p.x, p.y, {}, {}}) : Rect{p.x, p.y, {}, {}}; };
    for (const PathStep& step : path) {
        std::visit(Overload{[&](const MoveTo& s) { add(s.to); }, [&](const LineTo& s) { add(s.to); },
                            [&](const CurveTo& s) { add(s.control1), add(s.control2), add(s.to); },
                            [](const ClosePath&) {}},
                   step);
    }
    return box.value_or(Rect{});
}

Path mirrored(Path path, Length width) {
    const auto flip = [&](Point& p) { p.x = width - p.x; };
    for (PathStep& step : path) {
        std::visit(
            Overload{[&](MoveTo& s) { flip(s.to); }, [&](LineTo& s) { flip(s.to); },
                     [&](CurveTo& s) { flip(s.control1), flip(s.control2), flip(s.to); }, [](ClosePath&) {}},
            step);
    }
    return path;
}

Item text(Owner owner, TextRun run) {
    return {owner, std::move(run)};
}

Item fill(Owner owner, Path path, Color color) {
    return {owner, Shape{std::move(path), color, FillRule::nonzero, std::nullopt}};
}

Item stroke(Owner owner, Path path, Stroke stroke) {
    return {owner, Shape{std::move(path), std::nullopt, FillRule::nonzero, std::move(stroke)}};
}

Item group(Owner owner, std::shared_ptr<const Frame> child, Transform transform, bool clip) {
    return {owner, Group{std::move(child), transform, clip}};
}

}  // namespace sayso::frame
