// The hinge: what happens in the middle, a capsule (a circle where the words allow) that all streams run
// through.
#pragma once

#include "diagram/card.h"

namespace sayso::diagram {

struct HingeFit {
    Size box;
    Length text_width, text_height;
    bool wide = false;  // its words stand in one or two long lines
};

/// `most` is the widest it may become.
HingeFit fit_hinge(const Content& content, bool wide, Length most, const Scale& scale,
                   const Measures& measures);

/// Adds the capsule and its words; returns its box.
Rect place_hinge(const Content& content, const HingeFit& fit, Point centre, const Scale& scale,
                 const Measures& measures, Plan& plan);

}  // namespace sayso::diagram
