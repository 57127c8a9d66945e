#include "pptx/shapes.h"

#include "ooxml/package.h"
#include "ooxml/units.h"
#include "pptx/text.h"

namespace sayso::pptx {

using ooxml::val;

namespace {

/// Of the foot's width, at its end: the number.
constexpr double number_share = 0.15;

std::pair<Rect, Rect> foot_boxes(const Deck& deck) {
    const Rect& all = deck.foot_box;
    const Length number = all.width * number_share;
    Rect words{all.x, all.y, all.width - number, all.height},
        count{all.right() - number, all.y, number, all.height};
    if (deck.rtl) {
        count.x = all.x;
        words.x = all.x + number;
    }
    return {words, count};
}

void put_properties(Xml& xml, const Rect* box) {
    const auto properties = xml.element("p:spPr");
    if (box != nullptr) put_transform(xml, *box);
}

}  // namespace

Place place_of(const Region& region, std::size_t number) {
    return region.name == "title" ? Place{"title", 0} : Place{"body", index_of(number)};
}

Xml::Element part_root(Xml& xml, std::string_view name) {
    return xml.element(name, {{"xmlns:a", ooxml::xmlns::drawing},
                              {"xmlns:r", ooxml::xmlns::relationships},
                              {"xmlns:p", main_space}});
}

void put_tree_head(Xml& xml) {
    {
        const auto own = xml.element("p:nvGrpSpPr");
        xml.leaf("p:cNvPr", {{"id", "1"}, {"name", ""}});
        xml.leaf("p:cNvGrpSpPr");
        xml.leaf("p:nvPr");
    }
    xml.leaf("p:grpSpPr");
}

void put_placeholder(Xml& xml, int id, std::string_view name, const Place& place) {
    const auto own = xml.element("p:nvSpPr");
    xml.leaf("p:cNvPr", {{"id", val(id)}, {"name", name}});
    {
        const auto locks = xml.element("p:cNvSpPr");
        xml.leaf("a:spLocks", {{"noGrp", "1"}});
    }
    const auto more = xml.element("p:nvPr");
    if (place.index == 0)
        xml.leaf("p:ph", {{"type", place.type}});
    else if (place.type == "ftr" || place.type == "sldNum")
        xml.leaf("p:ph", {{"type", place.type}, {"sz", "quarter"}, {"idx", val(place.index)}});
    else
        xml.leaf("p:ph", {{"type", place.type}, {"idx", val(place.index)}});
}

void put_body(Xml& xml, int columns, std::string_view anchor) {
    const std::string gap = val(ooxml::emu(pt(18)));
    const auto body = columns > 1 ? xml.element("a:bodyPr", {{"vert", "horz"},
                                                             {"wrap", "square"},
                                                             {"lIns", "0"},
                                                             {"tIns", "0"},
                                                             {"rIns", "0"},
                                                             {"bIns", "0"},
                                                             {"numCol", val(columns)},
                                                             {"spcCol", gap},
                                                             {"anchor", anchor}})
                                  : xml.element("a:bodyPr", {{"vert", "horz"},
                                                             {"wrap", "square"},
                                                             {"lIns", "0"},
                                                             {"tIns", "0"},
                                                             {"rIns", "0"},
                                                             {"bIns", "0"},
                                                             {"anchor", anchor}});
    xml.leaf("a:normAutofit");
}

void put_decorative(Xml& xml) {
    const auto list = xml.element("a:extLst");
    const auto ext = xml.element("a:ext", {{"uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"}});
    xml.leaf("adec:decorative",
             {{"xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"}, {"val", "1"}});
}

void put_band(Xml& xml, const Deck& deck, int id, const Rect& box, Color fill) {
    const auto shape = xml.element("p:sp");
    {
        const auto own = xml.element("p:nvSpPr");
        {
            const auto named = xml.element("p:cNvPr", {{"id", val(id)}, {"name", "Ground"}});
            put_decorative(xml);
        }
        xml.leaf("p:cNvSpPr");
        const auto more = xml.element("p:nvPr", {{"userDrawn", "1"}});
    }
    const auto properties = xml.element("p:spPr");
    put_transform(xml, box);
    {
        const auto geometry = xml.element("a:prstGeom", {{"prst", "rect"}});
        xml.leaf("a:avLst");
    }
    put_fill(xml, deck.palette, fill);
    const auto line = xml.element("a:ln");
    xml.leaf("a:noFill");
}

void put_foot(Xml& xml, const Deck& deck, int& id, bool with_look) {
    const auto [words, count] = foot_boxes(deck);
    {
        const auto shape = xml.element("p:sp");
        put_placeholder(xml, id++, "Foot", {"ftr", 3});
        put_properties(xml, with_look ? &words : nullptr);
        const auto text = xml.element("p:txBody");
        put_body(xml, 1, "ctr");
        {
            const auto list = xml.element("a:lstStyle");
            if (with_look) put_levels(xml, deck, {deck.foot_look});
        }
        const auto p = xml.element("a:p");
        const auto run = xml.element("a:r");
        xml.leaf("a:rPr", {{"lang", deck.lang}});
        xml.words("a:t", deck.foot);
    }
    const auto shape = xml.element("p:sp");
    put_placeholder(xml, id++, "Number", {"sldNum", 4});
    put_properties(xml, with_look ? &count : nullptr);
    const auto text = xml.element("p:txBody");
    put_body(xml, 1, "ctr");
    {
        const auto list = xml.element("a:lstStyle");
        Level look = deck.foot_look;
        look.align = doc::Align::end;
        if (with_look) put_levels(xml, deck, {look});
    }
    const auto p = xml.element("a:p");
    const auto field =
        xml.element("a:fld", {{"id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"}, {"type", "slidenum"}});
    xml.leaf("a:rPr", {{"lang", deck.lang}});
    xml.words("a:t", "‹#›");
}

}  // namespace sayso::pptx
