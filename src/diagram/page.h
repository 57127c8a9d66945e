// The sheet around the picture: its margins, its title above and its note beneath.
#pragma once

#include "diagram/arrange.h"
#include "diagram/scale.h"

namespace sayso::diagram {

struct Page {
    Rect area;  // what the stages and the loop may fill
    Point title, subtitle, note;
    Type title_type, subtitle_type, note_type;
    Length width;
};

Page make_page(const Sheet& sheet, const Scale& scale);
void place_page(const Content& content, const Page& page, const Measures& measures, Plan& plan);

}  // namespace sayso::diagram
