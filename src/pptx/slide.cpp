// What stands on one slide: words in placeholders, pictures, charts, tables.
#include <algorithm>

#include <fmt/format.h>

#include "diagram/picture.h"
#include "ooxml/units.h"
#include "pptx/chart.h"
#include "pptx/freeform.h"
#include "pptx/shapes.h"
#include "pptx/text.h"

namespace sayso::pptx {

using ooxml::val;

namespace {

class SlideWriter {
  public:
    SlideWriter(Xml& xml, const Deck& deck, const Slide& slide, const Ways& ways)
        : xml_(xml), deck_(deck), slide_(slide), ways_(ways) {}

    void shapes() {
        for (const Shape& shape : slide_.shapes) std::visit([&](const auto& one) { put(one); }, shape);
        put_foot(xml_, deck_, deck_.layouts[slide_.layout], id_, false);
    }

  private:
    void put(const Words& words) {
        const Region& region = deck_.layouts[slide_.layout].regions[words.region];
        const std::string name = words.is_title ? "Title" : fmt::format("{} {}", region.name, id_);
        const auto shape = xml_.element("p:sp");
        put_placeholder(xml_, id_++, name, place_of(region, words.region));
        {
            const auto properties = xml_.element("p:spPr");
            if (words.box) put_transform(xml_, *words.box);
        }
        const auto text = xml_.element("p:txBody");
        {
            const auto body = xml_.element("a:bodyPr");
            xml_.leaf("a:normAutofit");
        }
        xml_.leaf("a:lstStyle");
        put_paragraphs(xml_, deck_, words.paragraphs, ways_);
    }

    void put(const Ground& ground) { put_ground(xml_, deck_, id_++, ground); }

    void put(const Figure& figure) {
        if (std::holds_alternative<std::shared_ptr<const diagram::Picture>>(figure.figure->model))
            return put_diagram(xml_, deck_, figure, id_);
        if (figure.plot) return put_chart(figure);
        if (is_freeform(deck_, *figure.figure)) return put_freeforms(xml_, deck_, figure, id_);
        const std::string& way = ways_.pictures[picture_++];
        const auto shape = xml_.element("p:pic");
        {
            const auto own = xml_.element("p:nvPicPr");
            put_picture_name(xml_, *figure.figure, id_);
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

}  // namespace

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

}  // namespace sayso::pptx
