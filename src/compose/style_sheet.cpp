#include "compose/style_sheet.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "diag/suggest.h"

namespace sayso::compose {
namespace {

template <class T>
void set(T& to, const std::optional<T>& from) {
    if (from) to = *from;
}

/// Leading for a size that names none: 1.4 times, rounded up to the rhythm that all pages keep.
Length default_leading(Length size) {
    constexpr Length rhythm = pt(6);
    return rhythm * std::ceil(size * 1.4 / rhythm - 1e-9);
}

doc::Align align_of(model::Align align) {
    switch (align) {
        case model::Align::start:
            return doc::Align::start;
        case model::Align::centre:
            return doc::Align::centre;
        case model::Align::end:
            return doc::Align::end;
    }
    return doc::Align::start;
}

doc::BoxStyle::VerticalAlign align_of(model::VerticalAlign align) {
    switch (align) {
        case model::VerticalAlign::top:
            return doc::BoxStyle::VerticalAlign::top;
        case model::VerticalAlign::middle:
            return doc::BoxStyle::VerticalAlign::middle;
        case model::VerticalAlign::bottom:
            return doc::BoxStyle::VerticalAlign::bottom;
    }
    return doc::BoxStyle::VerticalAlign::top;
}

std::vector<std::string> keys(const auto& map) {
    std::vector<std::string> out;
    for (const auto& [key, value] : map) out.push_back(key);
    return out;
}

}  // namespace

StyleSheet::StyleSheet(const model::Template& source, const model::Theme& theme, Edition edition,
                       Diagnostics& diagnostics)
    : template_(source), theme_(theme), edition_(edition) {
    for (const auto& [name, style] : template_.styles) resolve(name, diagnostics);
    if (!looks_.contains("text")) looks_.emplace("text", initial());
}

Styled StyleSheet::get(const model::Words& asked, Diagnostics& diagnostics) const {
    const auto found = looks_.find(asked.text);
    if (found != looks_.end()) return {&found->second, found->first};
    diagnostics.error("unknown-style", asked.span, fmt::format("no style is called \"{}\"", asked.text),
                      suggestion(asked.text, keys(looks_)));
    return standard("text");
}

Styled StyleSheet::standard(std::string_view name) const {
    const auto found = looks_.find(name);
    return {found != looks_.end() ? &found->second : &looks_.find("text")->second, name};
}

Styled StyleSheet::standard(std::string_view name, std::string_view layout) const {
    if (layout.empty()) return standard(name);
    const auto own = looks_.find(fmt::format("{}-{}", name, layout));
    return own == looks_.end() ? standard(name) : Styled{&own->second, name};
}

std::optional<Color> StyleSheet::color(const model::Words& name, Diagnostics& diagnostics) const {
    const auto found = theme_.colors.find(name.text);
    if (found != theme_.colors.end()) return found->second.color;
    diagnostics.error("unknown-colour", name.span,
                      fmt::format("the theme \"{}\" has no colour \"{}\"", theme_.id.text, name.text),
                      suggestion(name.text, keys(theme_.colors)));
    return std::nullopt;
}

void StyleSheet::resolve(const std::string& name, Diagnostics& diagnostics) {
    if (looks_.contains(name)) return;
    const model::Style& style = template_.styles.at(name);
    Look look = initial();
    looks_.emplace(name, look);  // stands while a cycle of `like` (reported by the loader) comes round
    if (style.like && template_.styles.contains(style.like->text)) {
        resolve(style.like->text, diagnostics);
        look = looks_.find(style.like->text)->second;
    }
    apply(style, look, diagnostics);
    looks_.find(name)->second = look;
}

Look StyleSheet::initial() const {
    Look look;
    look.stacked = edition_ == Edition::large_print;  // large type needs the whole measure
    look.text.family = theme_.family.text;
    look.text.size = edition_size(12);
    look.text.leading = default_leading(look.text.size);
    if (const auto ink = theme_.colors.find("ink"); ink != theme_.colors.end())
        look.text.color = ink->second.color;
    if (const auto link = theme_.colors.find("primary"); link != theme_.colors.end())
        look.text.link_color = link->second.color;
    return look;
}

void StyleSheet::apply(const model::Style& style, Look& look, Diagnostics& diagnostics) const {
    apply_text(style, look.text, diagnostics);
    apply_box(style, look.box, diagnostics);
    set(look.stacked, style.stack);
}

void StyleSheet::apply_text(const model::Style& style, doc::TextStyle& text, Diagnostics& diagnostics) const {
    if (style.size) {
        text.size = edition_size(*style.size);
        text.leading = default_leading(text.size);
    }
    // A leading belongs to the standard size: large print keeps the proportion.
    if (style.leading)
        text.leading = pt(*style.leading) * (style.size ? text.size / pt(*style.size) : text.size / pt(12));
    set(text.weight, style.weight);
    set(text.tabular, style.tabular);
    set(text.balance, style.balance);
    if (style.color) text.color = color(*style.color, diagnostics).value_or(text.color);
    text.marker_color = style.marker_color ? color(*style.marker_color, diagnostics).value_or(text.color)
                        : style.color      ? text.color
                                           : text.marker_color;
    if (style.align) text.align = align_of(*style.align);
}

void StyleSheet::apply_box(const model::Style& style, doc::BoxStyle& box, Diagnostics& diagnostics) const {
    set(box.margin.top, style.space_before);
    set(box.margin.bottom, style.space_after);
    if (style.padding) box.padding = Edges::all(*style.padding);
    if (style.padding_across) box.padding.left = box.padding.right = *style.padding_across;
    if (style.padding_down) box.padding.top = box.padding.bottom = *style.padding_down;
    if (style.fill) box.fill = style.fill->text == "none" ? std::nullopt : color(*style.fill, diagnostics);
    if (style.bleed) box.bleed.left = box.bleed.right = *style.bleed;
    set(box.bleed.top, style.bleed_top);
    if (style.bar) {
        if (const auto found = color(*style.bar, diagnostics))
            box.border_start = {style.bar_width.value_or(pt(4)), *found};
    }
    const Length rule = style.rule_width.value_or(theme_.line);
    if (style.rule_above) {
        if (const auto found = color(*style.rule_above, diagnostics)) box.border_top = {rule, *found};
    }
    if (style.rule_below) {
        if (const auto found = color(*style.rule_below, diagnostics)) box.border_bottom = {rule, *found};
    }
    if (style.rounded) box.radius = *style.rounded ? theme_.radius : Length{};
    set(box.radius, style.radius);
    set(box.gap, style.gap);
    set(box.row_gap, style.row_gap);
    if (style.min_height) box.min_height = *style.min_height;
    set(box.keep_together, style.keep_together);
    set(box.spread, style.spread);
    set(box.if_room, style.if_room);
    set(box.keep_with_next, style.keep_with_next);
    if (style.vertical_align) box.vertical_align = align_of(*style.vertical_align);
}

/// Easy Read is set at 16 pt and more to begin with: twice enlarged, its rows would not hold together.
bool StyleSheet::is_large_already() const {
    constexpr double large = 16;
    const auto text = template_.styles.find("text");
    return text != template_.styles.end() && text->second.size.value_or(0) >= large;
}

Length StyleSheet::edition_size(double points) const {
    if (edition_ == Edition::standard) return pt(points);
    constexpr double a_little = 1.1, least = 18;
    if (is_large_already()) return pt(std::max(least, points * a_little));
    // Body 12 becomes 18; display sizes grow by as many points, not by the same factor, so that the scale
    // stays in proportion to the page.
    return pt(points <= 14 ? points * 1.5 : points + 7);
}

}  // namespace sayso::compose
