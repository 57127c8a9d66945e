// A kind of document: paper, looks and a flow of blocks. Shipped under templates/kinds/, or in a project's
// templates/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "model/block.h"
#include "model/words.h"

namespace sayso::model {

/// Looks by name. Every field is optional so that styles can be laid upon one another (`like`).
struct Style {
    std::optional<Words> like;            // another style to start from
    std::optional<double> size, leading;  // points
    std::optional<int> weight;
    std::optional<Words> color, fill;  // names in the theme
    std::optional<Words> marker_color;
    std::optional<Align> align;
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
    std::optional<bool> keep_together, keep_with_next, spread, if_room, tabular, balance;
    std::optional<VerticalAlign> vertical_align;
    std::optional<bool> stack;  // what it sets side by side falls under one another; none: in large print
    Span span;
};

struct PageRegion {
    Words id;
    Length x, y, width, height;
};

struct Band {  // a fill behind everything
    Words color;
    Length x, y, width, height;
    std::optional<int> from_page, to_page;  // numbers of the first and last that it stands on
    bool is_on(int page) const { return page >= from_page.value_or(1) && page <= to_page.value_or(page); }
};

struct Page {
    Length width, height;
    Edges margin;
    std::vector<PageRegion> regions;  // empty: one region inside the margins
    std::vector<Band> bands;
    Flow header, footer;
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
    std::map<std::string, Page> layouts;  // of a deck's slides: like the page but for what is given
    Imposition imposition = Imposition::none;
    Rules rules = Rules::everyday;  // that its words are checked by
    std::optional<int> max_pages;
    bool for_everyone = false;  // makes sense without an audience
    bool addressed = false;     // to people by name: one for each of the table of recipients, if there is one
    bool own_headings = false;  // its headings are the reader's own, where the audience has some
    bool frameworks = false;    // wants the inspection frameworks as data
    std::map<std::string, Style> styles;
    std::map<std::string, Words> strings;    // fixed words of the template: {{string.name}}
    std::map<std::string, NamedText> texts;  // that it prints of an audience: {{audience.texts.name}}
    std::map<std::string, Flow> parts;       // named pieces, replaceable by a template that extends this
    Flow flow;
};

/// Every kind of page that it has.
std::vector<const Page*> pages_of(const Template& source);

}  // namespace sayso::model
