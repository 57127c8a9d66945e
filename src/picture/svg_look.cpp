#include "picture/svg_look.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/trimmed.h"
#include "picture/scanner.h"
#include "picture/svg_color.h"

namespace sayso::picture {
namespace {

using Fault = std::optional<LookFault>;

LookFault cannot_use(std::string_view name, std::string_view value, std::string hint) {
    return {fmt::format("uses {} \"{}\", which sayso does not draw", name, value.substr(0, 60)),
            std::move(hint)};
}

LookFault not_understood(std::string_view name, std::string_view value, std::string hint) {
    return {fmt::format("has {} \"{}\", which is not understood", name, value.substr(0, 60)),
            std::move(hint)};
}

Fault set_slot(std::optional<Color>& paint, const Look& look, std::string_view name, std::string_view value) {
    if (const std::optional<Color> color = slot_color(look.palette, value))
        return paint = color, std::nullopt;
    std::string slots;
    for (const auto& slot : palette_slots)
        slots += fmt::format("{}--{}", slots.empty() ? "" : ", ", slot.first);
    return not_understood(name, value, "name one of the theme's colours: " + slots);
}

/// fill and stroke.
Fault set_paint(std::optional<Color>& paint, const Look& look, std::string_view name,
                std::string_view value) {
    if (value == "none" || value == "transparent") return paint.reset(), std::nullopt;
    if (value == "currentColor" || value == "currentcolor") return paint = look.color, std::nullopt;
    if (value.starts_with("var(") && value.ends_with(')')) return set_slot(paint, look, name, value);
    if (value.starts_with("url("))
        return cannot_use(name, value, "paint with one solid colour in place of a gradient or pattern");
    const std::optional<Color> color = parse_svg_color(value);
    if (!color) return not_understood(name, value, "write the colour as \"#RRGGBB\"");
    return paint = color, std::nullopt;
}

Fault set_opacity(bool& shown, std::string_view name, std::string_view value) {
    const bool percent = value.ends_with('%');
    const std::optional<double> amount =
        whole_number_text(percent ? value.substr(0, value.size() - 1) : value);
    if (!amount) return not_understood(name, value, "write 1, or 0 for what is not to be seen");
    shown = *amount > 0;
    if (*amount > 0 && *amount < (percent ? 100 : 1))
        return cannot_use(name, value, "use a solid colour, mixed with what lies behind it");
    return std::nullopt;
}

Fault set_color(Look& look, std::string_view value) {
    if (value == "currentColor") return std::nullopt;
    const std::optional<Color> color = parse_svg_color(value);
    if (!color) return not_understood("color", value, "write the colour as \"#RRGGBB\"");
    return look.color = *color, std::nullopt;
}

Fault set_fill_rule(Look& look, std::string_view value) {
    if (value != "nonzero" && value != "evenodd")
        return not_understood("fill-rule", value, "write nonzero or evenodd");
    look.fill_rule = value == "evenodd" ? frame::FillRule::even_odd : frame::FillRule::nonzero;
    return std::nullopt;
}

Fault set_stroke_width(Look& look, std::string_view value) {
    const std::optional<double> width = parse_svg_length(value);
    if (!width || *width < 0)
        return not_understood("stroke-width", value, "write a number, with no unit or with px, pt or mm");
    return look.stroke_width = *width, std::nullopt;
}

Fault set_dashes(Look& look, std::string_view value) {
    constexpr std::size_t most = 16;
    look.dashes.clear();
    if (value == "none") return std::nullopt;
    Scanner scanner(value);
    while (!scanner.done()) {
        const std::optional<double> dash = scanner.number();
        if (!dash || *dash < 0 || look.dashes.size() == most)
            return not_understood("stroke-dasharray", value, "write up to sixteen numbers, such as \"4 2\"");
        look.dashes.push_back(*dash);
        scanner.skip_separator();
    }
    return std::nullopt;
}

Fault set_cap(Look& look, std::string_view value) {
    if (value == "square") return cannot_use("stroke-linecap", value, "use round or butt");
    if (value != "round" && value != "butt")
        return not_understood("stroke-linecap", value, "write round or butt");
    return look.round_cap = value == "round", std::nullopt;
}

/// Joins that are not round are drawn mitred.
Fault set_join(Look& look, std::string_view value) {
    return look.round_join = value == "round", std::nullopt;
}

Fault set_display(Look& look, std::string_view value) {
    return look.displayed = value != "none", std::nullopt;
}

Fault set_visibility(Look& look, std::string_view value) {
    return look.visible = value == "visible", std::nullopt;
}

/// Properties that would change the picture and that a frame cannot show, with the value that changes
/// nothing.
struct Unsupported {
    std::string_view name, harmless, hint;
};
constexpr std::array unsupported{
    Unsupported{"filter", "none", "draw it without the filter"},
    Unsupported{"mask", "none", "cut the shapes themselves"},
    Unsupported{"clip-path", "none", "cut the shapes themselves"},
    Unsupported{"marker", "none", "draw arrow heads as paths"},
    Unsupported{"marker-start", "none", "draw arrow heads as paths"},
    Unsupported{"marker-mid", "none", "draw arrow heads as paths"},
    Unsupported{"marker-end", "none", "draw arrow heads as paths"},
    Unsupported{"mix-blend-mode", "normal", "use solid colours"},
    Unsupported{"vector-effect", "none", "give the line its width in the picture's own units"},
    Unsupported{"paint-order", "normal", "draw the fill and the line as two shapes"},
    Unsupported{"stroke-dashoffset", "0", "start the dashes at the start of the line"},
};

Fault check_unsupported(std::string_view name, std::string_view value) {
    const auto found = std::ranges::find(unsupported, name, &Unsupported::name);
    if (found == unsupported.end() || value == found->harmless) return std::nullopt;
    return cannot_use(name, value, std::string(found->hint));
}

/// The properties that a frame can show.
struct Property {
    std::string_view name;
    Fault (*set)(Look& look, std::string_view value);
};
constexpr std::array properties{
    Property{"fill", [](Look& l, std::string_view v) { return set_paint(l.fill, l, "fill", v); }},
    Property{"stroke", [](Look& l, std::string_view v) { return set_paint(l.stroke, l, "stroke", v); }},
    Property{"color", set_color},
    Property{"opacity",
             [](Look& l, std::string_view v) {
                 bool shown = true;
                 Fault fault = set_opacity(shown, "opacity", v);
                 l.displayed = l.displayed && shown;
                 return fault;
             }},
    Property{"fill-opacity",
             [](Look& l, std::string_view v) { return set_opacity(l.fill_shown, "fill-opacity", v); }},
    Property{"stroke-opacity",
             [](Look& l, std::string_view v) { return set_opacity(l.stroke_shown, "stroke-opacity", v); }},
    Property{"fill-rule", set_fill_rule},
    Property{"stroke-width", set_stroke_width},
    Property{"stroke-dasharray", set_dashes},
    Property{"stroke-linecap", set_cap},
    Property{"stroke-linejoin", set_join},
    Property{"display", set_display},
    Property{"visibility", set_visibility},
};

}  // namespace

std::optional<LookFault> apply_property(Look& look, std::string_view name, std::string_view value) {
    if (value == "inherit") return std::nullopt;
    const auto found = std::ranges::find(properties, name, &Property::name);
    return found != properties.end() ? found->set(look, value) : check_unsupported(name, value);
}

std::optional<Color> slot_color(const Palette& palette, std::string_view value) {
    value.remove_prefix(std::string_view("var(").size());
    value = trimmed(value.substr(0, value.rfind(')')));
    const std::size_t comma = value.find(',');
    const std::string_view name = trimmed(value.substr(0, comma));
    for (const auto& [slot, color] : palette_slots)
        if (name.starts_with("--") && name.substr(2) == slot) return palette.*color;
    return comma == std::string_view::npos ? std::nullopt : parse_svg_color(trimmed(value.substr(comma + 1)));
}

std::optional<double> parse_svg_length(std::string_view text) {
    Scanner scanner(trimmed(text));
    const std::optional<double> value = scanner.number();
    if (!value) return std::nullopt;
    const std::string_view unit = scanner.rest();
    if (unit.empty() || unit == "px") return value;
    if (unit == "pt") return *value * 96 / 72;
    if (unit == "pc") return *value * 16;
    if (unit == "mm") return *value * 96 / 25.4;
    if (unit == "cm") return *value * 96 / 2.54;
    if (unit == "in") return *value * 96;
    return std::nullopt;
}

}  // namespace sayso::picture
