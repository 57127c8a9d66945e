#include "docx/parts.h"

#include <algorithm>

#include "docx/body.h"
#include "ooxml/package.h"
#include "ooxml/theme.h"
#include "ooxml/units.h"

namespace sayso::docx {
namespace {

using ooxml::val;
using ooxml::Xml;

constexpr std::string_view wordprocessing_drawing =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
constexpr int list_levels = 3;

Xml::Element root_of(Xml& xml, std::string_view name) {
    return xml.element(name, {{"xmlns:w", word_xmlns},
                              {"xmlns:r", ooxml::xmlns::relationships},
                              {"xmlns:wp", wordprocessing_drawing},
                              {"xmlns:a", ooxml::xmlns::drawing},
                              {"xmlns:pic", ooxml::xmlns::picture}});
}

void put_section(const Text& text, const Ways& ways, Xml& xml) {
    const auto section = xml.element("w:sectPr");
    if (!ways.footer.empty()) xml.leaf("w:footerReference", {{"w:type", "default"}, {"r:id", ways.footer}});
    const auto twips = [](Length length) { return val(ooxml::twips(length)); };
    const bool wide = text.page.width > text.page.height;
    if (wide)
        xml.leaf(
            "w:pgSz",
            {{"w:w", twips(text.page.width)}, {"w:h", twips(text.page.height)}, {"w:orient", "landscape"}});
    else
        xml.leaf("w:pgSz", {{"w:w", twips(text.page.width)}, {"w:h", twips(text.page.height)}});
    xml.leaf("w:pgMar", {{"w:top", twips(text.margin.top)},
                         {"w:right", twips(text.margin.right)},
                         {"w:bottom", twips(text.margin.bottom)},
                         {"w:left", twips(text.margin.left)},
                         {"w:header", twips(text.footer_distance)},
                         {"w:footer", twips(text.footer_distance)},
                         {"w:gutter", "0"}});
    if (text.rtl) xml.leaf("w:bidi");
}

void put_separator(Xml& xml, std::string_view type, std::string_view id, std::string_view mark) {
    const auto note = xml.element("w:footnote", {{"w:type", type}, {"w:id", id}});
    const auto p = xml.element("w:p");
    const auto run = xml.element("w:r");
    xml.leaf(mark);
}

void put_level(Xml& xml, Marker marker, int level, const Palette& palette) {
    static constexpr std::string_view bullets[] = {"\u2022", "\u2013", "\u2022"};
    const auto element = xml.element("w:lvl", {{"w:ilvl", val(level)}});
    const bool numbers = marker == Marker::number;
    xml.leaf("w:start", {{"w:val", "1"}});
    xml.leaf("w:numFmt", {{"w:val", numbers ? "decimal" : "bullet"}});
    const std::string text = numbers ? "%" + val(level + 1) + "." : std::string(bullets[level]);
    xml.leaf("w:lvlText", {{"w:val", text}});
    xml.leaf("w:lvlJc", {{"w:val", "left"}});
    {
        const auto paragraph = xml.element("w:pPr");
        xml.leaf("w:ind", {{"w:left", val(360 * (level + 1))}, {"w:hanging", "360"}});
    }
    const auto run = xml.element("w:rPr");
    xml.leaf("w:b", {{"w:val", numbers ? "1" : "0"}});
    xml.leaf("w:color", {{"w:val", ooxml::hex(palette.primary)}, {"w:themeColor", "accent1"}});
}

}  // namespace

const std::string& Ways::of(const std::string& address) const {
    return std::ranges::find(addresses, address, &std::pair<std::string, std::string>::first)->second;
}

std::string document_part(const Text& text, const Ways& ways) {
    Xml xml;
    {
        const auto root = root_of(xml, "w:document");
        const auto body = xml.element("w:body");
        BodyWriter writer(text, ways, xml);
        for (const Block& block : text.blocks) writer.block(block);
        // Word wants a paragraph behind the last table.
        if (!text.blocks.empty() && std::holds_alternative<Table>(text.blocks.back()))
            writer.paragraph({"Normal", {}, {}, {}, false, text.rtl});
        put_section(text, ways, xml);
    }
    return xml.take();
}

std::string footnotes_part(const Text& text) {
    Xml xml;
    {
        const auto root = root_of(xml, "w:footnotes");
        put_separator(xml, "separator", "-1", "w:separator");
        put_separator(xml, "continuationSeparator", "0", "w:continuationSeparator");
        const Ways none;
        BodyWriter writer(text, none, xml);
        for (std::size_t i = 0; i < text.notes.size(); ++i) {
            const auto note = xml.element("w:footnote", {{"w:id", val(static_cast<std::int64_t>(i) + 1)}});
            const auto p = xml.element("w:p");
            {
                const auto properties = xml.element("w:pPr");
                xml.leaf("w:pStyle", {{"w:val", "FootnoteText"}});
                if (text.rtl) xml.leaf("w:bidi");
            }
            {
                const auto run = xml.element("w:r");
                {
                    const auto properties = xml.element("w:rPr");
                    xml.leaf("w:rStyle", {{"w:val", "FootnoteReference"}});
                }
                xml.leaf("w:footnoteRef");
            }
            writer.stretch({{Words{" ", false, text.lang}}, {}, {}});
            for (const Stretch& stretch : text.notes[i]) writer.stretch(stretch);
        }
    }
    return xml.take();
}

std::string footer_part(const Text& text) {
    Xml xml;
    {
        const auto root = root_of(xml, "w:ftr");
        const Ways none;
        BodyWriter writer(text, none, xml);
        for (const Paragraph& paragraph : text.footer) writer.paragraph(paragraph);
    }
    return xml.take();
}

std::string numbering_part(const Text& text) {
    Xml xml;
    {
        const auto root = xml.element("w:numbering", {{"xmlns:w", word_xmlns}});
        for (const Marker marker : {Marker::bullet, Marker::number}) {
            const auto form =
                xml.element("w:abstractNum", {{"w:abstractNumId", val(static_cast<std::int64_t>(marker))}});
            xml.leaf("w:multiLevelType", {{"w:val", "hybridMultilevel"}});
            for (int level = 0; level < list_levels; ++level) put_level(xml, marker, level, text.palette);
        }
        for (std::size_t i = 0; i < text.lists.size(); ++i) {
            const auto list = xml.element("w:num", {{"w:numId", val(static_cast<std::int64_t>(i) + 1)}});
            xml.leaf("w:abstractNumId", {{"w:val", val(static_cast<std::int64_t>(text.lists[i]))}});
            if (text.lists[i] != Marker::number) continue;
            // Each list counts from 1 by itself.
            const auto start = xml.element("w:lvlOverride", {{"w:ilvl", "0"}});
            xml.leaf("w:startOverride", {{"w:val", "1"}});
        }
    }
    return xml.take();
}

std::string settings_part(const Text& text) {
    Xml xml;
    {
        const auto root = xml.element("w:settings", {{"xmlns:w", word_xmlns}});
        xml.leaf("w:defaultTabStop", {{"w:val", "720"}});
        if (!text.notes.empty()) {
            const auto notes = xml.element("w:footnotePr");
            for (const char* id : {"-1", "0"}) xml.leaf("w:footnote", {{"w:id", id}});
        }
        {
            const auto compatible = xml.element("w:compat");
            xml.leaf("w:compatSetting", {{"w:name", "compatibilityMode"},
                                         {"w:uri", "http://schemas.microsoft.com/office/word"},
                                         {"w:val", "15"}});
        }
        if (text.rtl)
            xml.leaf("w:themeFontLang", {{"w:val", "en-GB"}, {"w:bidi", text.lang}});
        else
            xml.leaf("w:themeFontLang", {{"w:val", text.lang}});
        xml.leaf("w:clrSchemeMapping", {{"w:bg1", "light1"},
                                        {"w:t1", "dark1"},
                                        {"w:bg2", "light2"},
                                        {"w:t2", "dark2"},
                                        {"w:accent1", "accent1"},
                                        {"w:accent2", "accent2"},
                                        {"w:accent3", "accent3"},
                                        {"w:accent4", "accent4"},
                                        {"w:accent5", "accent5"},
                                        {"w:accent6", "accent6"},
                                        {"w:hyperlink", "hyperlink"},
                                        {"w:followedHyperlink", "followedHyperlink"}});
    }
    return xml.take();
}

std::string font_table_part(const Text& text) {
    Xml xml;
    {
        const auto root = xml.element("w:fonts", {{"xmlns:w", word_xmlns}});
        const std::string family = ooxml::family_name(text.family);
        for (const std::string_view name : {std::string_view(family), ooxml::fallback_family}) {
            const auto font = xml.element("w:font", {{"w:name", name}});
            if (name == family) xml.leaf("w:altName", {{"w:val", ooxml::fallback_family}});
            xml.leaf("w:charset", {{"w:val", "00"}});
            xml.leaf("w:family", {{"w:val", "swiss"}});
            xml.leaf("w:pitch", {{"w:val", "variable"}});
        }
    }
    return xml.take();
}

}  // namespace sayso::docx
