// Colours, type and lines that a template draws with. Shipped under templates/themes/, or in a project's
// themes/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/length.h"
#include "base/palette.h"
#include "model/words.h"

namespace sayso::model {

struct ThemeColor {
    Color color;
    Span span;
};

/// A pair of colours that a template uses together, for the contrast check.
struct ContrastPair {
    Words ink, ground;  // names of colours
    double ratio = 4.5;
    Words use;  // "body text"
};

struct Theme {
    Words id, name;
    std::map<std::string, ThemeColor>
        colors;                 // ink, primary, you, quiet, ground, tint, highlight, white, rule …
    Words family;               // of every text
    std::vector<Length> scale;  // type sizes, smallest first; the second is the body's
    Length rhythm;              // every leading is a multiple of this
    Length radius;              // of cards
    Length line;                // width of rules
    std::vector<ContrastPair> pairs;
};

/// The theme's colours by what they stand for; a slot that it leaves out keeps the shipped colour.
Palette palette_of(const Theme& theme);

}  // namespace sayso::model
