// Colours, type and lines that a template draws with. Shipped under templates/themes/, or in a project's
// themes/. A theme says what differs from the one that it extends.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/length.h"
#include "base/palette.h"
#include "model/words.h"

namespace sayso::model {

struct ThemeColor {
    Color color;
    Span span;  // none for one that could not be read, and was reported
};

/// A pair of colours that a template uses together, for the contrast check.
struct ContrastPair {
    Words ink, ground;  // names of colours
    double ratio = 4.5;
    Words use;  // "body text"
};

struct Theme {
    Words id, name;
    std::optional<Words> extends;  // the theme that it starts from; the shipped one if it names none
    std::map<std::string, ThemeColor> colors;  // by the names of palette_slots, and others of its own
    Words family;                              // of every text
    Length radius;                             // of cards and boxes
    Length line;                               // width of rules
    std::vector<ContrastPair> pairs;
};

/// The theme's colours by what they stand for; a slot that it leaves out keeps the shipped colour.
Palette palette_of(const Theme& theme);

}  // namespace sayso::model
