// The placed picture before it is drawn: boxes, texts and routes, in reading direction left to right.
// Tests look at this. Right-to-left pictures are mirrored when drawn, not here.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "diagram/measure.h"
#include "frame/frame.h"

namespace sayso::diagram {

/// What a colour is for; the palette says which it is.
enum class Tone : std::uint8_t { ink, primary, on_primary, you, on_you, quiet, on_loop };

enum class CardKind : std::uint8_t { means, hinge, overall, person, stakeholder, chip };

struct PlacedCard {
    Rect box;
    CardKind kind = CardKind::stakeholder;
    bool you = false;    // the highlighted audience
    bool quiet = false;  // another audience is highlighted
    Length radius;
};

struct PlacedText {
    TextId text;
    Rect box;  // as high as its lines
    Length size, leading;
    int lines = 1;
    Tone tone = Tone::ink;
    bool centred = false;
    /// The card it stands in, or `on_page`, or `in_loop`.
    int card = on_page;
    static constexpr int on_page = -1;
    static constexpr int in_loop = -2;
};

/// What stands before an item: a dot, or an arrow where the highlighted audience can put it in place.
struct Marker {
    enum class Kind : std::uint8_t { dot, arrow } kind = Kind::dot;
    Point centre;
    Length size;
    Tone tone = Tone::primary;
};

/// A broad soft band from one edge to another; `from` and `to` are its ends as straight edges.
struct Stream {
    Point from_a, from_b, to_a, to_b;
    bool down = false;  // flows from top to bottom
};

/// A sign of direction on the streams.
struct Chevron {
    Point tip;
    Length size;
    bool down = false;
};

/// The ribbon that sweeps from the ends round the foot of the picture and up to the means.
struct Loop {
    Rect around;           // its outer edge: left, foot and right; the top of the box is the arrow's tip
    Length tail;           // y where it begins, thin, at the right
    Length leg, foot;      // its width at the left and at the foot
    Length head;           // length of the arrow's head
    Length overhang;       // of the head over the leg on each side
    Length inner;          // radius of the inner corners
    Rect label;            // where words may stand
    Rect content() const;  // the room that it goes round
};

/// A thin line with rounded bends: from the highlighted card to the loop and on to the means.
struct Thread {
    struct Knot {
        Point at;
        Length bend;  // radius of the bend there; the ends have none
    };
    std::vector<Knot> knots;
};

struct Plan {
    Size size;
    Length item;           // type size of the items
    Length smallest_type;  // of everything on the sheet
    std::vector<PlacedCard> cards;
    std::vector<PlacedText> texts;
    std::vector<Marker> markers;
    std::vector<Rect> flags;  // behind the words that mark the highlighted card
    std::vector<Stream> streams;
    std::vector<Chevron> chevrons;
    Loop loop;
    std::vector<Thread> threads;
    Length thread_width;

    // Kept for the objective.
    double holes = 0;     // share of the ends' grid that holds no card
    double empty = 0;     // area of cards that holds nothing, in square points
    double uneven = 0;    // how differently the two sides are filled, 0 to 1
    double measure = 0;   // mean distance from a comfortable length of line, in characters
    double travel = 0;    // how far the streams climb or fall, in heights of the sheet
    double emphasis = 2;  // how much larger than the items the main card's type is
    int split_names = 0;  // names of cards that take more than one line
};

}  // namespace sayso::diagram
