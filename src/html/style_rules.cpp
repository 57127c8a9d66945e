#include "html/style_rules.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/number.h"

namespace sayso::html {
namespace {

constexpr double rem_per_point = 0.09;
/// WCAG 2.2, 1.4.3. Large words need less; what passes this passes that.
constexpr double text_contrast = 4.5;
constexpr double least_contrast = 3;
/// A ground so light that it would glare in the dark: paper, cream, tints.
constexpr double light_ground_contrast = 2.0;
constexpr Color dark_paper{0x14, 0x19, 0x1D};
/// How much of a light ground's own colour is left in the dark.
constexpr double dark_share = 0.14;
/// From here on words grow with the window: a title of 30 pt would fill a telephone.
constexpr Length display_size = pt(19);

std::string border(const char* side, const std::optional<doc::Border>& one) {
    if (!one || one->width <= Length{}) return {};
    return fmt::format("border-{}:{} solid {};", side, rem(one->width), to_hex(one->color));
}

std::string dark_border(const char* side, const std::optional<doc::Border>& one, Color ground) {
    if (!one || one->width <= Length{}) return {};
    return fmt::format("border-{}-color:{};", side, to_hex(dark_ink(one->color, ground)));
}

std::string padding(const Edges& edges) {
    if (edges == Edges{}) return {};
    return fmt::format("padding:{} {} {} {};", rem(edges.top), rem(edges.right), rem(edges.bottom),
                       rem(edges.left));
}

/// Ink that runs to the paper's edge runs to the column's edge here.
std::string bleed(const doc::BoxStyle& box) {
    if (box.bleed.left <= Length{} && box.bleed.right <= Length{}) return {};
    return "margin-inline:calc(-1*var(--edge));padding-inline:var(--edge);";
}

std::string arrangement(const doc::BoxStyle& box) {
    switch (box.display) {
        case doc::Display::flow:
            return {};
        case doc::Display::grid:
            // Eleven gaps of a poster would be wider than a screen.
            return fmt::format("column-gap:min({},4%);row-gap:{};", rem(box.gap), rem(box.row_gap));
        case doc::Display::columns:
            return fmt::format("columns:{} 12rem;column-gap:{};", box.column_count, rem(box.gap));
    }
    return {};
}

std::string breaks(const doc::BoxStyle& box) {
    std::string out;
    if (box.keep_together) out += "break-inside:avoid;";
    if (box.keep_with_next) out += "break-after:avoid;";
    return out;
}

std::string font_size(Length size) {
    if (size < display_size) return rem(size);
    return fmt::format("clamp(1.4rem,0.9rem + 3vw,{})", rem(size));
}

/// Words made for a coloured page can come to stand on white here.
Color readable(Color ink, Color ground) {
    return nearest_with_contrast(ink, ground, least_contrast);
}

const char* alignment(doc::Align align) {
    switch (align) {
        case doc::Align::start:
            return "";
        case doc::Align::centre:
            return "text-align:center;";
        case doc::Align::end:
            return "text-align:end;";
    }
    return "";
}

}  // namespace

std::string rem(Length length) {
    return number(length.pt() * rem_per_point, 3) + "rem";
}

Color dark_ground(Color color) {
    return contrast_ratio(color, white) < light_ground_contrast ? mix(dark_paper, color, dark_share) : color;
}

Color dark_ink(Color ink, Color ground) {
    return nearest_with_contrast(ink, dark_ground(ground), text_contrast);
}

std::string StyleRules::named(const char* prefix, std::string light, std::string dark) {
    if (light.empty() && dark.empty()) return {};
    const auto [found, is_new] =
        names_.try_emplace({light, dark}, fmt::format("{}{}", prefix, names_.size() + 1));
    if (is_new) rules_.push_back({found->second, std::move(light), std::move(dark)});
    return found->second;
}

std::string StyleRules::box_class(const doc::Node& node, Color ground) {
    const doc::BoxStyle& box = node.box;
    std::string light, dark;
    if (box.margin.top != Length{} || box.margin.bottom != Length{})
        light += fmt::format("margin-block:{} {};", rem(box.margin.top), rem(box.margin.bottom));
    light += padding(box.padding) + bleed(box) + arrangement(box) + breaks(box);
    light += border("block-start", box.border_top) + border("inline-end", box.border_end) +
             border("block-end", box.border_bottom) + border("inline-start", box.border_start);
    dark += dark_border("block-start", box.border_top, ground) +
            dark_border("inline-end", box.border_end, ground) +
            dark_border("block-end", box.border_bottom, ground) +
            dark_border("inline-start", box.border_start, ground);
    if (box.radius > Length{}) light += fmt::format("border-radius:{};", rem(box.radius));
    if (box.fill) {
        light += fmt::format("background:{};", to_hex(*box.fill));
        dark += fmt::format("background:{};", to_hex(dark_ground(*box.fill)));
    }
    return named("b", std::move(light), std::move(dark));
}

std::string StyleRules::text_class(const doc::TextStyle& text, Color ground) {
    std::string light =
        fmt::format("font-size:{};line-height:{};font-weight:{};color:{};", font_size(text.size),
                    number(text.leading / text.size, 3), text.weight, to_hex(readable(text.color, ground)));
    light += alignment(text.align);
    if (text.tabular) light += "font-variant-numeric:tabular-nums;";
    if (text.balance) light += "text-wrap:balance;";
    light += fmt::format("--link:{};", to_hex(text.link_color));
    light += fmt::format("--mark:{};", to_hex(text.marker_color));
    std::string dark =
        fmt::format("color:{};--link:{};--mark:{};", to_hex(dark_ink(text.color, ground)),
                    to_hex(dark_ink(text.link_color, ground)), to_hex(dark_ink(text.marker_color, ground)));
    return named("t", std::move(light), std::move(dark));
}

std::string StyleRules::fill_class(Color fill) {
    return named("b", fmt::format("background:{};", to_hex(fill)),
                 fmt::format("background:{};", to_hex(dark_ground(fill))));
}

std::string StyleRules::light() const {
    std::string out;
    for (const Rule& rule : rules_)
        if (!rule.light.empty()) out += fmt::format(".{}{{{}}}\n", rule.name, rule.light);
    return out;
}

std::string StyleRules::dark() const {
    std::string out;
    for (const Rule& rule : rules_)
        if (!rule.dark.empty()) out += fmt::format(".{}{{{}}}\n", rule.name, rule.dark);
    return out;
}

}  // namespace sayso::html
