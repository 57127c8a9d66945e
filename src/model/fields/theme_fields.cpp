// Keys of a theme's file.
#include "model/fields.h"

namespace sayso::load {

void Reader<model::ThemeColor>::read(const Value& value, model::ThemeColor& out, const Reading& reading) {
    const std::size_t before = reading.diagnostics.errors();
    read_color(value, out.color, reading);
    if (reading.diagnostics.errors() == before) out.span = value.span;
}

}  // namespace sayso::load

namespace sayso::model {

using load::kebab;
using load::required;

const Fields<ContrastPair>& fields_of(const ContrastPair*) {
    static const Fields<ContrastPair> table(
        "contrast pair", "Two colours that are used together, whose contrast is checked (WCAG 2.2, 1.4.3).",
        {{"ink", &ContrastPair::ink, "The colour of the text or line.", required | kebab},
         {"ground", &ContrastPair::ground, "The colour behind it.", required | kebab},
         {"ratio", &ContrastPair::ratio, "The least contrast: 4.5 for text, 3 for large text and graphics.",
          load::between(1, 21) | load::by_default("4.5")},
         {"use", &ContrastPair::use, "What the pair is for."}});
    return table;
}

const Fields<Theme>& fields_of(const Theme*) {
    static const Fields<Theme> table(
        "theme", "Colours, type and lines that templates draw with.",
        {{"id", &Theme::id, "Short name; also the file's name.", required | kebab},
         {"name", &Theme::name, "The theme's name.", required},
         {"family", &Theme::family, "The type family of every text."},
         {"extends", &Theme::extends, "The theme to start from: this one says what differs.",
          kebab | load::by_default("sayso")},
         {"radius", &Theme::radius, "Corners of cards and boxes.", load::at_least(0)},
         {"line", &Theme::line, "Width of rules.", load::at_least(0)},
         {"colors", &Theme::colors,
          "Colours by name, as \"#RRGGBB\": ink, primary, you, quiet, ground, tint, highlight, white, rule, "
          "and more of "
          "its own."},
         {"pairs", &Theme::pairs, "Colours that are used together."}});
    return table;
}

}  // namespace sayso::model
