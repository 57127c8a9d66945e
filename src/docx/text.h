// A Word text as a value: paragraphs of named styles, lists, tables, pictures, notes. Made from the semantic
// tree (from_tree.h), written as parts (parts.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/palette.h"
#include "docx/look.h"
#include "frame/frame.h"

namespace sayso::docx {

/// Words of one look and language. A '\n' is a wanted line break.
struct Words {
    std::string text;
    bool strong = false;  // more than its paragraph
    std::string lang;     // BCP 47
};
/// Something to be filled in: "[Name]".
struct Blank {
    std::string text;  // with its brackets
    bool strong = false;
    std::string lang;
};
/// A number that Word works out: of this page, or of all.
struct PageNumber {
    bool of_all = false;
    std::string lang;
};
/// A note at the foot of the page, by its place in Text::notes.
struct NoteMark {
    std::size_t note = 0;
    bool again = false;  // a mark before it has the note; this one has its number
};
using Inline = std::variant<Words, Blank, PageNumber, NoteMark>;

/// Inlines that lead somewhere: a web address, or a bookmark of this text; nowhere for all others.
struct Stretch {
    std::vector<Inline> inlines;
    std::string address;   // "https://…"
    std::string bookmark;  // "_s12"
};

struct Numbered {
    std::size_t list = 0;  // of Text::lists
    int level = 0;
};

struct Paragraph {
    std::string style;  // id
    std::vector<Stretch> stretches;
    std::optional<Numbered> number;
    std::string bookmark;         // name; empty: nothing leads here
    bool keep_with_next = false;  // as part of what stays whole, beside what its style says
    bool rtl = false;
};

struct Cell;
struct Row {
    bool header = false;
    std::vector<Cell> cells;
};
struct Table {
    std::vector<Length> columns;
    std::vector<Row> rows;
    bool rtl = false;
};

struct Picture {
    std::variant<std::shared_ptr<const frame::Frame>, std::shared_ptr<const frame::Image>> content;
    Size size;
    std::string alt;
    std::string style;  // of the paragraph that holds it
    Span source;
};

using Block = std::variant<Paragraph, Table, Picture>;
struct Cell {
    std::vector<Block> blocks;  // the last one is a paragraph
};

struct Style {
    std::string id, name;
    std::string base;  // id of the style it starts from; empty for Normal
    Look look;
    int outline = -1;      // level in the navigation pane; -1: none
    bool built_in = true;  // known to Word by its name
};

enum class Marker { bullet, number };

struct Text {
    std::string title, lang;
    std::string author, subject, keywords;
    bool rtl = false;
    Palette palette;
    std::string family;
    Size page;
    Edges margin;
    Length footer_distance;
    std::vector<Style> styles;  // Normal first
    std::vector<Marker> lists;  // each is counted by itself
    std::vector<std::vector<Stretch>> notes;
    std::vector<Block> blocks;
    std::vector<Paragraph> footer;
};

}  // namespace sayso::docx
