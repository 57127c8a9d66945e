// How a paragraph looks in Word, with what the boxes around it add: Word has no boxes, its paragraphs carry
// fills and rules of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "doc/document.h"

namespace sayso::docx {

struct Look {
    Length size = pt(12), leading = pt(18);
    bool bold = false;
    Color color;
    doc::Align align = doc::Align::start;
    Length before, after;
    Length indent_start, indent_end;
    std::optional<Color> fill;
    std::optional<doc::Border> bar;    // at the start
    std::optional<doc::Border> above;  // a rule over the first paragraph of a box
    Length bar_gap;                    // from the bar to the words
    bool keep_with_next = false, keep_together = false;
    bool operator==(const Look&) const = default;
};

/// What the boxes around a place have added so far.
struct Surround {
    Length indent_start, indent_end;
    Length before;                     // of boxes that open here; for their first paragraph
    std::optional<doc::Border> above;  // the same
    Length after;                      // of boxes that close here; for their last paragraph
    std::optional<Color> fill;
    std::optional<doc::Border> bar;
    Length bar_gap;
    bool keep_together = false;
};

/// `around` with a box inside it.
Surround within(const Surround& around, const doc::BoxStyle& box);
/// The look of a paragraph in its surroundings.
Look look_of(const doc::Node& node, const Surround& around);

}  // namespace sayso::docx
