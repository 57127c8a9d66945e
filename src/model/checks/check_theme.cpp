#include <algorithm>

#include <fmt/format.h>

#include "base/oklab.h"
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

constexpr double highest_contrast = 21;  // black on white; more has been reported as out of range

/// A pair whose contrast is too low.
struct Faint {
    const ContrastPair* pair;
    double measured;

    bool has(const std::string& color) const { return pair->ink == color || pair->ground == color; }
};

std::vector<Faint> faint_pairs(const Theme& theme, Diagnostics& diagnostics) {
    std::vector<Faint> out;
    for (const ContrastPair& pair : theme.pairs) {
        const ThemeColor* ink = find_color(theme, pair.ink, diagnostics);
        const ThemeColor* ground = find_color(theme, pair.ground, diagnostics);
        if (ink == nullptr || ground == nullptr || !ink->span || !ground->span) continue;
        const double measured = contrast_ratio(ink->color, ground->color);
        if (measured < pair.ratio && pair.ratio <= highest_contrast) out.push_back({&pair, measured});
    }
    return out;
}

/// The colour to change: one that this theme itself gives, and of those the one that most pairs fail by.
std::string to_blame(const std::vector<Faint>& faint, const Theme& theme) {
    std::string worst;
    std::pair<bool, std::ptrdiff_t> most{false, 0};
    for (const Faint& one : faint) {
        for (const Words* name : {&one.pair->ink, &one.pair->ground}) {
            const bool own = theme.colors.at(name->text).span.source == theme.id.span.source;
            const auto count =
                std::ranges::count_if(faint, [&](const Faint& f) { return f.has(name->text); });
            if (std::pair{own, count} <= most) continue;
            most = {own, count};
            worst = name->text;
        }
    }
    return worst;
}

std::string remedy(const std::string& name, const Theme& theme) {
    std::vector<ContrastNeed> needs;
    for (const ContrastPair& pair : theme.pairs) {
        if (pair.ink != name && pair.ground != name) continue;
        const auto other = theme.colors.find(pair.ink == name ? pair.ground.text : pair.ink.text);
        if (other != theme.colors.end() && pair.ratio <= highest_contrast)
            needs.push_back({other->second.color, pair.ratio});
    }
    const std::optional<Color> better = nearest_with_contrasts(theme.colors.at(name).color, needs);
    if (better) return fmt::format("the nearest colour that passes is {}: \"{}\"", name, to_hex(*better));
    return fmt::format("no colour has enough contrast with all that \"{}\" is used with; change those too",
                       name);
}

/// One fault for a colour, however many pairs fail by it.
void report_faint(const std::string& name, const std::vector<Faint>& faint, const Theme& theme,
                  Diagnostics& diagnostics) {
    std::string what;
    for (const Faint& one : faint) {
        what += fmt::format("{}\"{}\" on \"{}\" has a contrast of {:.2f}, but needs {:.2f}",
                            what.empty() ? "" : "; ", one.pair->ink.text, one.pair->ground.text, one.measured,
                            one.pair->ratio);
    }
    diagnostics.error("contrast", theme.colors.at(name).span, std::move(what), remedy(name, theme));
}

void check_contrasts(const Theme& theme, Diagnostics& diagnostics) {
    std::vector<Faint> faint = faint_pairs(theme, diagnostics);
    while (!faint.empty()) {
        const std::string name = to_blame(faint, theme);
        const auto others = std::stable_partition(faint.begin(), faint.end(),
                                                  [&](const Faint& one) { return !one.has(name); });
        report_faint(name, {others, faint.end()}, theme, diagnostics);
        faint.erase(others, faint.end());
    }
}

/// A colour that is nearly called like one that templates use would change nothing, and nobody would know.
void check_names(const Theme& theme, Diagnostics& diagnostics) {
    std::vector<std::string> slots;
    for (const auto& slot : palette_slots) slots.emplace_back(slot.first);
    for (const auto& [name, color] : theme.colors) {
        if (std::ranges::find(slots, name) != slots.end() || !color.span) continue;
        if (const std::optional<std::string> meant = nearest(name, slots)) {
            diagnostics.error(
                "unknown-colour", color.span, fmt::format("no template uses a colour \"{}\"", name),
                fmt::format("did you mean \"{}\"? if not, call it something less like that", *meant));
        }
    }
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
    check_names(theme, diagnostics);
    check_contrasts(theme, diagnostics);
}

void check_template_against_theme(const Template& source, const Theme& theme, Diagnostics& diagnostics) {
    for (const auto& [name, style] : source.styles) check_style(style, theme, diagnostics);
    for (const Page* page : pages_of(source)) {
        for (const Band& band : page->bands) check_color(band.color, theme, diagnostics);
    }
}

}  // namespace sayso::model
