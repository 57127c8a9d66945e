#include "chart/look.h"

namespace sayso::chart {
namespace {

frame::Path polygon(const std::vector<Point>& points) {
    frame::Path path = polyline(points);
    path.push_back(frame::ClosePath{});
    return path;
}

}  // namespace

frame::Path dot(Dot shape, Point c, Length r) {
    // Shapes of about one area look equally heavy.
    const Length s = r * 0.88, d = r * 1.25, t = r * 1.15;
    switch (shape) {
        case Dot::circle:
            return frame::circle(c, r);
        case Dot::square:
            return frame::rectangle({c.x - s, c.y - s, s * 2, s * 2});
        case Dot::diamond:
            return polygon({{c.x, c.y - d}, {c.x + d, c.y}, {c.x, c.y + d}, {c.x - d, c.y}});
        case Dot::triangle:
            return polygon({{c.x, c.y - t}, {c.x + t, c.y + t * 0.75}, {c.x - t, c.y + t * 0.75}});
    }
    return {};
}

std::vector<Length> dashes(std::size_t index, Length width) {
    switch (index % 4) {
        case 1:
            return {width * 3.5, width * 2};
        case 2:
            return {width * 1.2, width * 1.6};
        case 3:
            return {width * 5, width * 1.8, width * 1.2, width * 1.8};
        default:
            return {};
    }
}

frame::Path polyline(const std::vector<Point>& points) {
    frame::Path path;
    for (const Point& point : points)
        path.push_back(path.empty() ? frame::PathStep{frame::MoveTo{point}} : frame::LineTo{point});
    return path;
}

}  // namespace sayso::chart
