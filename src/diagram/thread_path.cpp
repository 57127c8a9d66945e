#include "diagram/thread_path.h"

#include <cmath>

namespace sayso::diagram {
namespace {

Length distance(Point a, Point b) {
    return pt(std::hypot((a.x - b.x).pt(), (a.y - b.y).pt()));
}

Point towards(Point from, Point to, Length by) {
    const Length all = distance(from, to);
    return all > Length{} ? from + (to - from) * (by / all) : from;
}

}  // namespace

frame::Path thread_path(const Thread& thread) {
    frame::Path path;
    const std::vector<Thread::Knot>& knots = thread.knots;
    if (knots.size() < 2) return path;
    path.push_back(frame::MoveTo{knots.front().at});
    for (std::size_t i = 1; i + 1 < knots.size(); ++i) {
        const Point before = knots[i - 1].at, here = knots[i].at, after = knots[i + 1].at;
        const Length bend = min(knots[i].bend, min(distance(before, here), distance(here, after)) / 2);
        const Point in = towards(here, before, bend), out = towards(here, after, bend);
        // A quarter circle by one cubic: its control points lie 0.55 of the way to the corner.
        path.push_back(frame::LineTo{in});
        path.push_back(frame::CurveTo{in + (here - in) * 0.5523, out + (here - out) * 0.5523, out});
    }
    path.push_back(frame::LineTo{knots.back().at});
    return path;
}

}  // namespace sayso::diagram
