#include "diagram/composition.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

using Axis = Composition::Axis;
using Person = Composition::Person;
using Overall = Composition::Overall;

constexpr int most_columns = 6;

/// How many cards are missing from the grid's last row.
int gap_at_end(int cards, int columns) { return (columns - cards % columns) % columns; }

void add_banners(const Composition& base, const Content& content, std::vector<Composition>& out) {
    const int most = content.overall ? base.columns - 1 : base.columns;
    for (int span = 1; span <= std::max(1, most); ++span) {
        Composition c = base;
        c.person = Person::banner;
        c.person_span = span;
        if (content.overall && span < base.columns) {
            c.overall = Overall::first_row;
            out.push_back(c);
        } else if (span == base.columns) {
            c.overall = Overall::band_below;
            out.push_back(c);
        }
    }
}

void add_pillars(const Composition& base, const Content& content, std::vector<Composition>& out) {
    Composition c = base;
    c.person = Person::pillar;
    c.overall = Overall::band_above;
    out.push_back(c);
    if (!content.overall) return;
    c.overall = Overall::under_person;
    out.push_back(c);
    c.overall = Overall::band_below;
    out.push_back(c);
    if (gap_at_end(static_cast<int>(content.others.size()), base.columns) == 0) return;
    c.overall = Overall::last_row;
    out.push_back(c);
}

/// The commonest share first: what is found early lets the search pass over the rest sooner.
void add_across(Composition c, const Content& content, std::size_t means_in_row, std::vector<Composition>& out) {
    c.axis = Axis::across;
    c.means_in_row = means_in_row;
    for (const double share : {0.19, 0.16, 0.175, 0.205, 0.22, 0.25, 0.29, 0.33}) {
        c.means_share = share;
        add_pillars(c, content, out);
        add_banners(c, content, out);
    }
}

}  // namespace

std::vector<Composition> compositions(const Content& content, Size sheet) {
    std::vector<Composition> out;
    const double shape = sheet.width / sheet.height;
    const int most = std::clamp(static_cast<int>(content.others.size()), 1, most_columns);
    for (int columns = 1; columns <= most; ++columns) {
        Composition c;
        c.columns = columns;
        if (shape > 0.9) {
            add_across(c, content, 1, out);
            if (content.means.size() > 3) add_across(c, content, 2, out);
        }
        if (shape < 1.6) {
            c.axis = Axis::down;
            c.means_in_row = 3;
            add_pillars(c, content, out);
            add_banners(c, content, out);
        }
    }
    return out;
}

}  // namespace sayso::diagram
