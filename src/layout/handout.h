// Slides on paper: three on a page beside lines to write on, or one above what to say. Inside src/layout
// only.
#pragma once

#include <vector>

#include "layout/layout.h"

namespace sayso::layout {

/// A4 sheets with three slides each, in order; `leaves` are told where they lie.
std::vector<frame::Frame> handout_sheets(std::vector<frame::Frame> slides, std::vector<Leaf>& leaves,
                                         bool mirror);

struct NotesSheet {
    Size size;
    frame::Item slide;
    Rect notes;  // where the words go
};
NotesSheet notes_sheet(frame::Frame slide, Leaf& leaf);

}  // namespace sayso::layout
