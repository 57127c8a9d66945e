#include "diagram/hinge.h"

#include <cmath>

namespace sayso::diagram {
namespace {

/// Narrow enough to be a hinge, wide enough that no word breaks and the name takes about two lines.
Length tall_text_width(const Content& content, const Scale& scale, const Measures& measures) {
    Length width =
        max(measures.longest_word(content.practice, scale.practice.size),
            min(measures.one_line(content.practice, scale.practice.size) * 0.55, scale.item.size * 13));
    for (const TextId quality : content.qualities) {
        width = max(width, measures.longest_word(quality, scale.quality.size));
        width = max(width, min(measures.one_line(quality, scale.quality.size), scale.item.size * 9));
    }
    return width + scale.item.size * 0.1;
}

Length wide_text_width(const Content& content, Length most, const Scale& scale, const Measures& measures) {
    const Length name = measures.one_line(content.practice, scale.practice.size);
    const Length qualities = measures.one_line(content.qualities_in_line, scale.quality.size);
    return min(max(name, qualities) + scale.item.size * 0.1, most - scale.item.size * 6);
}

Length words_height(const Content& content, Length width, bool wide, const Scale& scale,
                    const Measures& measures) {
    Length height = text_height(content.practice, width, scale.practice, measures);
    if (wide) return height + text_height(content.qualities_in_line, width, scale.quality, measures);
    for (const TextId quality : content.qualities)
        height += text_height(quality, width, scale.quality, measures);
    if (!content.qualities.empty()) height += scale.item_gap * 2;
    return height;
}

/// How deep the corners of a block reach into a half circle of this radius, where it is `half` away from the
/// axis.
Length depth_in_arc(Length radius, Length half) {
    const double r = radius.pt(), h = std::min(half.pt(), r);
    return pt(r - std::sqrt(r * r - h * h));
}

}  // namespace

HingeFit fit_hinge(const Content& content, bool wide, Length most, const Scale& scale,
                   const Measures& measures) {
    HingeFit fit;
    fit.wide = wide;
    const Length pad = scale.item.size * 1.1;
    if (wide) {
        fit.text_width = wide_text_width(content, most, scale, measures);
        fit.text_height = words_height(content, fit.text_width, true, scale, measures);
        const Length height = fit.text_height + pad * 2;
        const Length arc = depth_in_arc(height / 2, fit.text_height / 2);
        fit.box = {fit.text_width + max(arc, pad) * 2 + pad, height};
        return fit;
    }
    fit.text_width = tall_text_width(content, scale, measures);
    fit.text_height = words_height(content, fit.text_width, false, scale, measures);
    const Length width = fit.text_width + pad * 2;
    const Length arc = depth_in_arc(width / 2, fit.text_width / 2 + pad * 0.25);
    fit.box = {width, max(width, fit.text_height + max(arc, pad) * 2)};
    return fit;
}

Rect place_hinge(const Content& content, const HingeFit& fit, Point centre, const Scale& scale,
                 const Measures& measures, Plan& plan) {
    const Rect box{centre.x - fit.box.width / 2, centre.y - fit.box.height / 2, fit.box.width,
                   fit.box.height};
    const int card = static_cast<int>(plan.cards.size());
    plan.cards.push_back({box, CardKind::hinge, false, false, min(box.width, box.height) / 2});
    Point at{centre.x - fit.text_width / 2, centre.y - fit.text_height / 2};
    const auto put = [&](TextId text, Type type) {
        at.y = place_text(text, at, fit.text_width, type, Tone::on_primary, card, measures, plan, true);
    };
    if (fit.wide) {
        put(content.qualities_in_line, scale.quality);
    } else {
        for (const TextId quality : content.qualities) put(quality, scale.quality);
        if (!content.qualities.empty()) at.y += scale.item_gap * 2;
    }
    put(content.practice, scale.practice);
    return box;
}

}  // namespace sayso::diagram
