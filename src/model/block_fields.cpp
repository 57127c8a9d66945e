// The kinds of block, each with its options: the one table behind parsing, the schema and the reference page.
#include <algorithm>

#include <fmt/format.h>

#include "model/fields.h"

namespace sayso::model {
namespace {

using load::at_least;
using load::between;
using load::by_default;
using load::kebab;
using load::one_of;
using load::not_empty;
using load::required;
using BlockField = load::Field<Block>;

BlockField style() {
    return {"style", &Block::style, "Name of a style.", kebab};
}

BlockField region() {
    return {"region", &Block::region, "The page region it stands in.", kebab};
}

BlockField width() {
    return {"width", &Block::width, "Its width.", at_least(1)};
}

BlockField height() {
    return {"height", &Block::height, "Its height.", at_least(1)};
}

BlockField across(std::string doc) {
    return {"across", &Block::across, std::move(doc), between(1, 12)};
}

BlockField most() {
    return {"most", &Block::most, "At most this many.", at_least(1)};
}

BlockField branch(std::string key, std::vector<Block> Block::*member, std::string doc, load::Rule rule = {}) {
    return {std::move(key), member, std::move(doc), std::move(rule)};
}

/// A kind of block that can be seen: it takes a style and a region besides its own fields.
BlockKindFields seen(BlockKind kind, std::string doc, std::vector<BlockField> fields) {
    fields.push_back(style());
    fields.push_back(region());
    std::string name = fields.front().shape.key + " block";
    return {kind, {std::move(name), std::move(doc), std::move(fields)}};
}

BlockKindFields unseen(BlockKind kind, std::string doc, std::vector<BlockField> fields) {
    std::string name = fields.front().shape.key + " block";
    return {kind, {std::move(name), std::move(doc), std::move(fields)}};
}

std::vector<BlockKindFields> text_kinds() {
    return {
        seen(BlockKind::heading, "A heading.",
             {{"heading", &Block::text, "Its words.", required},
              {"level", &Block::level, "1 is the document's title.", between(1, 6) | by_default("2")},
              {"bookmark", &Block::bookmark, "Its words in the list of bookmarks, if not the same."}}),
        seen(BlockKind::text, "Paragraphs, with a blank line between them.",
             {{"text", &Block::text, "The words; **bold** and [links](https://…) work.", required}}),
        seen(BlockKind::list, "A list made from data.",
             {{"list", &Block::text, "What to list, such as approach.knowing.references.", required},
              {"as", &Block::as, "Its marks.",
               one_of({"bullets", "numbers", "plain"}) | by_default("bullets")},
              {"item", &Block::item, "The words of each item.", by_default("{{item}}")},
              across("In this many columns."),
              most()}),
        seen(BlockKind::quote, "Somebody's own words.",
             {{"quote", &Block::text, "What was said.", required}, {"by", &Block::by, "Who said it."}}),
        seen(BlockKind::key_figure, "One number, set large.",
             {{"key-figure", &Block::text, "The number.", required},
              {"label", &Block::label, "What it counts."}}),
        seen(BlockKind::contents, "A table of contents.",
             {{"contents", &Block::level, "Down to headings of this level.", required | between(1, 6)}}),
    };
}

std::vector<BlockKindFields> content_kinds() {
    return {
        seen(BlockKind::outcomes, "The outcomes of an audience.",
             {{"outcomes", &Block::text, "Which, such as audience.outcomes.", required},
              {"as", &Block::as, "How they look.",
               one_of({"cards", "claims", "stack", "list"}) | by_default("cards")},
              across("Cards side by side."),
              most()}),
        seen(BlockKind::asks, "What we ask, numbered, with who does it and by when.",
             {{"asks", &Block::text, "Which, such as audience.asks.", required},
              {"as", &Block::as, "All of each ask, or its request only.",
               one_of({"whole", "short"}) | by_default("whole")},
              most()}),
        seen(BlockKind::contact, "Whom to ring or write to.",
             {{"contact", &Block::text, "Which, such as contact.", required}}),
        seen(BlockKind::table, "A table made from data, one row for each item.",
             {{"table", &Block::text, "What to list, a row each.", required},
              {"columns", &Block::table, "The columns.", required | not_empty},
              {"caption", &Block::caption, "Words that say what the table shows."}}),
        seen(BlockKind::figure, "A picture.",
             {{"figure", &Block::text, "diagram, logo, chart.ID of an indicator, or a picture's file or id.", required},
              {"as", &Block::as, "Which drawing of the diagram; of a chart: line, spc, or sites (one for each).",
               one_of({"compact", "slide", "poster", "line", "spc", "sites"}) | by_default("compact, line")},
              width(),
              height(),
              {"highlight", &Block::highlight, "The audience whose card is lit in the diagram."},
              {"label", &Block::label, "A word for the lit card, such as You."},
              {"caption", &Block::caption, "Words below it."},
              {"alt", &Block::alt, "What it shows, for those who do not see it."}}),
    };
}

std::vector<BlockKindFields> container_kinds() {
    return {
        seen(BlockKind::columns, "Flows side by side, on twelve columns.",
             {{"columns", &Block::columns, "The flows, each with its share of the twelve.",
              required | not_empty}}),
        seen(BlockKind::section, "Blocks that belong together in meaning.",
             {branch("section", &Block::flow, "The blocks.", required)}),
        seen(BlockKind::box, "Blocks that are set apart by their looks.",
             {branch("box", &Block::flow, "The blocks.", required)}),
        unseen(BlockKind::loop_for, "Blocks that are repeated for each item of a list.",
               {{"for", &Block::text, "A name and a list, such as \"group in approach.means\".", required},
                branch("do", &Block::flow, "The blocks, in which {{group.name}} works.", required),
                most()}),
        unseen(
            BlockKind::when, "Blocks that depend on something.",
            {{"when", &Block::text, "A path that is not empty, \"not PATH\", or \"PATH = word\".", required},
             branch("do", &Block::flow, "The blocks if so.", required),
             branch("else", &Block::otherwise, "The blocks if not.")}),
        unseen(BlockKind::part, "The blocks of a part.",
               {{"part", &Block::text, "The part's name.", required | kebab}}),
        unseen(BlockKind::page_break, "What follows begins on a new page.",
               {{"page-break", &Block::text, "true.", required | one_of({"true"})}}),
    };
}

/// "group in approach.means": the name and the path of the list.
void split_loop(Block& block, const load::Reading& reading) {
    const std::string& text = block.text.text;
    const std::size_t in = text.find(" in ");
    if (in == std::string::npos || !load::is_kebab(text.substr(0, in)) || in + 4 >= text.size()) {
        reading.error("bad-loop", block.text.span,
                      fmt::format("\"{}\" does not name a list to go through", load::clipped(text)),
                      "write it like \"group in approach.means\"");
        return;
    }
    block.variable = Words{text.substr(0, in), block.text.span, block.text.lang};
    block.text.text.erase(0, in + 4);
}

const load::RecordShape& block_shape() {
    static const load::RecordShape shape = [] {
        load::RecordShape all;
        all.name = "block";
        all.doc = "One piece of a flow. The key that tells its kind comes first.";
        for (const BlockKindFields& kind : block_kinds()) all.kinds.push_back(&kind.fields.shape());
        return all;
    }();
    return shape;
}

}  // namespace

const std::vector<BlockKindFields>& block_kinds() {
    static const std::vector<BlockKindFields> all = [] {
        std::vector<BlockKindFields> kinds = text_kinds();
        for (auto&& more : {content_kinds(), container_kinds()})
            kinds.insert(kinds.end(), more.begin(), more.end());
        return kinds;
    }();
    return all;
}

const Fields<TableColumn>& fields_of(const TableColumn*) {
    static const Fields<TableColumn> table(
        "table column", "One column of a table.",
        {{"title", &TableColumn::title, "Its heading.", required},
         {"cell", &TableColumn::cell, "The words of each cell, such as \"{{item.name}}\".", required},
         {"share", &TableColumn::share, "Its share of the width.", between(0.1, 100) | by_default("1")},
         {"header", &TableColumn::header, "True when its cells name their rows.", by_default("false")}});
    return table;
}

const Fields<Column>& fields_of(const Column*) {
    static const Fields<Column> table("column", "One of several flows side by side.",
                                      {{"span", &Column::span, "How many of the twelve columns it takes.",
                                        between(1, 12) | by_default("6")},
                                       {"style", &Column::style, "Name of a style.", kebab},
                                       {"flow", &Column::flow, "Its blocks.", required}});
    return table;
}

}  // namespace sayso::model

namespace sayso::load {

Shape Reader<model::Block>::shape() {
    return {Shape::Kind::record, nullptr, &model::block_shape};
}

void Reader<model::Block>::read(const Value& value, model::Block& out, const Reading& reading) {
    out.span = value.span;
    const RecordShape* kind = check_kind(model::block_shape(), value, reading);
    const auto& kinds = model::block_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const auto& one) { return &one.fields.shape() == kind; });
    if (found == kinds.end()) return;
    out.kind = found->kind;
    found->fields.read(value, out, reading);
    if (out.kind == model::BlockKind::loop_for && !out.text.empty()) model::split_loop(out, reading);
}

}  // namespace sayso::load
