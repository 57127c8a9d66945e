// The place under a chart's heading that its kind draws in, and the notes that will stand at its foot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/sketch.h"
#include "chart/speech.h"

namespace sayso::chart {

struct Room {
    Length top, width;
    std::optional<Length> bottom;  // none: as low as the drawing wants to go
    Length left_over(Length used) const { return bottom ? max(*bottom - top - used, Length{}) : Length{}; }
};

/// Each draws its kind and returns where it ends; below `Room::bottom` where there is too little room.
Length draw_line(const Speech& speech, const Line& line, Sketch& sketch, const Room& room);
Length draw_spc(const Speech& speech, const Spc& spc, Sketch& sketch, const Room& room);
Length draw_bars(const Speech& speech, const Bars& bars, Sketch& sketch, const Room& room);
Length draw_before_after(const Speech& speech, const BeforeAfter& both, Sketch& sketch, const Room& room);
Length draw_multiples(const Speech& speech, const SmallMultiples& multiples, Sketch& sketch,
                      const Room& room);
Length draw_pictogram(const Speech& speech, const Pictogram& pictogram, Sketch& sketch, const Room& room);

Axis axis_of(const Speech& speech, const Line& line);
Axis axis_of(const Speech& speech, const Spc& spc);
Axis axis_of(const Speech& speech, const SmallMultiples& multiples);

/// How many people one figure stands for.
int people_per_figure(const Pictogram& pictogram);

/// What has to be said at the foot: marks, a scale that does not start at 0, the caller's own note.
std::vector<std::string> notes_of(const Speech& speech);

/// What stands for a value whose words do not fit where its dot would be.
inline constexpr const char* hidden_mark = "*";
inline constexpr const char* missing_mark = "\u2013";

}  // namespace sayso::chart
