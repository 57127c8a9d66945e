#include "picture/arc.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sayso::picture {
namespace {

/// The same arc by its centre and angles, in radians.
struct CentredArc {
    double cx, cy, rx, ry, cos_rotation, sin_rotation, start, sweep;

    /// The point of the unit circle (x, y) on the ellipse.
    Point on_ellipse(double x, double y) const {
        return {pt(cx + cos_rotation * rx * x - sin_rotation * ry * y),
                pt(cy + sin_rotation * rx * x + cos_rotation * ry * y)};
    }
};

// SVG 1.1, appendix F.6.5; the names follow it.
CentredArc centred(const Arc& arc) {
    const double phi = arc.rotation * std::numbers::pi / 180;
    const double cos_phi = std::cos(phi), sin_phi = std::sin(phi);
    const double half_dx = (arc.from.x - arc.to.x).pt() / 2, half_dy = (arc.from.y - arc.to.y).pt() / 2;
    const double x1 = cos_phi * half_dx + sin_phi * half_dy, y1 = -sin_phi * half_dx + cos_phi * half_dy;
    double rx = std::abs(arc.rx), ry = std::abs(arc.ry);
    // F.6.6: radii too small to reach are scaled up until they do.
    const double reach = (x1 * x1) / (rx * rx) + (y1 * y1) / (ry * ry);
    if (reach > 1) rx *= std::sqrt(reach), ry *= std::sqrt(reach);
    const double below = rx * rx * y1 * y1 + ry * ry * x1 * x1;
    const double root = std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below));
    const double factor = arc.large == arc.sweep ? -root : root;
    const double cx1 = factor * rx * y1 / ry, cy1 = -factor * ry * x1 / rx;
    const double start = std::atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
    double sweep = std::atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - start;
    if (arc.sweep && sweep < 0) sweep += 2 * std::numbers::pi;
    if (!arc.sweep && sweep > 0) sweep -= 2 * std::numbers::pi;
    return {cos_phi * cx1 - sin_phi * cy1 + (arc.from.x + arc.to.x).pt() / 2,
            sin_phi * cx1 + cos_phi * cy1 + (arc.from.y + arc.to.y).pt() / 2,
            rx,
            ry,
            cos_phi,
            sin_phi,
            start,
            sweep};
}

}  // namespace

void append_arc(frame::Path& path, const Arc& arc) {
    if (arc.from == arc.to) return;
    constexpr double tiny = 1e-9;
    if (std::abs(arc.rx) < tiny || std::abs(arc.ry) < tiny) {
        path.emplace_back(frame::LineTo{arc.to});
        return;
    }
    const CentredArc ellipse = centred(arc);
    const int pieces =
        std::max(1, static_cast<int>(std::ceil(std::abs(ellipse.sweep) / (std::numbers::pi / 2) - 1e-6)));
    const double step = ellipse.sweep / pieces;
    const double handle = 4.0 / 3 * std::tan(step / 4);  // of a cubic that follows a circular arc of `step`
    for (int i = 0; i < pieces; ++i) {
        const double a = ellipse.start + step * i, b = a + step;
        const Point end = i + 1 == pieces ? arc.to : ellipse.on_ellipse(std::cos(b), std::sin(b));
        path.emplace_back(frame::CurveTo{
            ellipse.on_ellipse(std::cos(a) - handle * std::sin(a), std::sin(a) + handle * std::cos(a)),
            ellipse.on_ellipse(std::cos(b) + handle * std::sin(b), std::sin(b) - handle * std::cos(b)), end});
    }
}

}  // namespace sayso::picture
