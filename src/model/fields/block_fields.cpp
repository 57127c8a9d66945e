// The kinds of block, each with its options: the one table behind parsing, the schema and the reference page.
#include <algorithm>

#include <fmt/format.h>

#include "base/overload.h"
#include "model/fields.h"

namespace sayso::model {
namespace block {
namespace {

using load::at_least;
using load::between;
using load::by_default;
using load::Field;
using load::kebab;
using load::not_empty;
using load::required;
using load::verbatim;

template <class T>
Field<T> most() {
    return {"most", &T::most, "At most this many.", at_least(1)};
}

/// A kind of block that can be seen: it takes a style and a region besides its own fields.
template <class T>
Fields<T> seen(std::string doc, std::vector<Field<T>> fields) {
    using Name = std::optional<Words> T::*;
    fields.push_back({"style", static_cast<Name>(&T::style), "Name of a style.", kebab});
    fields.push_back({"region", static_cast<Name>(&T::region), "The page region it stands in.", kebab});
    std::string name = fields.front().shape.key + " block";
    return {std::move(name), std::move(doc), std::move(fields)};
}

template <class T>
Fields<T> unseen(std::string doc, std::vector<Field<T>> fields) {
    std::string name = fields.front().shape.key + " block";
    return {std::move(name), std::move(doc), std::move(fields)};
}

}  // namespace

const Fields<Heading>& fields_of(const Heading*) {
    static const auto table = seen<Heading>(
        "A heading. It goes where what its own flow has under it comes out empty.",
        {{"heading", &Heading::text, "Its words.", required},
         {"level", &Heading::level, "1 is the document's title.", between(1, 6) | by_default("2")},
         {"bookmark", &Heading::bookmark, "Its words in the list of bookmarks, if not the same."}});
    return table;
}

const Fields<Text>& fields_of(const Text*) {
    static const auto table =
        seen<Text>("Paragraphs, with a blank line between them.",
                   {{"text", &Text::text, "The words; **bold** and [links](https://…) work.", required}});
    return table;
}

const Fields<List>& fields_of(const List*) {
    static const auto table =
        seen<List>("A list made from data.",
                   {{"list", &List::path, "What to list, such as approach.knowing.references.", required},
                    {"as", &List::as, "Its marks.", by_default("bullets")},
                    {"item", &List::item, "The words of each item.", by_default("{{item}}")},
                    {"note", &List::note,
                     "The name of each item in a list of notes, such as `source-{{item.number}}`: "
                     "`[1](#source-1)` in other words leads to it. In Word it is a footnote.",
                     verbatim},
                    {"across", &List::across, "In this many columns.", between(1, 12)},
                    most<List>()});
    return table;
}

const Fields<Quote>& fields_of(const Quote*) {
    static const auto table = seen<Quote>(
        "Somebody's own words.",
        {{"quote", &Quote::text, "What was said.", required}, {"by", &Quote::by, "Who said it."}});
    return table;
}

const Fields<KeyFigure>& fields_of(const KeyFigure*) {
    static const auto table = seen<KeyFigure>("One number, set large.",
                                              {{"key-figure", &KeyFigure::number, "The number.", required},
                                               {"label", &KeyFigure::label, "What it counts."}});
    return table;
}

const Fields<Contents>& fields_of(const Contents*) {
    static const auto table = seen<Contents>(
        "A table of contents.",
        {{"contents", &Contents::deepest, "Down to headings of this level.", required | between(1, 6)}});
    return table;
}

const Fields<Outcomes>& fields_of(const Outcomes*) {
    static const auto table =
        seen<Outcomes>("The outcomes of an audience.",
                       {{"outcomes", &Outcomes::path, "Which, such as audience.outcomes.", required},
                        {"as", &Outcomes::as, "How they look.", by_default("cards")},
                        {"across", &Outcomes::across, "Cards side by side.", between(1, 12)},
                        most<Outcomes>()});
    return table;
}

const Fields<Asks>& fields_of(const Asks*) {
    static const auto table =
        seen<Asks>("What we ask, numbered, with who does it and by when.",
                   {{"asks", &Asks::path, "Which, such as audience.asks.", required},
                    {"as", &Asks::as, "All of each ask, or its request only.", by_default("whole")},
                    most<Asks>()});
    return table;
}

const Fields<Contact>& fields_of(const Contact*) {
    static const auto table = seen<Contact>(
        "Whom to ring or write to.",
        {{"contact", &Contact::path, "Which, such as contact.", required},
         {"web", &Contact::web, "False where the web address stands elsewhere, as beneath a QR code.",
          by_default("true")}});
    return table;
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

const Fields<Table>& fields_of(const Table*) {
    static const auto table =
        seen<Table>("A table made from data, one row for each item.",
                    {{"table", &Table::path, "What to list, a row each.", required},
                     {"columns", &Table::columns, "The columns.", required | not_empty},
                     {"caption", &Table::caption, "Words that say what the table shows."}});
    return table;
}

const Fields<Figure>& fields_of(const Figure*) {
    static const auto table = seen<Figure>(
        "A picture.",
        {{"figure", &Figure::name,
          "diagram, a picture's file or id, or logo, which is left out where the service has none.",
          required},
         {"as", &Figure::as, "Which drawing of the diagram.", by_default("compact")},
         {"width", &Figure::width, "Its width.", at_least(1)},
         {"height", &Figure::height, "Its height.", at_least(1)},
         {"highlight", &Figure::highlight, "The audience whose card is lit in the diagram."},
         {"label", &Figure::label, "A word for the lit card, such as You."},
         {"smallest", &Figure::smallest,
          "Of the words of the diagram; what has no room is then in its description alone.", at_least(6)},
         {"in-parts", &Figure::in_parts,
          "The diagram is read aloud as headings and lists, for pages that it fills, not as one picture.",
          by_default("false")},
         {"caption", &Figure::caption, "Words below it."},
         {"alt", &Figure::alt, "What it shows, for those who do not see it."}});
    return table;
}

const Fields<Chart>& fields_of(const Chart*) {
    static const auto table = seen<Chart>(
        "Published numbers of the evidence, drawn.",
        {{"chart", &Chart::indicator, "The id of an indicator.", required},
         {"as", &Chart::as, "A line, a control chart (spc), or a small one for each of the sites.",
          by_default("line")},
         {"width", &Chart::width, "Its width.", at_least(1)},
         {"height", &Chart::height, "Its height.", at_least(1)},
         {"caption", &Chart::caption, "Words below it."},
         {"alt", &Chart::alt, "What it shows, for those who do not see it.",
          by_default("told from its values")}});
    return table;
}

const Fields<QrCode>& fields_of(const QrCode*) {
    static const auto table = seen<QrCode>(
        "A QR code, which telephones read, with its address in words beneath.",
        {{"qr", &QrCode::address, "The web address that it leads to, such as \"{{contact.web}}\".", required},
         {"width", &QrCode::width, "Of the code without its white edge; more where an address is long.",
          by_default("25mm")},
         {"alt", &QrCode::alt, "What it is, for those who do not see it.",
          by_default("\"QR code for\" and the address")}});
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

const Fields<Columns>& fields_of(const Columns*) {
    static const auto table =
        seen<Columns>("Flows side by side, on twelve columns.",
                      {{"columns", &Columns::columns, "The flows, each with its share of the twelve.",
                        required | not_empty}});
    return table;
}

const Fields<Section>& fields_of(const Section*) {
    static const auto table = seen<Section>("Blocks that belong together in meaning.",
                                            {{"section", &Section::flow, "The blocks.", required}});
    return table;
}

const Fields<Slide>& fields_of(const Slide*) {
    static const auto table =
        seen<Slide>("A slide of a deck, which holds nothing but slides.",
                    {{"slide", &Slide::title, "Its title: the message, in a sentence.", required},
                     {"layout", &Slide::layout, "One of the template's layouts.", required},
                     {"section", &Slide::section, "The part of the talk that begins here."},
                     {"notes", &Slide::notes, "What the speaker says."},
                     {"flow", &Slide::flow, "Its blocks, each in one of the layout's regions.", required}});
    return table;
}

const Fields<Box>& fields_of(const Box*) {
    static const auto table = seen<Box>(
        "Blocks that are set apart by their looks.",
        {{"box", &Box::flow, "The blocks.", required},
         {"aside", &Box::aside, "True: the page could do without it, and a reader may leave it for later.",
          by_default("false")}});
    return table;
}

const Fields<For>& fields_of(const For*) {
    static const auto table =
        unseen<For>("Blocks that are repeated for each item of a list.",
                    {{"for", &For::loop, "A name and a list, such as \"group in approach.means\".", required},
                     {"do", &For::flow, "The blocks, in which {{group.name}} works.", required},
                     most<For>()});
    return table;
}

const Fields<When>& fields_of(const When*) {
    static const auto table = unseen<When>(
        "Blocks that depend on something.",
        {{"when", &When::text,
          "A path that is not empty, or \"PATH = word\"; joined by not, and, or, and brackets.", required},
         {"do", &When::flow, "The blocks if so.", required},
         {"else", &When::otherwise, "The blocks if not."}});
    return table;
}

const Fields<Part>& fields_of(const Part*) {
    static const auto table =
        unseen<Part>("The blocks of a part.", {{"part", &Part::name, "The part's name.", required | kebab}});
    return table;
}

const Fields<PageBreak>& fields_of(const PageBreak*) {
    static const auto table = unseen<PageBreak>(
        "What follows begins on a new page.",
        {{"page-break", &PageBreak::begins,
          "true; or panel, for a folded sheet: large print is not folded, and runs on.", required}});
    return table;
}

namespace {

// What a kind's own key says in one text is taken apart when it is read.
// --------------------------------------------------------------------------------------------------

/// "group in approach.means": the name and the path of the list.
void complete(For& block, const load::Reading& reading) {
    const std::string& text = block.loop.text;
    if (text.empty()) return;
    const std::size_t in = text.find(" in ");
    if (in == std::string::npos || !load::is_kebab(text.substr(0, in)) || in + 4 >= text.size()) {
        reading.error("bad-loop", block.loop.span,
                      fmt::format("\"{}\" does not name a list to go through", load::clipped(text)),
                      "write it like \"group in approach.means\"");
        return;
    }
    block.variable = {text.substr(0, in), block.loop.span, block.loop.lang};
    block.path = {text.substr(in + 4), block.loop.span, block.loop.lang};
}

void complete(When& block, const load::Reading& reading) {
    if (!block.text.empty()) block.condition = parse_condition(block.text, reading.diagnostics);
}

void complete(Figure& block, const load::Reading&) {
    if (block.name == "diagram") block.shows = Figure::Shows::diagram;
    if (block.name == "logo") block.shows = Figure::Shows::logo;
}

/// Many telephones cannot read a smaller one at arm's length.
constexpr Length narrowest_code = mm(25);

void complete(QrCode& block, const load::Reading& reading) {
    if (!block.width || *block.width >= narrowest_code) return;
    reading.error("qr-too-small", block.span,
                  fmt::format("a QR code {:.0f} mm wide is too small for many telephones", block.width->mm()),
                  "make it 25mm or wider, or leave `width` out");
}

template <class T>
void complete(T&, const load::Reading&) {}

}  // namespace
}  // namespace block

namespace {

template <class T>
void read_block(const load::Value& value, Block& out, const load::Reading& reading) {
    T& kind = out.kind.emplace<T>();
    load::Reader<T>::read(value, kind, reading);
    block::complete(kind, reading);
}

template <class... T>
std::vector<BlockReader> readers_of(const std::variant<T...>*) {
    return {{&load::Reader<T>::record, &read_block<T>}...};
}

const load::RecordShape& block_shape() {
    static const load::RecordShape shape = [] {
        load::RecordShape all;
        all.name = "block";
        all.doc = "One piece of a flow. The key that tells its kind comes first.";
        for (const BlockReader& kind : block_readers()) all.kinds.push_back(&kind.record());
        return all;
    }();
    return shape;
}

}  // namespace

const std::vector<BlockReader>& block_readers() {
    static const std::vector<BlockReader> all = readers_of(static_cast<const BlockKind*>(nullptr));
    return all;
}

std::vector<const Flow*> flows_in(const Block& block) {
    std::vector<const Flow*> out;
    std::visit(Overload{
                   [&](const block::Columns& columns) {
                       for (const block::Column& column : columns.columns) out.push_back(&column.flow);
                   },
                   [&](const block::When& when) {
                       out = {&when.flow, &when.otherwise};
                   },
                   [&](const block::Section& section) { out = {&section.flow}; },
                   [&](const block::Slide& slide) { out = {&slide.flow}; },
                   [&](const block::Box& box) { out = {&box.flow}; },
                   [&](const block::For& loop) { out = {&loop.flow}; },
                   [](const auto&) {},
               },
               block.kind);
    return out;
}

}  // namespace sayso::model

namespace sayso::load {

Shape Reader<model::Block>::shape() {
    return {Shape::Kind::record, nullptr, &model::block_shape};
}

void Reader<model::Block>::read(const Value& value, model::Block& out, const Reading& reading) {
    out.span = value.span;
    const RecordShape* kind = check_kind(model::block_shape(), value, reading);
    for (const model::BlockReader& one : model::block_readers())
        if (&one.record() == kind) one.read(value, out, reading);
}

}  // namespace sayso::load
