#include "diagram/card.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

Length column_gap(const Scale& scale) {
    return scale.pad;
}

Length column_width(Length card_width, int columns, const Scale& scale) {
    const Length inner = card_width - scale.pad * 2 - column_gap(scale) * (columns - 1);
    return inner / columns;
}

/// Heights of the entries with the gap beneath each.
std::vector<Length> entry_heights(const CardText& card, Length width, const Scale& scale,
                                  const Measures& measures) {
    std::vector<Length> heights;
    heights.reserve(card.entries.size());
    for (const Entry& entry : card.entries)
        heights.push_back(text_height(entry.text, width - scale.indent, scale.item, measures) +
                          scale.item_gap);
    return heights;
}

/// Index of the first entry of each column: the entries in order, the highest column as low as can be.
std::vector<std::size_t> column_starts(const std::vector<Length>& heights, int columns) {
    Length limit, total;
    for (const Length h : heights) {
        limit = max(limit, h);
        total += h;
    }
    limit = max(limit, total / columns);
    for (;;) {
        std::vector<std::size_t> starts{0};
        Length filled, next_limit = total;
        for (std::size_t i = 0; i < heights.size(); ++i) {
            if (filled + heights[i] > limit + pt(1e-6)) {
                next_limit = min(next_limit, filled + heights[i]);
                starts.push_back(i);
                filled = {};
            }
            filled += heights[i];
        }
        if (starts.size() <= static_cast<std::size_t>(columns)) return starts;
        limit = next_limit;
    }
}

/// The name, and the flag beside it where both fit on a line, else above it.
struct Head {
    Length name_width, flag_width, flag_height;
    bool flag_above = false;
    Length height;
};

Head fit_head(const CardText& card, Length card_width, const Scale& scale, const Measures& measures) {
    Head head;
    head.name_width = card_width - scale.pad * 2;
    if (card.flag) {
        head.flag_width = measures.one_line(*card.flag, scale.flag.size) + scale.flag.size * 1.2;
        head.flag_height = scale.flag.leading + scale.flag.size * 0.1;
        const Length beside = head.name_width - head.flag_width - scale.flag.size * 0.6;
        head.flag_above = measures.lines(card.name, scale.name.size, beside) >
                          measures.lines(card.name, scale.name.size, head.name_width);
        if (!head.flag_above) head.name_width = beside;
    }
    head.height = text_height(card.name, head.name_width, scale.name, measures);
    if (head.flag_above) head.height += head.flag_height + scale.name_gap;
    return head;
}

Tone name_tone(const CardText& card) {
    if (card.you) return Tone::you;
    if (card.kind == CardKind::person && !card.quiet) return Tone::on_primary;
    return card.quiet && card.kind != CardKind::person ? Tone::quiet : Tone::primary;
}

Tone item_tone(const CardText& card, const Entry& entry) {
    if (entry.linked || card.you) return Tone::ink;
    if (card.kind == CardKind::person && !card.quiet) return Tone::on_primary;
    return card.quiet ? Tone::quiet : Tone::ink;
}

Marker marker_for(const CardText& card, const Entry& entry, Point at, const Scale& scale) {
    Marker marker;
    marker.kind = entry.linked ? Marker::Kind::arrow : Marker::Kind::dot;
    marker.size = entry.linked ? scale.item.size * 0.62 : scale.item.size * 0.3;
    marker.centre = at;
    marker.tone = entry.linked || card.you ? Tone::you : name_tone(card);
    return marker;
}

void place_entries(const CardText& card, const CardPlace& place, int index, const Scale& scale,
                   const Measures& measures, Plan& plan) {
    const Length width = column_width(place.box.width, place.columns, scale);
    const std::vector<Length> heights = entry_heights(card, width, scale, measures);
    const std::vector<std::size_t> starts = column_starts(heights, place.columns);
    const Length top = place.box.y + scale.pad * 0.85 + place.head;
    Point at{place.box.x + scale.pad, top};
    std::size_t next = 1;
    for (std::size_t i = 0; i < card.entries.size(); ++i) {
        if (next < starts.size() && i == starts[next]) {
            ++next;
            at = {at.x + width + column_gap(scale), top};
        }
        const Entry& entry = card.entries[i];
        const Length middle = at.y + baseline_in_line(scale.item, measures) - scale.item.size * 0.27;
        plan.markers.push_back(marker_for(card, entry, {at.x + scale.indent * 0.3, middle}, scale));
        place_text(entry.text, {at.x + scale.indent, at.y}, width - scale.indent, scale.item,
                   item_tone(card, entry), index, measures, plan);
        at.y += heights[i] + place.loosened;
    }
}

}  // namespace

Length baseline_in_line(Type type, const Measures& measures) {
    const Length ink = type.size * (measures.ascent() + measures.descent());
    return (type.leading - ink) / 2 + type.size * measures.ascent();
}

Length text_height(TextId text, Length width, Type type, const Measures& measures) {
    return type.leading * measures.lines(text, type.size, width);
}

Length place_text(TextId text, Point at, Length width, Type type, Tone tone, int card,
                  const Measures& measures, Plan& plan, bool centred) {
    const int lines = measures.lines(text, type.size, width);
    if (lines == 0) return at.y;
    const Length height = type.leading * lines;
    plan.texts.push_back(
        {text, {at.x, at.y, width, height}, type.size, type.leading, lines, tone, centred, card});
    return at.y + height;
}

CardFit fit_card(const CardText& card, Length width, int most_columns, const Scale& scale,
                 const Measures& measures) {
    CardFit best;
    best.padding = scale.pad * 1.75;  // the line above the capitals already looks like space
    best.head = fit_head(card, width, scale, measures).height;
    if (card.entries.empty()) {
        best.padding = scale.pad;
        return best;
    }
    if (best.head > Length{}) best.head += scale.name_gap;
    best.deepest = static_cast<int>(card.entries.size());
    const Length text_width = column_width(width, 1, scale) - scale.indent;
    for (const Entry& entry : card.entries)
        best.body += text_height(entry.text, text_width, scale.item, measures) + scale.item_gap;
    best.body -= scale.item_gap;
    const int most = std::min(most_columns, static_cast<int>(card.entries.size()));
    for (int columns = 2; columns <= most; ++columns) {
        const std::vector<Length> heights =
            entry_heights(card, column_width(width, columns, scale), scale, measures);
        const std::vector<std::size_t> starts = column_starts(heights, columns);
        Length body;
        std::size_t deepest = 0;
        for (std::size_t c = 0; c < starts.size(); ++c) {
            const std::size_t end = c + 1 < starts.size() ? starts[c + 1] : heights.size();
            Length filled = -scale.item_gap;
            for (std::size_t i = starts[c]; i < end; ++i) filled += heights[i];
            if (filled > body) body = filled;
            deepest = std::max(deepest, end - starts[c]);
        }
        if (body >= best.body * 0.9) continue;  // a column more must earn its narrower lines
        best.columns = columns;
        best.body = body;
        best.deepest = static_cast<int>(deepest);
    }
    return best;
}

void note_empty(const Rect& box, Length needed, Plan& plan) {
    plan.empty += max(box.height - needed, {}).pt() * box.width.pt();
}

void place_card(const CardText& card, const CardPlace& place, const Scale& scale, const Measures& measures,
                Plan& plan) {
    const int index = static_cast<int>(plan.cards.size());
    plan.cards.push_back({place.box, card.kind, card.you, card.quiet, scale.radius});
    const Head head = fit_head(card, place.box.width, scale, measures);
    if (measures.lines(card.name, scale.name.size, head.name_width) > 1) ++plan.split_names;
    Point at{place.box.x + scale.pad, place.box.y + scale.pad * 0.85};
    if (card.entries.empty()) at.y = place.box.y + (place.box.height - head.height) / 2;
    if (card.flag) {
        const Length x = head.flag_above ? at.x : place.box.right() - scale.pad - head.flag_width;
        const Length dy = head.flag_above ? Length{} : (scale.name.leading - head.flag_height) / 2;
        const Rect flag{x, at.y + dy, head.flag_width, head.flag_height};
        plan.flags.push_back(flag);
        place_text(*card.flag, {flag.x, flag.y + (flag.height - scale.flag.leading) / 2}, flag.width,
                   scale.flag, Tone::on_you, index, measures, plan, true);
        if (head.flag_above) at.y += head.flag_height + scale.name_gap;
    }
    place_text(card.name, at, head.name_width, scale.name, name_tone(card), index, measures, plan);
    place_entries(card, place, index, scale, measures, plan);
}

}  // namespace sayso::diagram
