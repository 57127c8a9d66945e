#include "pptx/parts.h"

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
constexpr std::string_view table_style = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}";
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

Place place_of(const Region& region, std::size_t number) {
    return region.name == "title" ? Place{"title", 0} : Place{"body", index_of(number)};
}

void put_region(Xml& xml, const Deck& deck, const Region& region, std::size_t number, int id) {
    const auto shape = xml.element("p:sp");
    put_placeholder(xml, id, region.name == "title" ? "Title" : region.name, place_of(region, number));
    {
        const auto properties = xml.element("p:spPr");
        put_transform(xml, region.box);
        const auto geometry = xml.element("a:prstGeom", {{"prst", "rect"}});
        xml.leaf("a:avLst");
    }
    const auto text = xml.element("p:txBody");
    put_body(xml, region.columns);
    {
        const auto list = xml.element("a:lstStyle");
        put_levels(xml, deck, region.levels);
    }
    put_prompt(xml, deck, type_of(region) == "title" ? "Title" : "Text");
}

// Slides
// ----------------------------------------------------------------------------------------------------
class SlideWriter {
  public:
    SlideWriter(Xml& xml, const Deck& deck, const Slide& slide, const Ways& ways)
        : xml_(xml), deck_(deck), slide_(slide), ways_(ways) {}

    void shapes() {
        for (const Shape& shape : slide_.shapes) std::visit([&](const auto& one) { put(one); }, shape);
        put_foot(xml_, deck_, id_, false);
    }

  private:
    void put(const Words& words) {
        const Region& region = deck_.layouts[slide_.layout].regions[words.region];
        const std::string name = words.is_title ? "Title" : fmt::format("{} {}", region.name, id_);
        const auto shape = xml_.element("p:sp");
        put_placeholder(xml_, id_++, name, place_of(region, words.region));
        xml_.leaf("p:spPr");
        const auto text = xml_.element("p:txBody");
        {
            const auto body = xml_.element("a:bodyPr");
            xml_.leaf("a:normAutofit");
        }
        xml_.leaf("a:lstStyle");
        put_paragraphs(xml_, deck_, words.paragraphs, ways_);
    }

    void put(const Figure& figure) {
        if (std::holds_alternative<std::shared_ptr<const diagram::Picture>>(figure.figure->model))
            return put_diagram(xml_, deck_, figure, id_);
        if (figure.plot) return put_chart(figure);
        const std::string& way = ways_.pictures[picture_++];
        const auto shape = xml_.element("p:pic");
        {
            const auto own = xml_.element("p:nvPicPr");
            {
                const std::string name = fmt::format("Picture {}", id_);
                const std::string number = val(id_++);
                const auto named =
                    figure.figure->decorative
                        ? xml_.element("p:cNvPr", {{"id", number}, {"name", name}})
                        : xml_.element("p:cNvPr",
                                       {{"id", number}, {"name", name}, {"descr", figure.figure->alt}});
                if (figure.figure->decorative) put_decorative(xml_);
            }
            {
                const auto locks = xml_.element("p:cNvPicPr");
                xml_.leaf("a:picLocks", {{"noChangeAspect", "1"}});
            }
            xml_.leaf("p:nvPr");
        }
        {
            const auto fill = xml_.element("p:blipFill");
            xml_.leaf("a:blip", {{"r:embed", way}});
            const auto stretch = xml_.element("a:stretch");
            xml_.leaf("a:fillRect");
        }
        const auto properties = xml_.element("p:spPr");
        put_transform(xml_, figure.box);
        const auto geometry = xml_.element("a:prstGeom", {{"prst", "rect"}});
        xml_.leaf("a:avLst");
    }

    /// What a table and a chart say of themselves first.
    void frame_head(std::string_view kind, std::string_view description, const Rect& box) {
        {
            const auto own = xml_.element("p:nvGraphicFramePr");
            xml_.leaf("p:cNvPr",
                      {{"id", val(id_)}, {"name", fmt::format("{} {}", kind, id_)}, {"descr", description}});
            ++id_;
            {
                const auto locks = xml_.element("p:cNvGraphicFramePr");
                xml_.leaf("a:graphicFrameLocks", {{"noGrp", "1"}});
            }
            xml_.leaf("p:nvPr");
        }
        const auto transform = xml_.element("p:xfrm");
        xml_.leaf("a:off", {{"x", val(ooxml::emu(box.x))}, {"y", val(ooxml::emu(box.y))}});
        xml_.leaf("a:ext", {{"cx", val(ooxml::emu(box.width))}, {"cy", val(ooxml::emu(box.height))}});
    }

    void put_chart(const Figure& figure) {
        const auto shape = xml_.element("p:graphicFrame");
        frame_head("Chart", figure.figure->alt, figure.box);
        const auto graphic = xml_.element("a:graphic");
        const auto data = xml_.element("a:graphicData", {{"uri", chart_space}});
        xml_.leaf("c:chart", {{"xmlns:c", chart_space}, {"r:id", ways_.charts[chart_++]}});
    }

    void put(const Table& table) {
        const auto shape = xml_.element("p:graphicFrame");
        frame_head("Table", slide_.title, table.box);
        const auto graphic = xml_.element("a:graphic");
        const auto data = xml_.element("a:graphicData",
                                       {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/table"}});
        const auto grid = xml_.element("a:tbl");
        {
            const auto properties =
                xml_.element("a:tblPr", {{"firstRow", "1"}, {"rtl", deck_.rtl ? "1" : "0"}});
            xml_.words("a:tableStyleId", table_style);
        }
        rows(table);
    }

    void rows(const Table& table) {
        double shares = 0;
        for (const double share : table.widths) shares += share;
        {
            const auto columns = xml_.element("a:tblGrid");
            for (const double share : table.widths)
                xml_.leaf("a:gridCol",
                          {{"w", val(ooxml::emu(table.box.width * (share / std::max(shares, 1e-9))))}});
        }
        const Length height = table.box.height / static_cast<double>(table.rows.size());
        for (const auto& row : table.rows) {
            const auto line = xml_.element("a:tr", {{"h", val(ooxml::emu(height))}});
            for (std::size_t column = 0; column < table.widths.size(); ++column) {
                const auto cell = xml_.element("a:tc");
                {
                    const auto text = xml_.element("a:txBody");
                    xml_.leaf("a:bodyPr");
                    {
                        const auto list = xml_.element("a:lstStyle");
                        put_levels(xml_, deck_, table.levels);
                    }
                    const bool any = column < row.size() && !row[column].empty();
                    if (any)
                        put_paragraphs(xml_, deck_, row[column], ways_);
                    else
                        xml_.leaf("a:p");
                }
                xml_.leaf("a:tcPr");
            }
        }
    }

    Xml& xml_;
    const Deck& deck_;
    const Slide& slide_;
    const Ways& ways_;
    std::size_t picture_ = 0, chart_ = 0;
    int id_ = 2;
};

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
            put_foot(xml, deck, id, true);
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
            for (const doc::Decoration& band : layout.bands) put_band(xml, deck, id++, band.box, band.fill);
            for (std::size_t i = 0; i < layout.regions.size(); ++i)
                put_region(xml, deck, layout.regions[i], i, id++);
            put_foot(xml, deck, id, true);
        }
        const auto map = xml.element("p:clrMapOvr");
        xml.leaf("a:masterClrMapping");
    }
    return xml.take();
}

std::string slide_part(const Deck& deck, const Slide& slide, const Ways& ways) {
    Xml xml;
    {
        const auto root = part_root(xml, "p:sld");
        {
            const auto common = xml.element("p:cSld");
            const auto tree = xml.element("p:spTree");
            put_tree_head(xml);
            SlideWriter(xml, deck, slide, ways).shapes();
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
