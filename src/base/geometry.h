// Points, sizes, rectangles, edges and affine transforms in page space (origin top-left, y down).
#pragma once

#include "base/length.h"

namespace sayso {

struct Point {
    Length x, y;
    bool operator==(const Point&) const = default;
    friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend constexpr Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
};

struct Size {
    Length width, height;
    bool operator==(const Size&) const = default;
};

/// The four sides of a margin, padding or border.
struct Edges {
    Length top, right, bottom, left;
    bool operator==(const Edges&) const = default;
    static constexpr Edges all(Length side) { return {side, side, side, side}; }
    constexpr Length across() const { return left + right; }
    constexpr Length down() const { return top + bottom; }
};

struct Rect {
    Length x, y, width, height;
    bool operator==(const Rect&) const = default;

    constexpr Length right() const { return x + width; }
    constexpr Length bottom() const { return y + height; }
    constexpr Point origin() const { return {x, y}; }
    constexpr Point centre() const { return {x + width / 2, y + height / 2}; }
    constexpr Size size() const { return {width, height}; }
    constexpr Rect inset(Edges e) const {
        return {x + e.left, y + e.top, width - e.across(), height - e.down()};
    }
    constexpr Rect moved(Length dx, Length dy) const { return {x + dx, y + dy, width, height}; }
    constexpr bool contains(const Rect& r, Length slack = {}) const {
        return r.x >= x - slack && r.y >= y - slack && r.right() <= right() + slack &&
               r.bottom() <= bottom() + slack;
    }
    /// True when the interiors share more than `slack` in both directions.
    constexpr bool overlaps(const Rect& r, Length slack = {}) const {
        return r.x < right() - slack && x < r.right() - slack && r.y < bottom() - slack &&
               y < r.bottom() - slack;
    }
};

constexpr Rect unite(const Rect& a, const Rect& b) {
    const Length x = min(a.x, b.x), y = min(a.y, b.y);
    return {x, y, max(a.right(), b.right()) - x, max(a.bottom(), b.bottom()) - y};
}

/// Maps (x, y) to (a·x + c·y + dx, b·x + d·y + dy). The linear part is unitless.
struct Transform {
    double a = 1, b = 0, c = 0, d = 1;
    Length dx, dy;
    bool operator==(const Transform&) const = default;

    static constexpr Transform translate(Length x, Length y) { return {1, 0, 0, 1, x, y}; }
    static constexpr Transform scale(double sx, double sy) { return {sx, 0, 0, sy, {}, {}}; }
    constexpr Point operator()(Point p) const { return {p.x * a + p.y * c + dx, p.x * b + p.y * d + dy}; }
    /// The transform that applies `inner` first, then this one.
    constexpr Transform operator*(const Transform& inner) const {
        return {a * inner.a + c * inner.b,        b * inner.a + d * inner.b,
                a * inner.c + c * inner.d,        b * inner.c + d * inner.d,
                inner.dx * a + inner.dy * c + dx, inner.dx * b + inner.dy * d + dy};
    }
};

}  // namespace sayso
