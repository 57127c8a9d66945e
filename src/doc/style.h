// Resolved looks of a node: every value is final, nothing is inherited or looked up later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/color.h"
#include "base/geometry.h"

namespace sayso::doc {

enum class Align : std::uint8_t { start, end, centre };  // start is right in right-to-left text

struct TextStyle {
    std::string family = "AtkinsonHyperlegibleNext";
    Length size = pt(12);
    Length leading = pt(18);  // baseline to baseline
    int weight = 400;         // 400, 600, 800
    Color color;
    Color link_color;
    Align align = Align::start;
    bool tabular = false;     // figures of one width
    bool balance = false;     // headings: lines of nearly equal length
    std::string marker_text;  // replaces the bullet or the number of a list item; empty: by the list
    Color marker_color;
    bool operator==(const TextStyle&) const = default;
};

struct Border {
    Length width;
    Color color;
    bool operator==(const Border&) const = default;
};

/// How a block lays out its children.
enum class Display : std::uint8_t {
    flow,     // one under another
    grid,     // side by side, each on its `span` of twelve columns, in rows whose cells share heights
    columns,  // children flow through `column_count` balanced columns
};

struct BoxStyle {
    Edges margin;  // vertical margins of neighbours collapse to the larger
    Edges padding;
    std::optional<Color> fill;
    Edges bleed;  // how far the fill reaches beyond the box (a band to the paper's edge)
    std::optional<Border> border_top, border_end, border_bottom, border_start;
    Length radius;
    Display display = Display::flow;
    int span = 12;  // when the parent is a grid: how many of its twelve columns
    int column_count = 1;
    Length gap = pt(18);         // between columns or grid cells
    Length row_gap = pt(12);     // between grid rows
    bool keep_together = false;  // not split over pages where it fits on one
    bool spread = false;         // takes its share of the room that its page has left
    bool if_room = false;        // left out where the document has too many pages with it
    bool keep_with_next = false;
    bool page_break_before = false;
    std::optional<Length> min_height;
    std::string region;  // name of a page region this block (child of the root) belongs to; "" = main
    enum class VerticalAlign : std::uint8_t { top, middle, bottom } vertical_align = VerticalAlign::top;
    bool operator==(const BoxStyle&) const = default;
};

}  // namespace sayso::doc
