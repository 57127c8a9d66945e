// The loop: one ribbon that begins thin beside the ends, sweeps round the foot of the sheet and points at the
// means.
#pragma once

#include "diagram/card.h"

namespace sayso::diagram {

/// The words on the foot of the loop.
struct LoopLabel {
    Length name_width, text_width, height;
    bool stacked = false;  // the name stands above the text, not before it
};

/// Width that the loop leaves to what it goes round.
Length width_inside(Length area_width, const Scale& scale);

/// `area` is the room for all stages, `heading` the height of their titles at its top.
Loop make_loop(const Content& content, Rect area, Length heading, const Scale& scale,
               const Measures& measures);

void place_loop_label(const Content& content, const Scale& scale, const Measures& measures, Plan& plan);

/// The ribbon's outline.
frame::Path loop_outline(const Loop& loop);

/// How far inside the loop's inner edge the thread of the highlighted card runs.
Length thread_inset(const Loop& loop);

}  // namespace sayso::diagram
