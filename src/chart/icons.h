// The two signs of a control chart, drawn: how it varies, and whether its target can be relied on. Shapes of
// our own; their words stand beside them.
#pragma once

#include "chart/look.h"
#include "chart/sketch.h"
#include "chart/spc.h"

namespace sayso::chart {

/// The shape and colour of a signal's dots, and of the icon that speaks of them.
struct SignLook {
    Dot dot = Dot::circle;
    Color color;
};
SignLook look_of(Variation variation, const Sketch& sketch);

/// `up`: which way the latest signal goes.
void draw_variation(Variation variation, bool up, const Rect& box, Sketch& sketch);
void draw_assurance(Assurance assurance, const Rect& box, Sketch& sketch);

}  // namespace sayso::chart
