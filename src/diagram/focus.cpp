#include "diagram/focus.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

constexpr double factors[] = {1.5, 1.4, 1.3, 1.2, 1.1, 1.0};
constexpr double least_factor = 1.0;
constexpr double chip_column = 0.3;  // of the width

std::vector<const CardText*> chip_cards(const Content& content) {
    std::vector<const CardText*> cards;
    for (const CardText& card : content.others) cards.push_back(&card);
    if (content.overall) cards.push_back(&*content.overall);
    return cards;
}

Size chip_size(const CardText& card, Length most, const Scale& scale, const Measures& measures) {
    const Length padding = scale.item.size * 1.5;
    const Length width =
        min(measures.one_line(card.name, scale.item.size) + scale.item.size * 0.1 + padding, most);
    return {width, text_height(card.name, width - padding, scale.item, measures) + scale.item.size * 0.4};
}

/// Chips in lines, or one under another and all as wide as the column.
void lay_chips(Focus& focus, const Content& content, Length width, const Scale& scale,
               const Measures& measures) {
    const Length gap = scale.item.size * 0.45;
    Point at;
    Length line;
    for (const CardText* card : chip_cards(content)) {
        Size size = chip_size(*card, width, scale, measures);
        if (focus.beside) size.width = width;
        if (at.x > Length{} && (focus.beside || at.x + size.width > width)) {
            at = {{}, at.y + line + gap};
            line = {};
        }
        focus.chips.push_back({at.x, at.y, size.width, size.height});
        at.x += size.width + gap;
        line = max(line, size.height);
    }
    focus.chips_height = focus.chips.empty() ? Length{} : at.y + line;
}

}  // namespace

Focus measure_focus(const Content& content, bool beside, Length width, const Scale& scale,
                    const Measures& measures) {
    Focus focus;
    focus.beside = beside;
    focus.above = !beside && content.highlighted;
    const Length chips = beside ? width * chip_column : width;
    lay_chips(focus, content, chips, scale, measures);
    focus.card_width = beside ? width - chips - scale.gap : width;
    focus.factor = least_factor;
    focus.card = fit_card(content.person, focus.card_width, 2, scale.enlarged(focus.factor), measures);
    const Length gap = focus.chips.empty() ? Length{} : scale.gap;
    focus.height = beside ? max(focus.card.height(), focus.chips_height)
                          : focus.card.height() + gap + focus.chips_height;
    return focus;
}

Rect place_focus(const Focus& focus, const Content& content, Rect box, const Scale& scale,
                 const Measures& measures, Plan& plan) {
    const Length chips = focus.beside || focus.chips.empty() ? Length{} : focus.chips_height + scale.gap;
    const Rect card{box.x, focus.above ? box.y + chips : box.y, focus.card_width, box.height - chips};
    for (const double factor : factors) {
        const Scale s = scale.enlarged(factor);
        const CardFit fit = fit_card(content.person, card.width, 2, s, measures);
        if (fit.height() > card.height && factor > least_factor) continue;
        const Length spare = (card.height - fit.height()) / std::max(1, fit.deepest);
        const Length loosened = std::clamp(spare, Length{}, s.item.size * 0.8);
        place_card(content.person, {card, fit.columns, fit.head, loosened}, s, measures, plan);
        plan.emphasis = factor;
        note_empty(card, fit.height() + min(loosened, s.item.size * 0.3) * fit.deepest, plan);
        break;
    }
    const Point origin = focus.beside  ? Point{card.right() + scale.gap, box.y}
                         : focus.above ? box.origin()
                                       : Point{box.x, card.bottom() + scale.gap};
    const double gaps = static_cast<double>(focus.chips.size()) - 1;
    const Length apart = focus.beside && gaps > 0
                             ? std::clamp((box.height - focus.chips_height) / gaps, Length{}, scale.item.size)
                             : Length{};
    const std::vector<const CardText*> cards = chip_cards(content);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const Rect chip = focus.chips[i].moved(origin.x, origin.y + apart * static_cast<double>(i));
        const int index = static_cast<int>(plan.cards.size());
        const CardText& text = *cards[i];
        const bool person = text.kind == CardKind::person;
        const CardKind kind = person ? CardKind::person : CardKind::chip;
        const Tone tone = person ? Tone::on_primary : text.quiet ? Tone::quiet : Tone::primary;
        plan.cards.push_back({chip, kind, false, text.quiet && !person,
                              min(chip.height / 2, scale.item.leading / 2 + scale.item.size * 0.2)});
        place_text(text.name, {chip.x + scale.item.size * 0.75, chip.y + scale.item.size * 0.2},
                   chip.width - scale.item.size * 1.5, scale.item, tone, index, measures, plan);
    }
    return card;
}

}  // namespace sayso::diagram
