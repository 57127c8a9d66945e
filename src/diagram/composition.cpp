#include "diagram/composition.h"

#include <algorithm>
#include <cmath>

namespace sayso::diagram {
namespace {

using Axis = Composition::Axis;
using Person = Composition::Person;
using Overall = Composition::Overall;

constexpr int most_columns = 6;

/// How many cards are missing from the grid's last row.
int gap_at_end(int cards, int columns) {
    return (columns - cards % columns) % columns;
}

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
    // Without overall outcomes all placements of them are one.
    c.overall = Overall::under_person;
    out.push_back(c);
    if (!content.overall) return;
    c.overall = Overall::band_above;
    out.push_back(c);
    c.overall = Overall::band_below;
    out.push_back(c);
    if (gap_at_end(static_cast<int>(content.others.size()), base.columns) == 0) return;
    c.overall = Overall::last_row;
    out.push_back(c);
}

/// In focus there is no grid: the chips stand beside the large card, or in lines.
void add_focus(Composition c, std::vector<Composition>& out) {
    c.person = Person::pillar;
    out.push_back(c);
    c.person = Person::banner;
    out.push_back(c);
}

void add_arrangements(const Composition& c, const Content& content, std::vector<Composition>& out) {
    if (content.focus) return add_focus(c, out);
    add_pillars(c, content, out);
    add_banners(c, content, out);
}

/// The commonest share first: what is found early lets the search pass over the rest sooner.
void add_across(Composition c, const Content& content, std::size_t means_in_row,
                std::vector<Composition>& out) {
    c.axis = Axis::across;
    c.means_in_row = means_in_row;
    for (const double share : {0.19, 0.16, 0.23, 0.29}) {
        c.means_share = share * (means_in_row == 1 ? 1 : 1.5);
        add_arrangements(c, content, out);
    }
}

/// A square grid first, then ever longer and ever wider ones.
std::vector<int> column_counts(const Content& content) {
    const int cards = static_cast<int>(content.others.size());
    if (content.focus || cards == 0) return {1};
    std::vector<int> counts;
    for (int columns = 1; columns <= std::min(cards, most_columns); ++columns) counts.push_back(columns);
    const double square = std::sqrt(cards);
    std::ranges::stable_sort(counts, {}, [&](int columns) { return std::abs(columns - square); });
    return counts;
}

}  // namespace

std::vector<Composition> compositions(const Content& content, Size sheet) {
    std::vector<Composition> out;
    const double shape = sheet.width / sheet.height;
    for (const int columns : column_counts(content)) {
        Composition c;
        c.columns = columns;
        if (shape > 0.9) {
            add_across(c, content, 1, out);
            if (content.means.size() > 3) add_across(c, content, 2, out);
        }
        // In focus the picture always runs in the reading direction, as on the wall, unless the sheet stands
        // on end.
        if (shape < (content.focus ? 0.9 : 1.6)) {
            c.axis = Axis::down;
            c.means_in_row = 3;
            add_arrangements(c, content, out);
        }
    }
    return out;
}

std::vector<Composition> neighbours(const Composition& composition) {
    std::vector<Composition> out;
    if (composition.axis == Axis::down) return out;
    for (const double step : {-0.02, -0.01, 0.01, 0.02}) {
        out.push_back(composition);
        out.back().means_share += step;
    }
    return out;
}

}  // namespace sayso::diagram
