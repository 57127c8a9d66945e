#include "diagram/ends.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

using Overall = Composition::Overall;

constexpr double pillar_share = 1.18;  // of a grid column: its type is larger too
constexpr int most_inner_columns = 4;

class Builder {
  public:
    Builder(const Content& content, const Composition& composition, Ends& ends)
        : content_(content), composition_(composition), ends_(ends) {}

    void build() {
        if (!ends_.pillar) add(content_.person, composition_.person_span, true);
        const bool overall = content_.overall.has_value();
        if (overall && composition_.overall == Overall::first_row) add(*content_.overall, rest_of_row());
        if (overall && composition_.overall == Overall::band_above) add_band();
        new_row();
        for (const CardText& card : content_.others) add(card, 1);
        if (overall && composition_.overall == Overall::last_row) add(*content_.overall, rest_of_row());
        if (overall && composition_.overall == Overall::band_below) add_band();
        new_row();
    }
    int rows() const { return row_; }

  private:
    void add(const CardText& card, int span, bool large = false) {
        if (column_ + span > ends_.columns) new_row();
        ends_.cells.push_back({&card, row_, column_, span, {}, large});
        column_ += span;
        if (column_ >= ends_.columns) new_row();
    }
    void add_band() {
        new_row();
        add(*content_.overall, ends_.columns);
    }
    int rest_of_row() const { return ends_.columns - column_; }
    void new_row() {
        if (column_ == 0) return;
        ++row_;
        column_ = 0;
    }

    const Content& content_;
    const Composition& composition_;
    Ends& ends_;
    int row_ = 0, column_ = 0;
};

Length span_width(const Ends& ends, int span, const Scale& scale) {
    return ends.column * span + scale.gap * (span - 1);
}

/// In a row all items start where the longest name ends: a slightly smaller name on one line serves the whole
/// row.
double common_name_size(const Ends& ends, const Scale& scale, const Measures& measures) {
    double factor = 1;
    for (const Ends::Cell& cell : ends.cells) {
        if (cell.large || cell.card->flag) continue;
        const Length room = span_width(ends, cell.span, scale) - scale.pad * 2;
        const Length name = measures.one_line(cell.card->name, scale.name.size);
        const double wanted = room / max(name, pt(0.1)) * 0.999;
        if (wanted < 1 && scale.name.size * wanted >= scale.item.size * 1.04)
            factor = std::min(factor, wanted);
    }
    return factor;
}

/// The scale for one card of the ends.
Scale cell_scale(const Ends& ends, const Ends::Cell& cell, const Scale& scale) {
    if (cell.large) return scale.enlarged(central_factor);
    Scale s = scale;
    s.name = {scale.name.size * ends.name_size, scale.name.leading};
    return s;
}

/// A larger or a flagged name keeps its own height: the items of its row do not wait for it.
bool has_own_head(const Ends::Cell& cell) {
    return cell.large || cell.card->flag.has_value();
}

Length head_of(const Ends::Cell& cell, const Ends& ends) {
    return has_own_head(cell) ? cell.fit.head : ends.heads[static_cast<std::size_t>(cell.row)];
}

void fit_cells(Ends& ends, int rows, const Scale& scale, const Measures& measures) {
    ends.rows.assign(static_cast<std::size_t>(rows), {});
    ends.heads = ends.rows;
    ends.name_size = common_name_size(ends, scale, measures);
    for (Ends::Cell& cell : ends.cells) {
        const Scale s = cell_scale(ends, cell, scale);
        const int inner = cell.span == 1 ? 1 : std::min(most_inner_columns, cell.span + 1);
        cell.fit = fit_card(*cell.card, span_width(ends, cell.span, scale), inner, s, measures);
        Length& head = ends.heads[static_cast<std::size_t>(cell.row)];
        if (!has_own_head(cell)) head = max(head, cell.fit.head);
    }
    for (const Ends::Cell& cell : ends.cells) {
        const std::size_t row = static_cast<std::size_t>(cell.row);
        const Length head = head_of(cell, ends);
        ends.rows[row] = max(ends.rows[row], head + cell.fit.body + cell.fit.padding);
    }
}

/// The space between items that every card of the grid can afford, so that all keep one rhythm.
Length common_loosening(const Ends& ends, Length stretch, const Scale& scale) {
    Length loosened = scale.item.size * 0.4;
    for (const Ends::Cell& cell : ends.cells) {
        const std::size_t row = static_cast<std::size_t>(cell.row);
        const Length head = head_of(cell, ends);
        const Length spare = ends.rows[row] + stretch - head - cell.fit.body - cell.fit.padding;
        if (cell.fit.deepest > 1) loosened = min(loosened, spare / (cell.fit.deepest - 1));
    }
    return max(loosened, {});
}

void place_cell(const Ends::Cell& cell, const Ends& ends, Rect box, Length loosened, const Scale& scale,
                const Measures& measures, Plan& plan) {
    const Scale s = cell_scale(ends, cell, scale);
    const Length head = head_of(cell, ends);
    place_card(*cell.card, {box, cell.fit.columns, head, loosened}, s, measures, plan);
    note_empty(box, cell.fit.height() + loosened * (cell.fit.deepest - 1), plan);
}

/// As large as the column's height and width allow: the central card is the first thing seen.
void place_pillar(const CardText& card, Rect box, const Scale& scale, const Measures& measures, Plan& plan) {
    for (const double factor : {1.75, 1.65, 1.55, 1.45, 1.35, 1.25, central_factor}) {
        const Scale s = scale.enlarged(factor);
        const CardFit fit = fit_card(card, box.width, 1, s, measures);
        if (fit.height() > box.height && factor > central_factor) continue;
        const Length spare = (box.height - fit.height()) / std::max(1, fit.deepest);
        const Length loosened = std::clamp(spare, Length{}, s.item.size * 1.0);
        place_card(card, {box, fit.columns, fit.head, loosened}, s, measures, plan);
        // Items drawn far apart are white space too.
        note_empty(box, fit.height() + min(loosened, s.item.size * 0.3) * fit.deepest, plan);
        return;
    }
}

}  // namespace

Ends measure_ends(const Content& content, const Composition& composition, Length width, const Scale& scale,
                  const Measures& measures) {
    Ends ends;
    ends.columns = composition.columns;
    ends.pillar = composition.person == Composition::Person::pillar;
    const double shares = ends.columns + (ends.pillar ? pillar_share : 0);
    const int gaps = ends.columns - (ends.pillar ? 0 : 1);
    ends.column = (width - scale.gap * gaps) / shares;
    ends.pillar_width = ends.column * pillar_share;

    Builder builder(content, composition, ends);
    builder.build();
    fit_cells(ends, builder.rows(), scale, measures);
    for (const Length row : ends.rows) ends.height += row;
    if (!ends.rows.empty()) ends.height += scale.gap * (static_cast<double>(ends.rows.size()) - 1);
    if (ends.pillar) {
        ends.pillar_fit =
            fit_card(content.person, ends.pillar_width, 1, scale.enlarged(central_factor), measures);
        Length pillar = ends.pillar_fit.height();
        ends.under = content.overall && composition.overall == Overall::under_person;
        if (ends.under) {
            ends.under_fit = fit_card(*content.overall, ends.pillar_width, 2, scale, measures);
            pillar += scale.gap + ends.under_fit.height();
        }
        ends.height = max(ends.height, pillar);
    }
    return ends;
}

void place_ends(const Ends& ends, const Content& content, Rect box, const Scale& scale,
                const Measures& measures, Plan& plan) {
    Length left = box.x;
    if (ends.pillar) {
        Rect pillar{box.x, box.y, ends.pillar_width, box.height};
        if (ends.under) pillar.height -= scale.gap + ends.under_fit.height();
        place_pillar(content.person, pillar, scale, measures, plan);
        if (ends.under) {
            const Rect under{box.x, pillar.bottom() + scale.gap, pillar.width, ends.under_fit.height()};
            place_card(*content.overall, {under, ends.under_fit.columns, ends.under_fit.head, {}}, scale,
                       measures, plan);
        }
        left += ends.pillar_width + scale.gap;
    }
    if (ends.rows.empty()) return;
    Length natural = scale.gap * (static_cast<double>(ends.rows.size()) - 1);
    for (const Length row : ends.rows) natural += row;
    const Length stretch = (box.height - natural) / static_cast<double>(ends.rows.size());
    const Length loosened = common_loosening(ends, stretch, scale);
    std::vector<Length> tops;
    Length y = box.y;
    for (const Length row : ends.rows) {
        tops.push_back(y);
        y += row + stretch + scale.gap;
    }
    int filled = 0;
    for (const Ends::Cell& cell : ends.cells) {
        const std::size_t row = static_cast<std::size_t>(cell.row);
        const Rect place{left + (ends.column + scale.gap) * cell.column, tops[row],
                         span_width(ends, cell.span, scale), ends.rows[row] + stretch};
        place_cell(cell, ends, place, loosened, scale, measures, plan);
        filled += cell.span;
    }
    plan.holes = 1 - static_cast<double>(filled) /
                         static_cast<double>(ends.columns * static_cast<int>(ends.rows.size()));
}

}  // namespace sayso::diagram
