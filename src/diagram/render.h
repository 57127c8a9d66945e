// Draws a plan: shapes from the back to the front, then the texts by the shaper.
#pragma once

#include <memory>
#include <vector>

#include "diagram/diagram.h"
#include "diagram/plan.h"
#include "diagram/telling.h"

namespace sayso::diagram {

struct Rendered {
    std::shared_ptr<const frame::Frame> frame;
    std::vector<ItemRange> items;  // of each text of the plan
    bool faithful = true;          // every text took the lines that the plan gave it
};

Rendered render(const Plan& plan, const Model& model, const Options& options, const Measures& measures,
                text::Shaper& shaper, Diagnostics& diagnostics);

}  // namespace sayso::diagram
