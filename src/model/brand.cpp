#include "model/brand.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/oklab.h"

namespace sayso::model {
namespace {

/// The contrasts that the theme's pairs ask of a colour, but for those with `unsettled`.
std::vector<ContrastNeed> needs_of(const Theme& theme, std::string_view name, std::string_view unsettled) {
    std::vector<ContrastNeed> out;
    for (const ContrastPair& pair : theme.pairs) {
        const bool is_ink = pair.ink.text == name;
        const std::string& other = is_ink ? pair.ground.text : pair.ink.text;
        if ((!is_ink && pair.ground.text != name) || other == unsettled) continue;
        if (const auto found = theme.colors.find(other); found != theme.colors.end())
            out.push_back({found->second.color, pair.ratio});
    }
    return out;
}

/// The need that `color` is furthest from meeting.
ContrastNeed worst(Color color, const std::vector<ContrastNeed>& needs) {
    return *std::ranges::min_element(needs, {}, [&](const ContrastNeed& need) {
        return contrast_ratio(color, need.against) / need.ratio;
    });
}

void settle(Theme& theme, const std::string& name, const ThemeColor& given, std::string_view unsettled,
            Diagnostics& diagnostics) {
    const std::vector<ContrastNeed> needs = needs_of(theme, name, unsettled);
    const std::optional<Color> used = nearest_with_contrasts(given.color, needs);
    if (used) theme.colors[name] = {*used, given.span};
    if (used == given.color) return;
    const ContrastNeed need = worst(given.color, needs);
    diagnostics.warning(
        "brand-colour", given.span,
        fmt::format(
            "the brand's colour {} has a contrast of {:.2f} with {}, but needs {:.2f}: {} is used, {}",
            to_hex(given.color), contrast_ratio(given.color, need.against), to_hex(need.against), need.ratio,
            to_hex(theme.colors[name].color),
            used ? "the nearest that passes" : "the theme's own, since none like it passes"),
        fmt::format("write \"{}\" if you agree, or choose another", to_hex(theme.colors[name].color)));
}

/// Colours that nobody takes for one another at a glance lie further apart than this in Oklab.
constexpr double told_apart = 0.12;

bool is_told_apart(Color color, const Theme& theme) {
    const auto far_from = [&](const char* name) {
        const auto found = theme.colors.find(name);
        return found == theme.colors.end() ||
               distance(to_oklab(color), to_oklab(found->second.color)) >= told_apart;
    };
    return far_from("primary") && far_from("highlight");
}

/// "This is about you" must not look like "this is ours".
void keep_reader_apart(Theme& theme, Span brand, Diagnostics& diagnostics) {
    constexpr std::array<Color, 4> others{
        {{0xB2, 0x3A, 0x1E}, {0x7A, 0x2E, 0x5D}, {0x0B, 0x4F, 0x5C}, {0x4A, 0x3A, 0x8C}}};
    const auto you = theme.colors.find("you");
    if (you == theme.colors.end() || is_told_apart(you->second.color, theme)) return;
    const std::vector<ContrastNeed> needs = needs_of(theme, "you", "");
    const auto other = std::ranges::find_if(
        others, [&](Color color) { return is_told_apart(color, theme) && has_contrasts(color, needs); });
    if (other == others.end()) return;
    diagnostics.warning(
        "brand-colour", brand,
        fmt::format("the brand is nearly of the colour {} that means the reader: {} means the reader now",
                    to_hex(you->second.color), to_hex(*other)),
        "choose another with \"you\" in a theme of your own");
    you->second.color = *other;
}

}  // namespace

void lay_brand(Theme& theme, const Brand& brand, Diagnostics& diagnostics) {
    constexpr double of_tint = 0.14;
    constexpr std::size_t most = 2;
    if (brand.colors.size() > most) {
        diagnostics.error("brand-colour", brand.colors[most].span,
                          fmt::format("a brand has {} colours, and {} were given", most, brand.colors.size()),
                          "leave out the others, or write a theme of your own");
    }
    const auto can_be_used = [&](std::size_t i) { return brand.colors.size() > i && brand.colors[i].span; };
    // Fills first: they may stay pale, and what is ours becomes dark enough to go with them.
    if (can_be_used(1)) settle(theme, "highlight", brand.colors[1], "primary", diagnostics);
    if (can_be_used(0)) {
        settle(theme, "primary", brand.colors[0], "", diagnostics);
        theme.colors["tint"].color = mix(white, theme.colors["primary"].color, of_tint);
    }
    keep_reader_apart(theme, brand.colors.empty() ? Span{} : brand.colors.front().span, diagnostics);
}

}  // namespace sayso::model
