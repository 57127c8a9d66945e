// The placed picture as a value, for formats that draw it with shapes of their own (slides): what stands
// where and in which colours, every text whole. Made with the frame and from the same plan, so the two cannot
// differ.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagram/diagram.h"
#include "diagram/plan.h"
#include "frame/frame.h"

namespace sayso::diagram {

/// The fill and outline of a card.
struct CardPaint {
    Color fill;
    std::optional<frame::Stroke> outline;
};

/// The words of a placed text.
struct PictureText {
    std::string words;
    int weight = 400;
    Color color;
};

struct Picture {
    Plan plan;  // runs from left to right, also where `rtl` says that it is to be mirrored
    std::vector<frame::Shape> under;  // ground, streams and loop, behind the cards, back to front
    std::vector<CardPaint> paints;    // of plan.cards
    std::vector<PictureText> texts;   // of plan.texts
    Palette palette;                  // streams are tint, the loop highlight, threads and flags you
    std::string family, lang;
    bool rtl = false;
};

/// How a card is painted.
CardPaint paint_of(const PlacedCard& card, Length item, const Palette& palette);
/// The colour of a text: never fainter against what is behind it than WCAG 2.2 (1.4.3) asks of any size.
Color color_of(const PlacedText& text, const Plan& plan, const Palette& palette);
/// What a tone is in a palette.
Color color_of(Tone tone, const Palette& palette);

Picture picture_of(const Plan& plan, const Model& model, const Options& options, const Measures& measures);

}  // namespace sayso::diagram
