// The vertical list that a column of blocks becomes before pages are chosen: unbreakable pieces, the space
// between them, the price of breaking there, and the decorated boxes around them. Inside src/layout only.
//
// Everything is placed in logical coordinates: x grows from the start side of the region. Only canvas.cpp
// turns it round for right-to-left pages.
#pragma once

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "base/ids.h"
#include "doc/style.h"
#include "layout/typesetter.h"

namespace sayso::layout {

// Marks: what a piece draws
// ------------------------------------------------------------------------------------

/// One line of a set paragraph; the mark's box is the paragraph's column, one leading high.
struct LineMark {
    const SetParagraph* paragraph = nullptr;
    std::size_t line = 0;
};
/// A figure at its final size.
struct FigureMark {
    NodeId figure;
};
/// The fill and borders of a box, or of the part of it that is on this page.
struct PaintMark {
    const doc::BoxStyle* style = nullptr;
    NodeId node{};       // that it is the box of
    bool starts = true;  // false: the box began on an earlier page
    bool ends = true;    // false: it goes on
};

struct Mark {
    Rect box;
    std::variant<LineMark, FigureMark, PaintMark> what;
    bool repeated = false;  // a table header shown again: an artifact
};

// Pieces
// -------------------------------------------------------------------------------------------------------

/// Prices of breaking before a piece. They are weighed against the emptiness of a page (paginate.cpp).
namespace price {
inline constexpr double heading = 0;
inline constexpr double block = 1;
inline constexpr double item = 10;       // a list reads best whole, but not at the price of an empty page
inline constexpr double lone_item = 40;  // a list's or table's first or last one without the others
inline constexpr double row = 3;
inline constexpr double line = 6;
inline constexpr double after_introduction = 45;  // between a paragraph and the list it introduces
inline constexpr double inside_box = 40;          // splitting a painted box
inline constexpr double forbidden = 1e6;          // paid only where no other division exists
}  // namespace price

inline constexpr int none = -1;

/// Something that is never split: a line, a figure, a row of a grid or table.
struct Piece {
    NodeId node{};   // the block or row that it is of
    Length space{};  // above; vanishes at the top of a column
    Length height{};
    std::optional<Length> baseline{};  // of the first line, from the top of the piece
    double break_price = 0;            // of ending a page before it
    bool starts = false;               // the first piece of its node
    bool joined = false;               // not even a column may end before it
    bool forced = false;               // a page must end before it
    int decoration = none;             // the innermost decorated box that holds it
    int columns = none;                // the balanced columns that it flows through
    int repeat = none;                 // the table header to show again above it at the top of a page
    std::size_t first_mark = 0, marks = 0;
};

/// A box with insets, fill or borders. Its paint and insets are repeated on each page that holds a part of
/// it.
struct Decoration {
    NodeId node{};
    const doc::BoxStyle* style = nullptr;
    Length x, width;
    Length top, bottom;               // insets: padding and border, and what vertical alignment adds
    int parent = none;                // always a smaller index
    std::size_t first = 0, last = 0;  // pieces [first, last)
};

/// Pieces [first, last) flow through `count` columns of equal height.
struct Columns {
    int count = 1;
    Length step;       // from one column's start to the next
    int outer = none;  // the innermost decorated box around all columns
    std::size_t first = 0, last = 0;
};

/// Pieces [first, last) are the header rows of a table, and the heading that it stands under.
struct TableHeader {
    std::size_t first = 0, last = 0;
    Length height;
};

struct Flow {
    std::vector<Piece> pieces;
    std::vector<Mark> marks;  // of all pieces, each relative to the top of its piece
    std::vector<Decoration> decorations;
    std::vector<Columns> columns;
    std::vector<TableHeader> headers;
};

/// Padding and border widths, with the vertical padding scaled.
Edges insets(const doc::BoxStyle& style, double scale);
/// True when a box needs a Decoration: it paints, or holds its content off its edges above or below.
bool is_decorated(const doc::BoxStyle& style);
bool is_painted(const doc::BoxStyle& style);

}  // namespace sayso::layout
