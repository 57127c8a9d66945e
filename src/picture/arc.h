// Elliptical arcs of SVG path data as cubic curves.
#pragma once

#include "frame/frame.h"

namespace sayso::picture {

/// An arc by its end points. SVG 1.1, 8.3.8 and appendix F.6.
struct Arc {
    Point from;
    double rx = 0, ry = 0;
    double rotation = 0;  // degrees, of the x axis of the ellipse
    bool large = false, sweep = false;
    Point to;
};

/// Appends the arc as at most four cubics, or a line when a radius is zero.
void append_arc(frame::Path& path, const Arc& arc);

}  // namespace sayso::picture
