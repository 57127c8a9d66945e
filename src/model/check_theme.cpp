#include <fmt/format.h>

#include "diag/suggest.h"
#include "model/check.h"

namespace sayso::model {
namespace {

std::vector<std::string> color_names(const Theme& theme) {
    std::vector<std::string> names;
    for (const auto& [name, color] : theme.colors) names.push_back(name);
    return names;
}

const ThemeColor* find_color(const Theme& theme, const Words& name, Diagnostics& diagnostics) {
    const auto found = theme.colors.find(name.text);
    if (found != theme.colors.end()) return &found->second;
    diagnostics.error("unknown-colour", name.span,
                      fmt::format("the theme \"{}\" has no colour \"{}\"", theme.id.text, name.text),
                      suggestion(name.text, color_names(theme)));
    return nullptr;
}

void check_pair(const ContrastPair& pair, const Theme& theme, Diagnostics& diagnostics) {
    const ThemeColor* ink = find_color(theme, pair.ink, diagnostics);
    const ThemeColor* ground = find_color(theme, pair.ground, diagnostics);
    if (ink == nullptr || ground == nullptr) return;
    const double measured = contrast_ratio(ink->color, ground->color);
    constexpr double highest = 21;  // black on white; more has been reported as out of range
    if (measured >= pair.ratio || pair.ratio > highest) return;
    const Color better = nearest_with_contrast(ink->color, ground->color, pair.ratio);
    const bool can_pass = contrast_ratio(better, ground->color) >= pair.ratio;
    diagnostics
        .error(
            "contrast", pair.ink.span,
            fmt::format("\"{}\" on \"{}\" has a contrast of {:.2f}, but needs {:.2f}", pair.ink.text,
                        pair.ground.text, measured, pair.ratio),
            can_pass
                ? fmt::format("the nearest colour that passes is {}: \"{}\"", pair.ink.text, to_hex(better))
                : fmt::format("no colour reaches that on \"{}\"; change the ground", pair.ground.text))
        .notes.push_back({ink->span, "the colour is written here"});
}

void check_color(const std::optional<Words>& name, const Theme& theme, Diagnostics& diagnostics) {
    if (name && name->text != "none") find_color(theme, *name, diagnostics);
}

void check_style(const Style& style, const Theme& theme, Diagnostics& diagnostics) {
    for (const auto* name :
         {&style.color, &style.fill, &style.marker_color, &style.bar, &style.rule_above, &style.rule_below}) {
        check_color(*name, theme, diagnostics);
    }
}

}  // namespace

void check_theme(const Theme& theme, Diagnostics& diagnostics) {
    for (const ContrastPair& pair : theme.pairs) check_pair(pair, theme, diagnostics);
}

void check_template_against_theme(const Template& source, const Theme& theme, Diagnostics& diagnostics) {
    for (const auto& [name, style] : source.styles) check_style(style, theme, diagnostics);
    for (const Page* page : {&source.first_page, &source.page}) {
        for (const Band& band : page->bands) check_color(band.color, theme, diagnostics);
    }
}

}  // namespace sayso::model
