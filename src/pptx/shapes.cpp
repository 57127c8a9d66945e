#include "pptx/shapes.h"

#include <algorithm>
#include <cmath>

#include "ooxml/package.h"
#include "ooxml/units.h"
#include "pptx/text.h"

namespace sayso::pptx {

using ooxml::val;

namespace {

/// Of the foot's width, at its end: the number.
constexpr double number_share = 0.15;

std::pair<Rect, Rect> foot_boxes(const Layout& layout, bool rtl) {
    const Rect& all = layout.foot_box;
    const Length number = all.width * number_share;
    Rect words{all.x, all.y, all.width - number, all.height},
        count{all.right() - number, all.y, number, all.height};
    if (rtl) {
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

void put_body(Xml& xml, int columns, std::string_view anchor, const Edges& inset) {
    const std::string gap = val(ooxml::emu(pt(18))), left = val(ooxml::emu(inset.left)),
                      top = val(ooxml::emu(inset.top)), right = val(ooxml::emu(inset.right)),
                      bottom = val(ooxml::emu(inset.bottom)), count = val(std::max(columns, 1));
    const auto body = xml.element("a:bodyPr", {{"vert", "horz"},
                                               {"wrap", "square"},
                                               {"lIns", left},
                                               {"tIns", top},
                                               {"rIns", right},
                                               {"bIns", bottom},
                                               {"numCol", count},
                                               {"spcCol", gap},
                                               {"anchor", anchor}});
    xml.leaf("a:normAutofit");
}

void put_picture_name(Xml& xml, const doc::Figure& figure, int& id) {
    const std::string name = "Picture " + val(id), number = val(id);
    ++id;
    const auto named = figure.decorative
                           ? xml.element("p:cNvPr", {{"id", number}, {"name", name}})
                           : xml.element("p:cNvPr", {{"id", number}, {"name", name}, {"descr", figure.alt}});
    if (figure.decorative) put_decorative(xml);
}

void put_group_transform(Xml& xml, const Rect& box, const Rect& inner) {
    const auto transform = xml.element("a:xfrm");
    xml.leaf("a:off", {{"x", val(ooxml::emu(box.x))}, {"y", val(ooxml::emu(box.y))}});
    xml.leaf("a:ext", {{"cx", val(ooxml::emu(box.width))}, {"cy", val(ooxml::emu(box.height))}});
    xml.leaf("a:chOff", {{"x", val(ooxml::emu(inner.x))}, {"y", val(ooxml::emu(inner.y))}});
    xml.leaf("a:chExt", {{"cx", val(ooxml::emu(inner.width))}, {"cy", val(ooxml::emu(inner.height))}});
}

void put_decorative(Xml& xml) {
    const auto list = xml.element("a:extLst");
    const auto ext = xml.element("a:ext", {{"uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"}});
    xml.leaf("adec:decorative",
             {{"xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"}, {"val", "1"}});
}

void put_outline(Xml& xml, const Rect& box, Length radius) {
    const bool round = radius > Length{};
    const auto outline = xml.element("a:prstGeom", {{"prst", round ? "roundRect" : "rect"}});
    const auto list = xml.element("a:avLst");
    // In hundred-thousandths of the shorter side, half at the most.
    const double share = std::min(radius / max(min(box.width, box.height), pt(0.1)), 0.5);
    if (round) xml.leaf("a:gd", {{"name", "adj"}, {"fmla", "val " + val(std::llround(share * 100'000))}});
}

void put_ground(Xml& xml, const Deck& deck, int id, const Ground& ground) {
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
    put_transform(xml, ground.box);
    put_outline(xml, ground.box, ground.radius);
    put_fill(xml, deck.palette, ground.fill);
    const auto line = xml.element("a:ln");
    xml.leaf("a:noFill");
}

void put_foot(Xml& xml, const Deck& deck, const Layout& layout, int& id, bool with_look) {
    const auto [words, count] = foot_boxes(layout, deck.rtl);
    {
        const auto shape = xml.element("p:sp");
        put_placeholder(xml, id++, "Foot", {"ftr", 3});
        put_properties(xml, with_look ? &words : nullptr);
        const auto text = xml.element("p:txBody");
        put_body(xml, 1, "ctr");
        {
            const auto list = xml.element("a:lstStyle");
            if (with_look) put_levels(xml, deck, {layout.foot_look});
        }
        const auto p = xml.element("a:p");
        const auto run = xml.element("a:r");
        xml.leaf("a:rPr", {{"lang", deck.lang}});
        xml.words("a:t", deck.foot);
    }
    if (!layout.count_look) return;
    const auto shape = xml.element("p:sp");
    put_placeholder(xml, id++, "Number", {"sldNum", 4});
    put_properties(xml, with_look ? &count : nullptr);
    const auto text = xml.element("p:txBody");
    put_body(xml, 1, "ctr");
    {
        const auto list = xml.element("a:lstStyle");
        if (with_look) put_levels(xml, deck, {*layout.count_look});
    }
    const auto p = xml.element("a:p");
    const auto field =
        xml.element("a:fld", {{"id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"}, {"type", "slidenum"}});
    xml.leaf("a:rPr", {{"lang", deck.lang}});
    xml.words("a:t", "‹#›");
}

}  // namespace sayso::pptx
