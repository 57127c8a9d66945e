#include "pptx/parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/overload.h"
#include "ooxml/package.h"
#include "ooxml/units.h"
#include "pptx/chart.h"
#include "pptx/shapes.h"
#include "pptx/text.h"

namespace sayso::pptx {

using ooxml::val;

namespace {

constexpr std::int64_t first_slide = 256, first_master = 2'147'483'648;
/// Paper of the notes: A4.
constexpr Size notes_size{mm(190.5), mm(275.2)};

void put_color_map(Xml& xml) {
    xml.leaf("p:clrMap", {{"bg1", "lt1"},
                          {"tx1", "dk1"},
                          {"bg2", "lt2"},
                          {"tx2", "dk2"},
                          {"accent1", "accent1"},
                          {"accent2", "accent2"},
                          {"accent3", "accent3"},
                          {"accent4", "accent4"},
                          {"accent5", "accent5"},
                          {"accent6", "accent6"},
                          {"hlink", "hlink"},
                          {"folHlink", "folHlink"}});
}

void put_background(Xml& xml) {
    const auto background = xml.element("p:bg");
    const auto reference = xml.element("p:bgRef", {{"idx", "1001"}});
    xml.leaf("a:schemeClr", {{"val", "bg1"}});
}

/// Words to type over, as an editor shows an empty placeholder.
void put_prompt(Xml& xml, const Deck& deck, std::string_view words) {
    const auto p = xml.element("a:p");
    const auto run = xml.element("a:r");
    xml.leaf("a:rPr", {{"lang", deck.lang}});
    xml.words("a:t", words);
}

/// Sections as PowerPoint keeps them: an extension of Office 2010.
void put_sections(Xml& xml, const Deck& deck) {
    const auto list = xml.element("p:extLst");
    const auto ext = xml.element("p:ext", {{"uri", "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"}});
    const auto sections = xml.element(
        "p14:sectionLst", {{"xmlns:p14", "http://schemas.microsoft.com/office/powerpoint/2010/main"}});
    for (std::size_t first = 0, number = 1; first < deck.slides.size(); ++number) {
        std::size_t last = first;
        while (last < deck.slides.size() && deck.slides[last].section == deck.slides[first].section) ++last;
        const std::string& name = deck.slides[first].section;
        const auto section = xml.element(
            "p14:section", {{"name", name.empty() ? deck.title : name},
                            {"id", fmt::format("{{{:08X}-5A79-4F00-8000-000000000000}}", number)}});
        const auto ids = xml.element("p14:sldIdLst");
        for (; first < last; ++first)
            xml.leaf("p14:sldId", {{"id", val(first_slide + static_cast<std::int64_t>(first))}});
    }
}

void put_default_text(Xml& xml, const Deck& deck) {
    const auto text = xml.element("p:defaultTextStyle");
    const auto level = xml.element("a:defPPr");
    xml.leaf("a:defRPr", {{"lang", deck.lang}});
}

std::string_view type_of(const Region& region) {
    return region.name == "title" ? "title" : "body";
}

void put_region(Xml& xml, const Deck& deck, const Region& region, std::size_t number, int id) {
    const auto shape = xml.element("p:sp");
    put_placeholder(xml, id, region.name == "title" ? "Title" : region.name, place_of(region, number));
    {
        const auto properties = xml.element("p:spPr");
        put_transform(xml, region.box);
        put_outline(xml, region.box, region.radius);
        if (region.fill) put_fill(xml, deck.palette, *region.fill);
    }
    const auto text = xml.element("p:txBody");
    put_body(xml, region.columns, region.centred ? "ctr" : "t", region.inset);
    {
        const auto list = xml.element("a:lstStyle");
        put_levels(xml, deck, region.levels);
    }
    put_prompt(xml, deck, type_of(region) == "title" ? "Title" : "Text");
}

void put_notes_shapes(Xml& xml, const Deck& deck, const std::vector<std::string>* notes) {
    const bool is_master = notes == nullptr;
    const Length margin = mm(16), width = notes_size.width - margin * 2;
    const Length picture = width * (deck.size.height / deck.size.width);
    put_tree_head(xml);
    {
        const auto shape = xml.element("p:sp");
        put_placeholder(xml, 2, "Slide", {"sldImg", is_master ? 2 : 0});
        const auto properties = xml.element("p:spPr");
        if (is_master) {
            put_transform(xml, {margin, margin, width, picture});
            const auto geometry = xml.element("a:prstGeom", {{"prst", "rect"}});
            xml.leaf("a:avLst");
        }
    }
    const auto shape = xml.element("p:sp");
    put_placeholder(xml, 3, "Notes", {"body", is_master ? 3 : 1});
    {
        const auto properties = xml.element("p:spPr");
        if (is_master) {
            const Length top = margin * 1.5 + picture;
            put_transform(xml, {margin, top, width, notes_size.height - margin - top});
            const auto geometry = xml.element("a:prstGeom", {{"prst", "rect"}});
            xml.leaf("a:avLst");
        }
    }
    const auto text = xml.element("p:txBody");
    xml.leaf("a:bodyPr");
    xml.leaf("a:lstStyle");
    if (is_master) return put_prompt(xml, deck, "Notes");
    if (notes->empty()) xml.leaf("a:p");
    for (const std::string& line : *notes) put_prompt(xml, deck, line);
}

}  // namespace

std::string presentation_part(const Deck& deck, const std::string& master, const std::string& notes_master,
                              const std::vector<std::string>& slides) {
    Xml xml;
    {
        const auto root = part_root(xml, "p:presentation");
        {
            const auto list = xml.element("p:sldMasterIdLst");
            xml.leaf("p:sldMasterId", {{"id", val(first_master)}, {"r:id", master}});
        }
        {
            const auto list = xml.element("p:notesMasterIdLst");
            xml.leaf("p:notesMasterId", {{"r:id", notes_master}});
        }
        {
            const auto list = xml.element("p:sldIdLst");
            for (std::size_t i = 0; i < slides.size(); ++i)
                xml.leaf("p:sldId",
                         {{"id", val(first_slide + static_cast<std::int64_t>(i))}, {"r:id", slides[i]}});
        }
        xml.leaf("p:sldSz",
                 {{"cx", val(ooxml::emu(deck.size.width))}, {"cy", val(ooxml::emu(deck.size.height))}});
        xml.leaf("p:notesSz",
                 {{"cx", val(ooxml::emu(notes_size.width))}, {"cy", val(ooxml::emu(notes_size.height))}});
        put_default_text(xml, deck);
        put_sections(xml, deck);
    }
    return xml.take();
}

std::string master_part(const Deck& deck, const std::vector<std::string>& layouts) {
    Xml xml;
    {
        const auto root = part_root(xml, "p:sldMaster");
        {
            const auto common = xml.element("p:cSld");
            put_background(xml);
            const auto tree = xml.element("p:spTree");
            put_tree_head(xml);
            int id = 2;
            // The first layout with the parts of a slide stands for all: what others change, they say
            // themselves.
            for (const Layout& layout : deck.layouts) {
                if (!layout.used || layout.regions.size() < 2) continue;
                for (std::size_t i = 0; i < layout.regions.size(); ++i) {
                    if (layout.regions[i].name == "title") put_region(xml, deck, layout.regions[i], i, id++);
                    if (layout.regions[i].name == "main") {
                        Region body = layout.regions[i];
                        body.columns = 1;
                        put_region(xml, deck, body, i, id++);
                    }
                }
                break;
            }
            put_foot(xml, deck, deck.layouts.back(), id, true);
        }
        put_color_map(xml);
        {
            const auto list = xml.element("p:sldLayoutIdLst");
            for (std::size_t i = 0; i < layouts.size(); ++i)
                xml.leaf("p:sldLayoutId", {{"id", val(first_master + 1 + static_cast<std::int64_t>(i))},
                                           {"r:id", layouts[i]}});
        }
        const auto styles = xml.element("p:txStyles");
        for (const std::string_view kind : {"p:titleStyle", "p:bodyStyle", "p:otherStyle"}) {
            const auto style = xml.element(kind);
            const auto level = xml.element("a:lvl1pPr");
            const auto run = xml.element("a:defRPr");
            {
                const auto fill = xml.element("a:solidFill");
                xml.leaf("a:schemeClr", {{"val", kind == "p:titleStyle" ? "accent1" : "tx1"}});
            }
            xml.leaf("a:latin", {{"typeface", kind == "p:titleStyle" ? "+mj-lt" : "+mn-lt"}});
        }
    }
    return xml.take();
}

std::string layout_part(const Deck& deck, const Layout& layout) {
    Xml xml;
    {
        const auto root = part_root(xml, "p:sldLayout");
        {
            const auto common = xml.element("p:cSld", {{"name", layout.name}});
            const auto tree = xml.element("p:spTree");
            put_tree_head(xml);
            int id = 2;
            for (const doc::Decoration& band : layout.bands)
                put_ground(xml, deck, id++, {band.box, band.fill, band.radius});
            const bool has_cards = std::any_of(layout.regions.begin(), layout.regions.end(),
                                               [](const Region& region) { return region.fill.has_value(); });
            for (std::size_t i = 0; i < layout.regions.size(); ++i) {
                const Region& region = layout.regions[i];
                // Cards stand where its words would.
                if (has_cards && region.name == "main" && region.levels.empty()) continue;
                put_region(xml, deck, region, i, id++);
            }
            put_foot(xml, deck, layout, id, true);
        }
        const auto map = xml.element("p:clrMapOvr");
        xml.leaf("a:masterClrMapping");
    }
    return xml.take();
}

std::string notes_master_part(const Deck& deck) {
    Xml xml;
    {
        const auto root = part_root(xml, "p:notesMaster");
        {
            const auto common = xml.element("p:cSld");
            put_background(xml);
            const auto tree = xml.element("p:spTree");
            put_notes_shapes(xml, deck, nullptr);
        }
        put_color_map(xml);
    }
    return xml.take();
}

std::string notes_part(const Deck& deck, const Slide& slide) {
    Xml xml;
    {
        const auto root = part_root(xml, "p:notes");
        {
            const auto common = xml.element("p:cSld");
            const auto tree = xml.element("p:spTree");
            put_notes_shapes(xml, deck, &slide.notes);
        }
        const auto map = xml.element("p:clrMapOvr");
        xml.leaf("a:masterClrMapping");
    }
    return xml.take();
}

std::string presentation_properties_part() {
    Xml xml;
    { const auto root = part_root(xml, "p:presentationPr"); }
    return xml.take();
}

std::string view_properties_part() {
    Xml xml;
    { const auto root = part_root(xml, "p:viewPr"); }
    return xml.take();
}

std::string table_styles_part() {
    Xml xml;
    xml.leaf("a:tblStyleLst", {{"xmlns:a", ooxml::xmlns::drawing}, {"def", table_style}});
    return xml.take();
}

}  // namespace sayso::pptx
