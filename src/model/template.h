// A kind of document: paper, looks and a flow of blocks. Shipped under templates/kinds/, or in a project's
// templates/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "model/words.h"

namespace sayso::model {

/// Looks by name. Every field is optional so that styles can be laid upon one another (`like`).
struct Style {
    std::optional<Words> like;            // another style to start from
    std::optional<double> size, leading;  // points
    std::optional<int> weight;
    std::optional<Words> color, fill;  // names in the theme
    std::optional<Words> marker_color;
    std::optional<Words> align;                       // start, centre, end
    std::optional<Length> space_before, space_after;  // margins
    std::optional<Length> padding, padding_across, padding_down;
    std::optional<Length> bleed, bleed_top;  // how far the fill reaches beyond the sides and the top
    std::optional<Words> bar;                // colour of a thick rule at the start side
    std::optional<Length> bar_width;
    std::optional<Words> rule_above, rule_below;  // colours of thin rules
    std::optional<Length> rule_width;
    std::optional<Length> radius;
    std::optional<Length> gap, row_gap;
    std::optional<Length> min_height;
    std::optional<bool> rounded;  // corners as the theme's cards have
    std::optional<bool> keep_together, keep_with_next, tabular, balance;
    std::optional<Words> vertical_align;
    Span span;
};

enum class BlockKind : std::uint8_t {
    heading,
    text,
    list,
    outcomes,
    table,
    columns,
    section,
    box,
    quote,
    key_figure,
    figure,
    asks,
    contact,
    contents,
    loop_for,
    when,
    part,
    page_break,
};

struct TableColumn {
    Words title;
    Words cell;  // with {{}}
    double share = 1;
    bool header = false;  // row headers
};

struct Block;
struct Column {
    int span = 6;  // of twelve
    std::optional<Words> style;
    std::vector<Block> flow;
    Span place;
};

/// One block of a flow. Which fields a kind may have stands in one table (block_kinds() in
/// block_fields.cpp) that drives parsing, the reference page and the schema.
struct Block {
    BlockKind kind = BlockKind::text;
    Span span;
    Words text;                    // the value of the kind's own key when that is a text or a path
    std::vector<Block> flow;       // nested blocks (section, box, for, when)
    std::vector<Block> otherwise;  // when … else
    std::vector<Column> columns;
    std::vector<TableColumn> table;
    std::optional<Words> style, region;
    std::optional<int> level;             // heading
    std::optional<Words> bookmark;        // heading
    std::optional<Words> as;              // outcomes: cards | list;   list: bullets | numbers | plain
    std::optional<int> across;            // cards side by side; columns of a balanced list
    std::optional<Words> label, by;       // key figure; quote
    std::optional<Words> variable;        // for: "outcome in audience.outcomes" -> variable, text = path
    std::optional<Words> caption, alt;    // figure, table
    std::optional<Length> width, height;  // figure
    std::optional<Words> highlight;       // figure: diagram with this audience's card lit
    std::optional<Words> item;            // list: the text of each item, with {{item}}
    std::optional<int> most;              // list, outcomes: at most this many
};

struct PageRegion {
    Words id;
    Length x, y, width, height;
};

struct Band {  // a fill behind everything
    Words color;
    Length x, y, width, height;
};

struct Page {
    Length width, height;
    Edges margin;
    std::vector<PageRegion> regions;  // empty: one region inside the margins
    std::vector<Band> bands;
    std::vector<Block> header, footer;
    Span place;
};

/// A text that an audience gives by name under `texts`, and this template prints.
struct NamedText {
    Words purpose;  // what it is for, to whoever writes it
    int room = 0;   // characters that there are for it; 0: enough
};

struct Template {
    Words id, name;
    Words kind;                    // "briefing"; two templates may serve one kind for different audiences
    std::vector<Words> audiences;  // empty: every one
    std::optional<Words> extends;
    std::string lang = "en-GB";        // of its own words
    std::optional<Words> title;        // of the document, for the window bar and metadata
    std::optional<Words> print;        // how to print it, for whoever finds it in a pack
    std::optional<Words> print_large;  // the same for large print, where that differs: it is never folded
    Page first_page, page;
    std::optional<Words> imposition;  // none, trifold, booklet
    std::optional<int> max_pages;
    bool for_everyone = false;  // makes sense without an audience
    bool frameworks = false;    // wants the inspection frameworks as data
    std::map<std::string, Style> styles;
    std::map<std::string, Words> strings;    // fixed words of the template: {{string.name}}
    std::map<std::string, NamedText> texts;  // that it prints of an audience: {{audience.texts.name}}
    std::map<std::string, std::vector<Block>>
        parts;  // named pieces of flow, replaceable by a template that extends this
    std::vector<Block> flow;
};

}  // namespace sayso::model
