#include <algorithm>

#include "docx/parts.h"
#include "ooxml/theme.h"
#include "ooxml/units.h"
#include "ooxml/xml.h"

namespace sayso::docx {
namespace {

using ooxml::val;
using ooxml::Xml;

constexpr Length deepest_border_gap = pt(31);  // ECMA-376-1, 17.3.1.4: space is 0 to 31 points
constexpr Length list_indent = pt(18);

const char* on(bool value) {
    return value ? "1" : "0";
}

/// Writes one style as what differs from the style that it starts from.
class StyleWriter {
  public:
    StyleWriter(const Text& text, Xml& xml) : text_(text), xml_(xml) {}

    void style(const Style& style) {
        const Look* base = look_of(style.base);
        const bool normal = style.base.empty();
        const auto element = open(style, normal);
        xml_.leaf("w:name", {{"w:val", style.name}});
        if (!normal) xml_.leaf("w:basedOn", {{"w:val", style.base}});
        if (style.outline >= 0 || style.id == "Title") xml_.leaf("w:next", {{"w:val", "Normal"}});
        xml_.leaf("w:qFormat");
        paragraph(style, base);
        run(style.look, base);
    }

    void color(Color color) {
        const std::string hex = ooxml::hex(color);
        const std::string_view slot = ooxml::slot_of(text_.palette, color).word;
        if (slot.empty())
            xml_.leaf("w:color", {{"w:val", hex}});
        else
            xml_.leaf("w:color", {{"w:val", hex}, {"w:themeColor", slot}});
    }

    void border(std::string_view name, const doc::Border& border, Length gap) {
        // Eighths of a point; ECMA-376-1, 17.18.2: 2 to 96.
        const std::string size = val(std::clamp<std::int64_t>(std::llround(border.width.pt() * 8), 2, 96));
        const std::string space = val(std::llround(min(gap, deepest_border_gap).pt()));
        const std::string hex = ooxml::hex(border.color);
        const std::string_view slot = ooxml::slot_of(text_.palette, border.color).word;
        if (slot.empty())
            xml_.leaf(name, {{"w:val", "single"}, {"w:sz", size}, {"w:space", space}, {"w:color", hex}});
        else
            xml_.leaf(name, {{"w:val", "single"},
                             {"w:sz", size},
                             {"w:space", space},
                             {"w:color", hex},
                             {"w:themeColor", slot}});
    }

  private:
    const Look* look_of(const std::string& id) const {
        const auto found = std::ranges::find(text_.styles, id, &Style::id);
        return found == text_.styles.end() ? nullptr : &found->look;
    }

    Xml::Element open(const Style& style, bool normal) {
        if (normal)
            return xml_.element("w:style",
                                {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", style.id}});
        if (style.built_in)
            return xml_.element("w:style", {{"w:type", "paragraph"}, {"w:styleId", style.id}});
        return xml_.element("w:style",
                            {{"w:type", "paragraph"}, {"w:customStyle", "1"}, {"w:styleId", style.id}});
    }

    static bool is_list(const Style& style) {
        for (const std::string& id : {style.id, style.base})
            if (id == "ListBullet" || id == "ListNumber") return true;
        return false;
    }

    /// In the order of the schema (CT_PPrBase).
    void paragraph(const Style& style, const Look* base) {
        const Look& look = style.look;
        const auto properties = xml_.element("w:pPr");
        const auto differs = [&](auto Look::*field) { return !base || look.*field != base->*field; };
        if (differs(&Look::keep_with_next)) xml_.leaf("w:keepNext", {{"w:val", on(look.keep_with_next)}});
        if (differs(&Look::keep_together)) xml_.leaf("w:keepLines", {{"w:val", on(look.keep_together)}});
        if (look.bar || look.above || look.fill) borders(look);
        if (look.fill && differs(&Look::fill)) shade(*look.fill);
        if (differs(&Look::before) || differs(&Look::after) || differs(&Look::leading))
            xml_.leaf("w:spacing", {{"w:before", val(ooxml::twips(look.before))},
                                    {"w:after", val(ooxml::twips(look.after))},
                                    {"w:line", val(ooxml::twips(look.leading))},
                                    {"w:lineRule", "atLeast"}});
        const Length list = is_list(style) ? list_indent : Length{};
        if (differs(&Look::indent_start) || differs(&Look::indent_end) || is_list(style))
            xml_.leaf("w:ind", {{"w:left", val(ooxml::twips(look.indent_start + list))},
                                {"w:right", val(ooxml::twips(look.indent_end))}});
        if (differs(&Look::align)) xml_.leaf("w:jc", {{"w:val", alignment(look.align)}});
        if (style.outline >= 0) xml_.leaf("w:outlineLvl", {{"w:val", val(style.outline)}});
    }

    void borders(const Look& look) {
        // Shading ends at the words: a border of its colour gives it room, and neighbours in one box share
        // it.
        const auto filled = [&](std::string_view name, Length gap) {
            if (look.fill) border(name, {pt(1), *look.fill}, gap);
        };
        const auto borders = xml_.element("w:pBdr");
        if (look.above)
            border("w:top", *look.above, pt(4));
        else
            filled("w:top", pt(6));
        if (look.bar)
            border("w:left", *look.bar, look.bar_gap);
        else
            filled("w:left", pt(8));
        filled("w:bottom", pt(6));
        filled("w:right", pt(8));
    }

    void shade(Color fill) {
        const std::string hex = ooxml::hex(fill);
        const std::string_view slot = ooxml::slot_of(text_.palette, fill).word;
        if (slot.empty())
            xml_.leaf("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", hex}});
        else
            xml_.leaf("w:shd",
                      {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", hex}, {"w:themeFill", slot}});
    }

    static const char* alignment(doc::Align align) {
        switch (align) {
            case doc::Align::start:
                return "left";  // the start: Word turns it round in right-to-left paragraphs
            case doc::Align::end:
                return "right";
            case doc::Align::centre:
                return "center";
        }
        return "left";
    }

    void run(const Look& look, const Look* base) {
        const auto properties = xml_.element("w:rPr");
        if (!base || look.bold != base->bold)
            for (const char* name : {"w:b", "w:bCs"}) xml_.leaf(name, {{"w:val", on(look.bold)}});
        if (!base || look.color != base->color) color(look.color);
        if (!base || look.size != base->size)
            for (const char* name : {"w:sz", "w:szCs"})
                xml_.leaf(name, {{"w:val", val(ooxml::half_points(look.size))}});
    }

    const Text& text_;
    Xml& xml_;
};

void put_defaults(const Text& text, Xml& xml) {
    const auto defaults = xml.element("w:docDefaults");
    {
        const auto holder = xml.element("w:rPrDefault");
        const auto run = xml.element("w:rPr");
        // Arial has Arabic and Hebrew letters on every system that Office runs on.
        xml.leaf("w:rFonts", {{"w:asciiTheme", "minorHAnsi"},
                              {"w:eastAsiaTheme", "minorEastAsia"},
                              {"w:hAnsiTheme", "minorHAnsi"},
                              {"w:cs", "Arial"}});
        if (text.rtl)
            xml.leaf("w:lang", {{"w:val", "en-GB"}, {"w:bidi", text.lang}});
        else
            xml.leaf("w:lang", {{"w:val", text.lang}});
    }
    xml.leaf("w:pPrDefault");
}

struct CharacterStyle {
    std::string_view id, name;
};

template <class Inside>
void put_character_style(Xml& xml, std::string_view id, std::string_view name, Inside inside) {
    const auto style = xml.element("w:style", {{"w:type", "character"}, {"w:styleId", id}});
    xml.leaf("w:name", {{"w:val", name}});
    const auto run = xml.element("w:rPr");
    inside();
}

void put_character_styles(const Text& text, Xml& xml, StyleWriter& writer) {
    put_character_style(xml, "Strong", "Strong", [&] {
        xml.leaf("w:b");
        xml.leaf("w:bCs");
    });
    put_character_style(xml, "Hyperlink", "Hyperlink", [&] {
        xml.leaf("w:color", {{"w:val", ooxml::hex(text.palette.primary)}, {"w:themeColor", "hyperlink"}});
        xml.leaf("w:u", {{"w:val", "single"}});
    });
    put_character_style(xml, "PlaceholderText", "Placeholder Text",
                        [&] { writer.color(text.palette.quiet); });
    put_character_style(xml, "FootnoteReference", "footnote reference", [&] {
        xml.leaf("w:vertAlign", {{"w:val", "superscript"}});
    });
}

void put_note_style(Xml& xml) {
    const auto style = xml.element("w:style", {{"w:type", "paragraph"}, {"w:styleId", "FootnoteText"}});
    xml.leaf("w:name", {{"w:val", "footnote text"}});
    xml.leaf("w:basedOn", {{"w:val", "Normal"}});
}

void put_table_styles(const Text& text, Xml& xml, StyleWriter& writer) {
    {
        const auto style =
            xml.element("w:style", {{"w:type", "table"}, {"w:default", "1"}, {"w:styleId", "TableNormal"}});
        xml.leaf("w:name", {{"w:val", "Normal Table"}});
        const auto properties = xml.element("w:tblPr");
        const auto margins = xml.element("w:tblCellMar");
        for (const char* side : {"w:left", "w:right"}) xml.leaf(side, {{"w:w", "108"}, {"w:type", "dxa"}});
    }
    const auto style =
        xml.element("w:style", {{"w:type", "table"}, {"w:customStyle", "1"}, {"w:styleId", "Table"}});
    xml.leaf("w:name", {{"w:val", "Table"}});
    xml.leaf("w:basedOn", {{"w:val", "TableNormal"}});
    xml.leaf("w:qFormat");
    {
        const auto properties = xml.element("w:tblPr");
        {
            const auto borders = xml.element("w:tblBorders");
            for (const char* side : {"w:top", "w:bottom", "w:insideH"})
                writer.border(side, {pt(0.75), text.palette.rule}, {});
        }
        const auto margins = xml.element("w:tblCellMar");
        for (const char* side : {"w:top", "w:left", "w:bottom", "w:right"})
            xml.leaf(side, {{"w:w", "100"}, {"w:type", "dxa"}});
    }
    const auto first = xml.element("w:tblStylePr", {{"w:type", "firstRow"}});
    {
        const auto run = xml.element("w:rPr");
        xml.leaf("w:b");
        xml.leaf("w:bCs");
    }
    const auto cell = xml.element("w:tcPr");
    const auto borders = xml.element("w:tcBorders");
    writer.border("w:bottom", {pt(1.5), text.palette.primary}, {});
}

}  // namespace

std::string styles_part(const Text& text) {
    Xml xml;
    {
        const auto root = xml.element("w:styles", {{"xmlns:w", word_xmlns}});
        put_defaults(text, xml);
        StyleWriter writer(text, xml);
        for (const Style& style : text.styles) writer.style(style);
        put_note_style(xml);
        put_character_styles(text, xml, writer);
        put_table_styles(text, xml, writer);
    }
    return xml.take();
}

}  // namespace sayso::docx
