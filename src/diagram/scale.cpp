#include "diagram/scale.h"

#include <algorithm>

namespace sayso::diagram {

// Sizes step by about 1.2 from item to name to heading; distances are fractions of the item's size, so that a
// picture twice as large looks the same.
Scale scale_for(Length item, double rise, bool dense) {
    const double line = std::clamp(rise, 1.22, 1.8);
    const auto type = [&](double factor) { return Type{item * factor, item * (factor * line)}; };
    Scale s;
    s.item = type(1);
    s.name = type(1.2);
    s.heading = type(dense ? 1.35 : 2.0);
    s.practice = type(dense ? 1.3 : 1.75);
    s.quality = type(dense ? 1.0 : 1.2);
    s.loop_name = type(dense ? 1.25 : 1.7);
    s.loop_text = type(dense ? 1.0 : 1.1);
    s.flag = type(1.0);
    s.note = type(1.0);
    s.pad = item * (dense ? 0.8 : 0.95);
    s.gap = item * 0.85;
    s.radius = item * 0.9;
    s.name_gap = item * 0.3;
    s.item_gap = item * (dense ? 0.18 : 0.24);
    s.indent = item * 0.82;
    s.stream = item * (dense ? 1.9 : 3.0);
    s.leg = item * (dense ? 1.7 : 2.3);
    s.air = item * (dense ? 0.8 : 1.3);
    return s;
}

Scale Scale::enlarged(double factor) const {
    const auto type = [&](Type t) { return Type{t.size * factor, t.leading * factor}; };
    Scale s = *this;
    s.item = type(item);
    s.name = type(name);
    s.pad = pad * factor;
    s.name_gap = name_gap * factor;
    s.item_gap = item_gap * factor;
    s.indent = indent * factor;
    return s;
}

}  // namespace sayso::diagram
