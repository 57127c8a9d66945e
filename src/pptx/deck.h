// A presentation as values, before it is parts and XML: layouts with regions, slides whose words stand in
// them. Stage: emit, inside src/pptx only.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "chart/plot.h"
#include "doc/document.h"
#include "doc/pages.h"

namespace sayso::pptx {

struct Run {
    std::string text, lang;
    std::string address;  // not empty: leads there
    bool strong = false;
};

/// How the paragraphs of one kind look in a region: what a placeholder's list levels inherit.
struct Level {
    Length size, leading, after;
    int weight = 400;
    Color color, mark_color;
    doc::Align align = doc::Align::start;
    doc::List::Marker marker = doc::List::Marker::none;
    bool operator==(const Level&) const = default;
};

struct Paragraph {
    std::size_t level = 0;  // of its region's levels
    std::vector<Run> runs;
    std::size_t counts_from = 1;  // of a numbered list that began on the slide before: its number here
};

/// A placeholder of a layout. PowerPoint knows nine levels.
struct Region {
    static constexpr std::size_t most_levels = 9;
    std::string name;
    Rect box;
    std::vector<Level> levels{};
    int columns = 1;
    bool centred = false;  // from top to bottom
    /// Of a card, which is a placeholder of its own: what is behind its words, and how far from them its
    /// edge.
    std::optional<Color> fill{};
    Length radius{};
    Edges inset{};
};

struct Layout {
    std::string name;
    std::vector<Region> regions;
    std::vector<doc::Decoration> bands;
    Level foot_look;                  // of the words at its foot
    std::optional<Level> count_look;  // of the slide's number beside them; without: not numbered
    Rect foot_box;
    bool used = false;
};

struct Words {
    std::size_t region = 0;
    std::vector<Paragraph> paragraphs;
    bool is_title = false;
    std::optional<Rect> box{};  // where it is elsewhere than in the layout
};
/// A fill or a bar that says nothing.
struct Ground {
    Rect box;
    Color fill;
    Length radius;
};
struct Figure {
    const doc::Figure* figure = nullptr;
    Rect box;
    std::optional<chart::Plot> plot;  // of a chart that Office can draw
};
struct Table {
    Rect box;
    std::vector<double> widths;  // shares
    std::vector<std::vector<std::vector<Paragraph>>> rows;
    std::vector<Level> levels;
};
using Shape = std::variant<Words, Ground, Figure, Table>;

struct Slide {
    std::size_t layout = 0;
    std::string section, title;
    std::vector<Shape> shapes;  // in reading order
    std::vector<std::string> notes;
    Span source;
};

struct Deck {
    std::string title, author, subject, keywords, lang, family;
    Palette palette;
    Size size;
    std::vector<Layout> layouts;
    std::vector<Slide> slides;
    std::string foot;  // what stands at each slide's foot beside its number
    bool rtl = false;
};

}  // namespace sayso::pptx
