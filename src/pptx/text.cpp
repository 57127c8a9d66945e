#include "pptx/text.h"

#include <algorithm>

#include <fmt/format.h>

#include "ooxml/theme.h"
#include "ooxml/units.h"

namespace sayso::pptx {
namespace {

using ooxml::val;
using ooxml::Xml;

/// Of the size of type: from a mark to its words. Numbers have room in another font, too.
constexpr double hanging = 1.2, number_hanging = 1.4;
/// Office has no weight between 400 and 700: what is half bold in our type is regular there, so that another
/// font has room.
constexpr int least_bold = 700;

std::string hundredths(Length length) {
    return val(std::llround(length.pt() * 100));
}

const char* alignment(const Deck& deck, doc::Align align) {
    if (align == doc::Align::centre) return "ctr";
    return (align == doc::Align::end) != deck.rtl ? "r" : "l";
}

void put_spacing(Xml& xml, std::string_view name, Length length) {
    const auto spacing = xml.element(name);
    xml.leaf("a:spcPts", {{"val", hundredths(length)}});
}

void put_mark(Xml& xml, const Deck& deck, const Level& level) {
    using Marker = doc::List::Marker;
    if (level.marker == Marker::none) return xml.leaf("a:buNone");
    {
        const auto color = xml.element("a:buClr");
        put_color(xml, deck.palette, level.mark_color);
    }
    if (level.marker == Marker::number) return xml.leaf("a:buAutoNum", {{"type", "arabicPeriod"}});
    xml.leaf("a:buFont", {{"typeface", "+mn-lt"}});
    xml.leaf("a:buChar", {{"char", "\u2022"}});
}

/// The attributes and children that a:lvlNpPr and a:pPr share.
void put_look(Xml& xml, const Deck& deck, std::string_view name, const Level& level) {
    const bool marked = level.marker != doc::List::Marker::none;
    const double hang = level.marker == doc::List::Marker::number ? number_hanging : hanging;
    const std::string indent = val(marked ? ooxml::emu(level.size * hang) : 0);
    const auto properties = xml.element(name, {{"marL", indent},
                                               {"indent", marked ? "-" + indent : "0"},
                                               {"algn", alignment(deck, level.align)},
                                               {"rtl", deck.rtl ? "1" : "0"}});
    put_spacing(xml, "a:lnSpc", level.leading);
    put_spacing(xml, "a:spcBef", {});
    put_spacing(xml, "a:spcAft", level.after);
    put_mark(xml, deck, level);
    const auto run = xml.element(
        "a:defRPr", {{"sz", hundredths(level.size)}, {"b", level.weight >= least_bold ? "1" : "0"}});
    put_fill(xml, deck.palette, level.color);
    xml.leaf("a:latin", {{"typeface", "+mn-lt"}});
}

/// Everything else is the placeholder's.
void put_level(Xml& xml, const Paragraph& paragraph) {
    if (paragraph.level == 0 && paragraph.counts_from == 1) return;
    const auto properties = xml.element("a:pPr", {{"lvl", val(static_cast<std::int64_t>(paragraph.level))}});
    if (paragraph.counts_from == 1) return;
    xml.leaf("a:buAutoNum",
             {{"type", "arabicPeriod"}, {"startAt", val(static_cast<std::int64_t>(paragraph.counts_from))}});
}

}  // namespace

void put_color(Xml& xml, const Palette& palette, Color color) {
    const std::string_view slot = ooxml::slot_of(palette, color).drawing;
    xml.leaf("a:schemeClr", {{"val", slot.empty() ? std::string_view("tx1") : slot}});
}

void put_fill(Xml& xml, const Palette& palette, Color color) {
    const auto fill = xml.element("a:solidFill");
    put_color(xml, palette, color);
}

void put_transform(Xml& xml, const Rect& box) {
    const auto transform = xml.element("a:xfrm");
    xml.leaf("a:off", {{"x", val(ooxml::emu(box.x))}, {"y", val(ooxml::emu(box.y))}});
    xml.leaf("a:ext", {{"cx", val(ooxml::emu(box.width))}, {"cy", val(ooxml::emu(box.height))}});
}

void put_levels(Xml& xml, const Deck& deck, const std::vector<Level>& levels) {
    constexpr std::string_view names[Region::most_levels] = {"a:lvl1pPr", "a:lvl2pPr", "a:lvl3pPr",
                                                             "a:lvl4pPr", "a:lvl5pPr", "a:lvl6pPr",
                                                             "a:lvl7pPr", "a:lvl8pPr", "a:lvl9pPr"};
    for (std::size_t i = 0; i < std::min(levels.size(), Region::most_levels); ++i)
        put_look(xml, deck, names[i], levels[i]);
}

void put_paragraphs(Xml& xml, const Deck& deck, const std::vector<Paragraph>& paragraphs, const Ways& ways) {
    for (const Paragraph& paragraph : paragraphs) {
        const auto p = xml.element("a:p");
        put_level(xml, paragraph);
        for (const Run& run : paragraph.runs) {
            const auto r = xml.element("a:r");
            const std::string& lang = run.lang.empty() ? deck.lang : run.lang;
            {
                const auto properties = run.strong ? xml.element("a:rPr", {{"lang", lang}, {"b", "1"}})
                                                   : xml.element("a:rPr", {{"lang", lang}});
                const auto way = std::find_if(ways.addresses.begin(), ways.addresses.end(),
                                              [&](const auto& one) { return one.first == run.address; });
                if (!run.address.empty() && way != ways.addresses.end())
                    xml.leaf("a:hlinkClick", {{"r:id", way->second}});
            }
            xml.words("a:t", run.text);
        }
    }
}

void put_line(Xml& xml, const Deck& deck, std::string_view words, const Level& level) {
    const auto p = xml.element("a:p");
    put_look(xml, deck, "a:pPr", level);
    const auto r = xml.element("a:r");
    {
        const auto properties = xml.element("a:rPr", {{"lang", deck.lang},
                                                      {"sz", hundredths(level.size)},
                                                      {"b", level.weight >= least_bold ? "1" : "0"}});
        put_fill(xml, deck.palette, level.color);
    }
    xml.words("a:t", words);
}

}  // namespace sayso::pptx
