#include "pptx/chart_text.h"

#include "ooxml/units.h"

namespace sayso::pptx {
namespace {

void put_run_look(ooxml::Xml& xml, const chart::Chart& chart, std::string_view element, std::string_view slot,
                  bool bold) {
    const auto run = xml.element(element, {{"lang", chart.lang},
                                           {"sz", ooxml::val(std::llround(chart_type.pt() * 100))},
                                           {"b", bold ? "1" : "0"}});
    put_slot(xml, slot);
    xml.leaf("a:latin", {{"typeface", "+mn-lt"}});
}

}  // namespace

void put_flag(ooxml::Xml& xml, std::string_view name, std::string_view value) {
    xml.leaf(name, {{"val", value}});
}

void put_slot(ooxml::Xml& xml, std::string_view slot) {
    const auto fill = xml.element("a:solidFill");
    put_flag(xml, "a:schemeClr", slot);
}

void put_words_look(ooxml::Xml& xml, const chart::Chart& chart, std::string_view slot, bool bold) {
    const auto text = xml.element("c:txPr");
    xml.leaf("a:bodyPr", {{"rot", "0"}, {"vert", "horz"}});
    xml.leaf("a:lstStyle");
    const auto p = xml.element("a:p");
    {
        const auto properties = xml.element("a:pPr");
        put_run_look(xml, chart, "a:defRPr", slot, bold);
    }
    xml.leaf("a:endParaRPr", {{"lang", chart.lang}});
}

void put_heading(ooxml::Xml& xml, const Deck& deck, const chart::Chart& chart,
                 const std::vector<std::string>& lines) {
    const auto rich = xml.element("c:rich");
    xml.leaf("a:bodyPr");
    xml.leaf("a:lstStyle");
    for (const std::string& line : lines) {
        const auto p = xml.element("a:p");
        {
            const auto properties =
                xml.element("a:pPr", {{"algn", deck.rtl ? "r" : "l"}, {"rtl", deck.rtl ? "1" : "0"}});
            put_run_look(xml, chart, "a:defRPr", "tx2", false);
        }
        const auto r = xml.element("a:r");
        put_run_look(xml, chart, "a:rPr", "tx2", false);
        xml.words("a:t", line);
    }
}

}  // namespace sayso::pptx
