// Keys of a template's file, without its blocks.
#include <array>

#include "base/paper.h"
#include "model/fields.h"

namespace sayso::model {
namespace {

using load::at_least;
using load::kebab;
using load::one_of;
using load::required;

/// A page as it is written.
struct PageSpec {
    std::optional<Words> size;
    std::optional<Orientation> orientation;
    std::optional<Length> width, height;
    Edges margin;
    std::vector<PageRegion> regions;
    std::vector<Band> bands;
    Flow header, footer;
};

std::vector<std::string> paper_names() {
    std::vector<std::string> names;
    for (const Paper& paper : papers) names.emplace_back(paper.name);
    return names;
}

const Fields<PageSpec>& fields_of(const PageSpec*) {
    static const Fields<PageSpec> table(
        "page", "The paper and what stands on it.",
        {{"size", &PageSpec::size, "Paper by name; or give width and height.", one_of(paper_names())},
         {"orientation", &PageSpec::orientation, "Which way round.",
          load::by_default("portrait; landscape for a slide")},
         {"width", &PageSpec::width, "Width, instead of a size.", load::between(72, 14'400)},
         {"height", &PageSpec::height, "Height, instead of a size.", load::between(72, 14'400)},
         {"margin", &PageSpec::margin, "Margins: top, right, bottom, left, or one length for all.",
          at_least(0)},
         {"regions", &PageSpec::regions, "Places that text flows into, one after another."},
         {"bands", &PageSpec::bands, "Fills behind everything."},
         {"header", &PageSpec::header, "Blocks above the text of every page."},
         {"footer", &PageSpec::footer, "Blocks below the text of every page."}});
    return table;
}

void set_paper(const PageSpec& spec, Page& page) {
    for (const Paper& paper : papers) {
        if (!spec.size || spec.size->text != paper.name) continue;
        const bool across =
            spec.orientation ? *spec.orientation == Orientation::landscape : paper.name == "slide";
        const Size size = across ? paper.landscape() : paper.portrait();
        page.width = size.width;
        page.height = size.height;
    }
    page.width = spec.width.value_or(page.width);
    page.height = spec.height.value_or(page.height);
}

void check_page(const Page& page, const PageSpec& spec, const load::Value& value,
                const load::Reading& reading) {
    if (page.width <= pt(0) || page.height <= pt(0)) {
        if (spec.size) return;  // a name that no paper has was reported
        reading.error("missing-key", value.span, "this page has no size",
                      "add a line \"size: a4\", or give width and height");
    } else if (page.margin.across() >= page.width || page.margin.down() >= page.height) {
        const load::Value* margin = value.find("margin");
        reading.error("out-of-range", margin != nullptr ? margin->span : value.span,
                      "the margins leave no room on this page", "make the margins smaller");
    }
}

}  // namespace
}  // namespace sayso::model

namespace sayso::load {

Shape Reader<model::Page>::shape() {
    return Reader<model::PageSpec>::shape();
}

void Reader<model::Page>::read(const Value& value, model::Page& out, const Reading& reading) {
    model::PageSpec spec;
    Reader<model::PageSpec>::read(value, spec, reading);
    out.place = value.span;
    model::set_paper(spec, out);
    out.margin = spec.margin;
    out.regions = std::move(spec.regions);
    out.bands = std::move(spec.bands);
    out.header = std::move(spec.header);
    out.footer = std::move(spec.footer);
    model::check_page(out, spec, value, reading);
}

}  // namespace sayso::load

namespace sayso::model {

const Fields<PageRegion>& fields_of(const PageRegion*) {
    static const Fields<PageRegion> table(
        "page region", "A place on the page that text flows into, measured from the top left.",
        {{"id", &PageRegion::id, "Short name; blocks point to it.", required | kebab},
         {"x", &PageRegion::x, "From the left edge.", required},
         {"y", &PageRegion::y, "From the top edge.", required},
         {"width", &PageRegion::width, "Its width.", required | at_least(1)},
         {"height", &PageRegion::height, "Its height.", required | at_least(1)}});
    return table;
}

const Fields<Band>& fields_of(const Band*) {
    static const Fields<Band> table(
        "band", "A fill behind everything, measured from the top left.",
        {{"color", &Band::color, "A colour of the theme, by name.", required | kebab},
         {"x", &Band::x, "From the left edge."},
         {"y", &Band::y, "From the top edge."},
         {"width", &Band::width, "Its width.", required | at_least(0)},
         {"height", &Band::height, "Its height.", required | at_least(0)},
         {"from-page", &Band::from_page,
          "Number of the first page that it stands on. Large print, being loose pages, does without a band "
          "of "
          "some pages.",
          load::between(2, 99)},
         {"to-page", &Band::to_page, "Number of the last page that it stands on.", load::between(2, 99)}});
    return table;
}

const Fields<Style>& fields_of(const Style*) {
    static const Fields<Style> table(
        "style",
        "How something looks. What is not given comes from the style it is like, else from the text's.",
        {{"like", &Style::like, "Another style to start from.", kebab},
         {"size", &Style::size, "Size of type, in points.", load::between(1, 1'000)},
         {"leading", &Style::leading, "From line to line, in points.", load::between(1, 2'000)},
         {"weight", &Style::weight, "Regular, semi-bold or extra-bold.", one_of({"400", "600", "800"})},
         {"color", &Style::color, "Colour of the text: a name in the theme.", kebab},
         {"fill", &Style::fill, "Colour behind it: a name in the theme, or none.", kebab},
         {"marker-color", &Style::marker_color, "Colour of bullets and numbers.", kebab},
         {"align", &Style::align, "Which side lines keep to."},
         {"space-before", &Style::space_before, "Space above.", at_least(0)},
         {"space-after", &Style::space_after, "Space below.", at_least(0)},
         {"padding", &Style::padding, "Room inside, at all sides.", at_least(0)},
         {"padding-across", &Style::padding_across, "Room inside, left and right.", at_least(0)},
         {"padding-down", &Style::padding_down, "Room inside, above and below.", at_least(0)},
         {"bleed", &Style::bleed, "How far the fill reaches beyond the sides.", at_least(0)},
         {"bleed-top", &Style::bleed_top, "How far the fill reaches beyond the top.", at_least(0)},
         {"bar", &Style::bar, "Colour of a thick rule at the start side.", kebab},
         {"bar-width", &Style::bar_width, "Its width.", at_least(0)},
         {"rule-above", &Style::rule_above, "Colour of a thin rule above.", kebab},
         {"rule-below", &Style::rule_below, "Colour of a thin rule below.", kebab},
         {"rule-width", &Style::rule_width, "Width of thin rules.", at_least(0)},
         {"rounded", &Style::rounded, "Corners of the fill as round as the theme says."},
         {"radius", &Style::radius, "Corners of the fill as round as this, whatever the theme.", at_least(0)},
         {"gap", &Style::gap, "Space between columns or cards.", at_least(0)},
         {"row-gap", &Style::row_gap, "Space between rows of cards.", at_least(0)},
         {"min-height", &Style::min_height, "At least this high.", at_least(0)},
         {"keep-together", &Style::keep_together, "Not split over two pages."},
         {"spread", &Style::spread,
          "Grows with the others of its page until that is full, at most by half: rows of pictures, cards."},
         {"if-room", &Style::if_room,
          "Left out of a document that has too many pages with it: a drawing that says nothing of its own."},
         {"keep-with-next", &Style::keep_with_next, "On the same page as what follows."},
         {"tabular", &Style::tabular, "Figures of one width."},
         {"balance", &Style::balance, "Lines of nearly equal length."},
         {"vertical-align", &Style::vertical_align, "Where it stands in a higher box."},
         {"stack", &Style::stack, "Whether columns, cards and the two sides of a row fall under one another.",
          load::by_default("false; true in large print, which needs the whole measure")}});
    return table;
}

const Fields<NamedText>& fields_of(const NamedText*) {
    static const Fields<NamedText> table(
        "named text", "A text that an audience gives under `texts`, and the template prints.",
        {{"use", &NamedText::purpose, "What it is for, to whoever writes it.", required},
         {"room", &NamedText::room, "Characters that there are for it.", load::between(1, 10'000)}});
    return table;
}

const Fields<Template>& fields_of(const Template*) {
    static const Fields<Template> table(
        "template", "A kind of document: paper, looks and a flow of blocks.",
        {{"id", &Template::id, "Short name; also the file's name.", required | kebab},
         {"name", &Template::name, "The template's name.", required},
         {"kind", &Template::kind, "The kind of document it makes; the id begins with it.", required | kebab},
         {"audiences", &Template::audiences, "Only for these audiences; every one if absent.", kebab},
         {"extends", &Template::extends, "The template to start from.", kebab},
         {"lang", &Template::lang, "The language of its own words.", load::by_default("en-GB")},
         {"title", &Template::title, "The document's title."},
         {"print", &Template::print, "How to print it, in a sentence or two, for the pack's list."},
         {"print-large", &Template::print_large, "The same for the large print edition, where it differs."},
         {"page", &Template::page, "The pages."},
         {"first-page", &Template::first_page, "The first page: like the others but for what is given."},
         {"layouts", &Template::layouts, "Of a deck's slides, by name: like the page but for what is given."},
         {"imposition", &Template::imposition, "How pages are put on sheets.", load::by_default("none")},
         {"rules", &Template::rules, "The rules that its words are checked by.",
          load::by_default("everyday")},
         {"max-pages", &Template::max_pages, "More pages than this are an error.", load::between(1, 500)},
         {"own-headings", &Template::own_headings,
          "Its headings are the reader's own, where the audience has `headings`."},
         {"for-everyone", &Template::for_everyone,
          "Whether it can be made for nobody in particular, without an audience."},
         {"addressed", &Template::addressed,
          "Whether it is written to people by name: true makes one for each row of recipients.csv."},
         {"frameworks", &Template::frameworks,
          "Whether the template shows inspection frameworks: true gives it `frameworks`."},
         {"styles", &Template::styles, "Looks, by name."},
         {"strings", &Template::strings, "Fixed words, used as {{string.NAME}}."},
         {"texts", &Template::texts,
          "Texts that it wants of an audience by name, as {{audience.texts.NAME}}: what each is for."},
         {"parts", &Template::parts, "Named pieces of flow, which a template that extends this may replace."},
         {"flow", &Template::flow, "The document, block by block."}});
    return table;
}

}  // namespace sayso::model
