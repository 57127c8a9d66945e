// Fills and borders of boxes.
#include <utility>

#include "layout/canvas.h"

namespace sayso::layout {
namespace {

// A cubic that meets a quarter circle at both ends and its middle: 4/3·(√2−1).
constexpr double quarter_circle = 0.5522847498307936;

struct Corners {
    Length top_left, top_right, bottom_right, bottom_left;
};

frame::Path cornered(const Rect& box, Corners r) {
    const auto inner = [](Length radius) { return radius * (1 - quarter_circle); };
    const Length left = box.x, top = box.y, right = box.right(), bottom = box.bottom();
    frame::Path path{frame::MoveTo{{left + r.top_left, top}}};
    const auto corner = [&](Length radius, Point from, Point control1, Point control2, Point to) {
        path.push_back(frame::LineTo{from});
        if (radius > Length{}) path.push_back(frame::CurveTo{control1, control2, to});
    };
    const Length a = r.top_right, b = r.bottom_right, c = r.bottom_left, d = r.top_left;
    corner(a, {right - a, top}, {right - inner(a), top}, {right, top + inner(a)}, {right, top + a});
    corner(b, {right, bottom - b}, {right, bottom - inner(b)}, {right - inner(b), bottom},
           {right - b, bottom});
    corner(c, {left + c, bottom}, {left + inner(c), bottom}, {left, bottom - inner(c)}, {left, bottom - c});
    if (d > Length{})
        corner(d, {left, top + d}, {left, top + inner(d)}, {left + inner(d), top}, {left + d, top});
    path.push_back(frame::ClosePath{});
    return path;
}

/// A box's borders by physical side.
struct Sides {
    std::optional<doc::Border> top, right, bottom, left;
};

Sides sides_of(const PaintMark& mark, bool mirror) {
    const doc::BoxStyle& style = *mark.style;
    Sides sides{mark.starts ? style.border_top : std::nullopt, style.border_end,
                mark.ends ? style.border_bottom : std::nullopt, style.border_start};
    if (mirror) std::swap(sides.left, sides.right);
    return sides;
}

bool is_uniform(const Sides& sides) {
    return sides.top && sides.top == sides.right && sides.top == sides.bottom && sides.top == sides.left;
}

/// A corner is round where the box truly ends and no bar or rule runs into it.
Corners corners_of(const PaintMark& mark, const Sides& sides, const Rect& box) {
    const Length radius = min(mark.style->radius, min(box.width, box.height) / 2);
    const bool ring = is_uniform(sides);
    const auto round = [&](bool ends, const auto& one, const auto& other) {
        return ends && (ring || (!one && !other)) ? radius : Length{};
    };
    return {round(mark.starts, sides.top, sides.left), round(mark.starts, sides.top, sides.right),
            round(mark.ends, sides.bottom, sides.right), round(mark.ends, sides.bottom, sides.left)};
}

/// The box with its bleed; a part of a split box bleeds only where the box truly ends.
Rect bled(const PaintMark& mark, const Rect& box, bool mirror) {
    Edges bleed = mark.style->bleed;
    if (mirror) std::swap(bleed.left, bleed.right);
    return box.inset({mark.starts ? -bleed.top : Length{}, -bleed.right, mark.ends ? -bleed.bottom : Length{},
                      -bleed.left});
}

void draw_sides(const Sides& sides, const Rect& box, std::vector<frame::Item>& out) {
    const auto bar = [&](const std::optional<doc::Border>& side, auto rect_of) {
        if (side && side->width > Length{})
            out.push_back(
                frame::fill(frame::Artifact::layout, frame::rectangle(rect_of(side->width)), side->color));
    };
    bar(sides.top, [&](Length w) { return Rect{box.x, box.y, box.width, w}; });
    bar(sides.bottom, [&](Length w) { return Rect{box.x, box.bottom() - w, box.width, w}; });
    bar(sides.left, [&](Length w) { return Rect{box.x, box.y, w, box.height}; });
    bar(sides.right, [&](Length w) { return Rect{box.right() - w, box.y, w, box.height}; });
}

}  // namespace

void paint(const PaintMark& mark, const Rect& box, bool mirror, std::vector<frame::Item>& out) {
    const Sides sides = sides_of(mark, mirror);
    const Corners corners = corners_of(mark, sides, box);
    if (mark.style->fill)
        out.push_back(frame::fill(frame::Artifact::layout, cornered(bled(mark, box, mirror), corners),
                                  *mark.style->fill));
    if (!is_uniform(sides)) return draw_sides(sides, box, out);
    const Length half = sides.top->width / 2;
    if (half <= Length{}) return;
    const auto inside = [&](Length radius) { return max(radius - half, Length{}); };
    const Corners inner{inside(corners.top_left), inside(corners.top_right), inside(corners.bottom_right),
                        inside(corners.bottom_left)};
    out.push_back(frame::stroke(frame::Artifact::layout, cornered(box.inset(Edges::all(half)), inner),
                                {sides.top->color, sides.top->width, {}, frame::Cap::butt}));
}

}  // namespace sayso::layout
