#include "diagram/thread_path.h"

#include <cmath>

namespace sayso::diagram {
namespace {

Length distance(Point a, Point b) { return pt(std::hypot((a.x - b.x).pt(), (a.y - b.y).pt())); }

Point towards(Point from, Point to, Length by) {
    const Length all = distance(from, to);
    return all > Length{} ? from + (to - from) * (by / all) : from;
}

}  // namespace

frame::Path thread_path(const Thread& thread) {
    frame::Path path;
    const std::vector<Point>& p = thread.points;
    if (p.size() < 2) return path;
    path.push_back(frame::MoveTo{p.front()});
    for (std::size_t i = 1; i + 1 < p.size(); ++i) {
        const Length bend = min(thread.bend, min(distance(p[i - 1], p[i]), distance(p[i], p[i + 1])) / 2);
        const Point in = towards(p[i], p[i - 1], bend), out = towards(p[i], p[i + 1], bend);
        // A quarter circle by one cubic: its control points lie 0.55 of the way to the corner.
        path.push_back(frame::LineTo{in});
        path.push_back(frame::CurveTo{in + (p[i] - in) * 0.5523, out + (p[i] - out) * 0.5523, out});
    }
    path.push_back(frame::LineTo{p.back()});
    return path;
}

}  // namespace sayso::diagram
