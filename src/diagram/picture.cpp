#include "diagram/picture.h"

#include "diagram/loop.h"
#include "diagram/measure.h"
#include "diagram/streams.h"

namespace sayso::diagram {
namespace {

constexpr double readable = 4.5;  // WCAG 2.2, 1.4.3, for text of any size

bool is_central(const PlacedCard& card) {
    return card.kind == CardKind::person;
}

frame::Stroke outline(Color color, Length width) {
    return {color, width, {}, frame::Cap::butt};
}

Color behind(const PlacedText& text, const Plan& plan, const Palette& palette) {
    if (text.tone == Tone::on_you) return palette.you;
    if (text.card == PlacedText::in_loop) return palette.highlight;
    if (text.card == PlacedText::on_page) return palette.ground;
    return paint_of(plan.cards[static_cast<std::size_t>(text.card)], plan.item, palette).fill;
}

}  // namespace

CardPaint paint_of(const PlacedCard& card, Length item, const Palette& palette) {
    const Length line = item * 0.07;
    if (card.you) return {palette.white, outline(palette.you, item * 0.26)};
    if (card.kind == CardKind::hinge || is_central(card)) {
        if (!card.quiet) return {palette.primary, std::nullopt};
        return {palette.tint, outline(palette.primary, line * 1.6)};
    }
    if (card.quiet && card.kind != CardKind::means) return {palette.ground, outline(palette.rule, line)};
    const bool outlined = card.kind == CardKind::overall || card.kind == CardKind::chip;
    return {palette.white, outline(outlined ? palette.primary : palette.rule, line)};
}

Color color_of(Tone tone, const Palette& palette) {
    switch (tone) {
        case Tone::ink:
        case Tone::on_loop:
            return palette.ink;
        case Tone::primary:
            return palette.primary;
        case Tone::on_primary:
        case Tone::on_you:
            return palette.white;
        case Tone::you:
            return palette.you;
        case Tone::quiet:
            return palette.quiet;
    }
    return palette.ink;
}

Color color_of(const PlacedText& text, const Plan& plan, const Palette& palette) {
    return nearest_with_contrast(color_of(text.tone, palette), behind(text, plan, palette), readable);
}

Picture picture_of(const Plan& plan, const Model& model, const Options& options, const Measures& measures) {
    Picture out{plan, {}, {}, {}, options.palette, measures.family(), measures.lang(), model.rtl};
    const auto under = [&](frame::Path path, Color color) {
        out.under.push_back({std::move(path), color, frame::FillRule::nonzero, {}});
    };
    under(frame::rectangle({{}, {}, plan.size.width, plan.size.height}), options.palette.ground);
    for (const Stream& stream : plan.streams) under(stream_outline(stream), options.palette.tint);
    under(loop_outline(plan.loop), options.palette.highlight);
    for (const PlacedCard& card : plan.cards)
        out.paints.push_back(paint_of(card, plan.item, options.palette));
    for (const PlacedText& text : plan.texts)
        out.texts.push_back(
            {measures.text(text.text), measures.weight(text.text), color_of(text, plan, options.palette)});
    return out;
}

}  // namespace sayso::diagram
