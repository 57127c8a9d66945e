#include "ooxml/theme.h"

#include <array>
#include <cctype>

#include "ooxml/package.h"
#include "ooxml/xml.h"

namespace sayso::ooxml {
namespace {

struct Slot {
    std::string_view theme;  // in the theme part
    ThemeSlot names;
    Color Palette::*color;
};

// The reader's own colour and ours keep their slots whatever the palette, so that restyling keeps their
// meaning.
constexpr std::array<Slot, 10> slots{{
    {"dk1", {"tx1", "text1"}, &Palette::ink},
    {"lt1", {"bg1", "background1"}, &Palette::white},
    {"dk2", {"tx2", "text2"}, &Palette::quiet},
    {"lt2", {"bg2", "background2"}, &Palette::ground},
    {"accent1", {"accent1", "accent1"}, &Palette::primary},
    {"accent2", {"accent2", "accent2"}, &Palette::you},
    {"accent3", {"accent3", "accent3"}, &Palette::highlight},
    {"accent4", {"accent4", "accent4"}, &Palette::tint},
    {"accent5", {"accent5", "accent5"}, &Palette::rule},
    {"accent6", {"accent6", "accent6"}, &Palette::quiet},
}};

void put_colors(Xml& xml, const Palette& palette, const std::string& name) {
    const auto put = [&](const std::string& slot, Color color) {
        const std::string element = "a:" + slot;
        const auto holder = xml.element(element);
        xml.leaf("a:srgbClr", {{"val", hex(color)}});
    };
    const auto scheme = xml.element("a:clrScheme", {{"name", name}});
    for (const Slot& slot : slots) put(std::string(slot.theme), palette.*slot.color);
    put("hlink", palette.primary);
    put("folHlink", palette.quiet);
}

/// Where the family is not installed, Office takes the font with the nearest PANOSE numbers: Verdana's, which
/// ships with it and is as open.
constexpr std::string_view like_verdana = "020B0604030504040204";

void put_fonts(Xml& xml, const std::string& name, const std::string& family) {
    const auto scheme = xml.element("a:fontScheme", {{"name", name}});
    for (const std::string_view kind : {"a:majorFont", "a:minorFont"}) {
        const auto font = xml.element(kind);
        xml.leaf("a:latin", {{"typeface", family}, {"panose", like_verdana}, {"pitchFamily", "34"}});
        xml.leaf("a:ea", {{"typeface", ""}});
        xml.leaf("a:cs", {{"typeface", ""}});
    }
}

// Three of each are required (ECMA-376-1, 20.1.4.1.14); they are plain on purpose.
constexpr std::string_view formats =
    "<a:fmtScheme name=\"Plain\"><a:fillStyleLst>"
    "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr "
    "val=\"phClr\"/></a:solidFill>"
    "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:fillStyleLst><a:lnStyleLst>"
    "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
    "<a:ln w=\"12700\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
    "<a:ln w=\"19050\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln></a:lnStyleLst>"
    "<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></"
    "a:effectStyle>"
    "<a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst>"
    "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr "
    "val=\"phClr\"/></a:solidFill>"
    "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>";

}  // namespace

std::string hex(Color color) {
    return to_hex(color).substr(1);
}

ThemeSlot slot_of(const Palette& palette, Color color) {
    for (const Slot& slot : slots)
        if (palette.*slot.color == color) return slot.names;
    return {};
}

std::string family_name(std::string_view family) {
    std::string out;
    for (const char c : family) {
        const bool upper = std::isupper(static_cast<unsigned char>(c)) != 0;
        if (upper && !out.empty() && std::islower(static_cast<unsigned char>(out.back())) != 0) out += ' ';
        out += c;
    }
    return out;
}

std::string theme_part(const Palette& palette, const std::string& name, const std::string& family) {
    Xml xml;
    {
        const auto root = xml.element("a:theme", {{"xmlns:a", xmlns::drawing}, {"name", name}});
        {
            const auto elements = xml.element("a:themeElements");
            put_colors(xml, palette, name);
            put_fonts(xml, name, family);
            xml.fragment(formats);
        }
        xml.leaf("a:objectDefaults");
        xml.leaf("a:extraClrSchemeLst");
    }
    return xml.take();
}

}  // namespace sayso::ooxml
