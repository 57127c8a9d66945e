// The blocks of a template's flow: one struct for each kind. Its table of fields (fields/block_fields.cpp)
// drives parsing, the reference page and the schema.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "model/choices.h"
#include "model/condition.h"
#include "model/words.h"

namespace sayso::model {

struct Block;
using Flow = std::vector<Block>;

namespace block {

/// What every block has that can be seen.
struct Seen {
    Span span;
    std::optional<Words> style, region;
};

// Words
// ----------------------------------------------------------------------------------------------------
struct Heading : Seen {
    Words text;
    int level = 2;
    std::optional<Words> bookmark;
};
/// Paragraphs and lists in Markdown.
struct Text : Seen {
    Words text;
};
struct List : Seen {
    Words path;  // of what is listed
    Marks as = Marks::bullets;
    std::optional<Words> item;  // the words of each; none: "{{item}}"
    std::optional<Words> note;  // the name of each, which links lead to
    int across = 1;             // columns
    std::optional<int> most;
};
struct Quote : Seen {
    Words text;
    std::optional<Words> by;
};
struct KeyFigure : Seen {
    Words number;
    std::optional<Words> label;
};
struct Contents : Seen {
    int deepest = 2;
};

// Of the field
// ------------------------------------------------------------------------------------------------
struct Outcomes : Seen {
    Words path;
    OutcomeLooks as = OutcomeLooks::cards;
    std::optional<int> across;  // none: two cards, one row
    std::optional<int> most;
};
struct Asks : Seen {
    Words path;
    AskLength as = AskLength::whole;
    std::optional<int> most;
};
struct Contact : Seen {
    Words path;
    bool web = true;  // with the web address
};
struct TableColumn {
    Words title;
    Words cell;  // with {{}}
    double share = 1;
    bool header = false;  // its cells name their rows
};
struct Table : Seen {
    Words path;
    std::vector<TableColumn> columns;
    std::optional<Words> caption;
};
struct Figure : Seen {
    /// The two pictures that are no file's are asked for by these words alone.
    enum class Shows : std::uint8_t { picture, diagram, logo } shows = Shows::picture;
    Words name;  // a picture's file or id
    DiagramVariant as = DiagramVariant::compact;
    std::optional<Length> width, height;
    std::optional<Words> highlight;  // the audience whose card is lit in the diagram
    std::optional<Words> label;      // a word for that card
    std::optional<Length> smallest;  // of the words in the diagram
    std::optional<Words> caption, alt;
    bool in_parts = false;  // the diagram is read as headings and lists, not as one picture
};

/// Published numbers of an indicator, drawn.
struct Chart : Seen {
    Words indicator;  // its id
    ChartVariant as = ChartVariant::line;
    std::optional<Length> width, height;
    std::optional<Words> caption, alt;
};

/// A code that telephones read, with its address in words beneath.
struct QrCode : Seen {
    Words address;
    std::optional<Length> width;  // of the code, without its quiet zone
    std::optional<Words> alt;
};

// What holds others
// ----------------------------------------------------------------------------------------
struct Column {
    int span = 6;  // of twelve
    std::optional<Words> style;
    Flow flow;
    Span place;
};
struct Columns : Seen {
    std::vector<Column> columns;
};
struct Section : Seen {
    Flow flow;
};
/// A page of a deck, whose title is its message.
struct Slide : Seen {
    Words title;
    Words layout;  // one of the template's layouts; may hold {{}}
    std::optional<Words> section, notes;
    Flow flow;
};
struct Box : Seen {
    Flow flow;
    bool aside = false;
};
/// `variable` goes through the list at `path`.
struct For {
    Words loop;  // "group in approach.means", as it is written
    Words variable, path;
    Flow flow;
    std::optional<int> most;
};
struct When {
    Words text;                          // as it is written
    std::optional<Condition> condition;  // none: it was wrong, and reported
    Flow flow, otherwise;
};
struct Part {
    Words name;
};
struct PageBreak {
    Break begins = Break::page;
};

}  // namespace block

/// In the order of the reference page.
using BlockKind =
    std::variant<block::Heading, block::Text, block::List, block::Quote, block::KeyFigure, block::Contents,
                 block::Outcomes, block::Asks, block::Contact, block::Table, block::Figure, block::Chart,
                 block::QrCode, block::Columns, block::Section, block::Slide, block::Box, block::For,
                 block::When, block::Part, block::PageBreak>;

struct Block {
    Span span;
    BlockKind kind;
};

/// The flows that a block holds.
std::vector<const Flow*> flows_in(const Block& block);

}  // namespace sayso::model
