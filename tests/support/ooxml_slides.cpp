// Rules of presentations: masters and layouts, ids, titles, tables, connectors, notes, sections.
#include <algorithm>
#include <cstring>

#include "support/ooxml_rules.h"

namespace sayso::test {
namespace {

using Nodes = std::vector<pugi::xml_node>;

constexpr const char* order_in_presentation[] = {
    "p:sldMasterIdLst", "p:notesMasterIdLst", "p:handoutMasterIdLst", "p:sldIdLst", "p:sldSz",
    "p:notesSz",        "p:defaultTextStyle", "p:modifyVerifier",     "p:extLst"};

/// Exactly one relationship of this type.
void lint_one(const std::string& part, const char* type, OfficeLint& lint) {
    const std::size_t count = lint.file.related(part, type).size();
    if (count != 1)
        lint.fault(part, "leads to " + std::to_string(count) + " parts of type " + type + ", not one");
}

void lint_order(const std::string& part, pugi::xml_node presentation, OfficeLint& lint) {
    std::size_t last = 0;
    for (const pugi::xml_node child : presentation.children()) {
        const auto* const found = std::ranges::find_if(
            order_in_presentation, [&](const char* name) { return std::strcmp(name, child.name()) == 0; });
        const auto place = static_cast<std::size_t>(found - std::begin(order_in_presentation));
        if (place < last) lint.fault(part, std::string(child.name()) + " stands too late");
        last = std::max(last, place);
    }
}

void lint_ids(const std::string& part, pugi::xml_node presentation, OfficeLint& lint) {
    std::set<long long> masters_and_layouts, slides;
    const auto add = [&](const std::string& where, pugi::xml_node node, std::set<long long>& pool,
                         long long least) {
        const long long id = whole(node.attribute("id").value(), -1);
        if (id < least || id > 0xFFFFFFFFLL)
            lint.fault(where, std::string(node.name()) + " has an id out of its range");
        if (!pool.insert(id).second) lint.fault(where, std::string(node.name()) + " has the id of another");
    };
    for (const pugi::xml_node node : all_of(presentation, "p:sldMasterId"))
        add(part, node, masters_and_layouts, 1LL << 31);
    for (const std::string& master : lint.parts_of("slideMaster+xml"))
        for (const pugi::xml_node node : all_of(lint.xml[master], "p:sldLayoutId"))
            add(master, node, masters_and_layouts, 1LL << 31);
    for (const pugi::xml_node node : all_of(presentation, "p:sldId")) add(part, node, slides, 256);
}

void lint_sections(const std::string& part, pugi::xml_node presentation, OfficeLint& lint) {
    std::set<std::string> slides, placed;
    for (const pugi::xml_node node : all_of(presentation, "p:sldId"))
        slides.insert(node.attribute("id").value());
    const Nodes entries = all_of(presentation, "p14:sldId");
    for (const pugi::xml_node entry : entries) {
        const std::string id = entry.attribute("id").value();
        if (!slides.contains(id)) lint.fault(part, "a section holds slide " + id + ", which is not there");
        if (!placed.insert(id).second) lint.fault(part, "slide " + id + " is in two sections");
    }
    if (!entries.empty() && placed.size() < slides.size()) lint.fault(part, "a slide is in no section");
}

void lint_presentation(const std::string& part, OfficeLint& lint) {
    const pugi::xml_node presentation = lint.xml[part].child("p:presentation");
    for (const char* type : {"presProps", "viewProps", "theme", "tableStyles"}) lint_one(part, type, lint);
    lint_order(part, presentation, lint);
    lint_ids(part, presentation, lint);
    lint_sections(part, presentation, lint);
    const bool notes = !lint.parts_of("notesSlide+xml").empty();
    if (notes && all_of(presentation, "p:notesMasterId").empty())
        lint.fault(part, "there are notes and no master of notes");
}

void lint_masters(OfficeLint& lint) {
    std::set<std::string> themes;
    for (const char* kind : {"slideMaster+xml", "notesMaster+xml"})
        for (const std::string& master : lint.parts_of(kind)) {
            lint_one(master, "theme", lint);
            for (const OfficeRelationship& theme : lint.file.related(master, "theme"))
                if (!themes.insert(theme.target).second)
                    lint.fault(master, "shares its theme with another master");
        }
    for (const std::string& layout : lint.parts_of("slideLayout+xml")) {
        lint_one(layout, "slideMaster", lint);
        for (const OfficeRelationship& master : lint.file.related(layout, "slideMaster")) {
            const auto back = lint.file.related(master.target, "slideLayout");
            if (std::ranges::find(back, layout, &OfficeRelationship::target) == back.end())
                lint.fault(layout, "its master does not know it");
        }
    }
    for (const std::string& master : lint.parts_of("slideMaster+xml"))
        if (all_of(lint.xml[master], "p:sldLayoutId").size() !=
            lint.file.related(master, "slideLayout").size())
            lint.fault(master, "its list of layouts differs from the layouts that it leads to");
    for (const std::string& notes : lint.parts_of("notesSlide+xml")) {
        lint_one(notes, "notesMaster", lint);
        lint_one(notes, "slide", lint);
    }
}

std::set<std::string> lint_shape_ids(const std::string& part, OfficeLint& lint) {
    std::set<std::string> ids;
    for (const pugi::xml_node shape : all_of(lint.xml[part], "p:cNvPr")) {
        const std::string id = shape.attribute("id").value();
        if (whole(id.c_str(), 0) < 1) lint.fault(part, "a shape's id is \"" + id + "\"");
        if (!ids.insert(id).second) lint.fault(part, "two shapes have the id " + id);
    }
    return ids;
}

void lint_connectors(const std::string& part, const std::set<std::string>& ids, OfficeLint& lint) {
    for (const char* name : {"a:stCxn", "a:endCxn"})
        for (const pugi::xml_node end : all_of(lint.xml[part], name))
            if (!ids.contains(end.attribute("id").value()))
                lint.fault(part, std::string(name) + " is glued to a shape that is not there");
}

void lint_extents(const std::string& part, OfficeLint& lint) {
    const auto whole_or_fault = [&](pugi::xml_node node, const char* attribute, long long least) {
        const pugi::xml_attribute value = node.attribute(attribute);
        if (value && (!is_whole(value.value()) || whole(value.value(), -1) < least))
            lint.fault(part, std::string(node.name()) + " " + attribute + "=\"" + value.value() + "\"");
    };
    for (const char* name : {"a:ext", "a:chExt"})
        for (const pugi::xml_node node : all_of(lint.xml[part], name))
            for (const char* attribute : {"cx", "cy"}) whole_or_fault(node, attribute, 0);
    for (const char* name : {"a:off", "a:chOff"})
        for (const pugi::xml_node node : all_of(lint.xml[part], name))
            for (const char* attribute : {"x", "y"}) whole_or_fault(node, attribute, -(1LL << 40));
}

void lint_tables(const std::string& part, OfficeLint& lint) {
    for (const pugi::xml_node table : all_of(lint.xml[part], "a:tbl")) {
        const std::size_t columns = all_of(table.child("a:tblGrid"), "a:gridCol").size();
        if (!table.child("a:tblPr").attribute("firstRow").as_bool())
            lint.fault(part, "a table has no header row");
        for (const pugi::xml_node row : table.children("a:tr")) {
            std::size_t cells = 0;
            for (const pugi::xml_node cell : row.children("a:tc")) {
                ++cells;
                if (!cell.child("a:txBody")) lint.fault(part, "a cell of a table has no body");
            }
            if (cells != columns)
                lint.fault(part, "a row has " + std::to_string(cells) + " cells for " +
                                     std::to_string(columns) + " columns");
        }
    }
}

std::string words_of(pugi::xml_node node) {
    std::string out;
    for (const pugi::xml_node text : all_of(node, "a:t")) out += text.text().get();
    return out;
}

std::string lint_title(const std::string& part, OfficeLint& lint) {
    std::string title;
    int titles = 0;
    for (const pugi::xml_node shape : all_of(lint.xml[part], "p:sp")) {
        const std::string type =
            shape.child("p:nvSpPr").child("p:nvPr").child("p:ph").attribute("type").value();
        if (type != "title" && type != "ctrTitle") continue;
        ++titles;
        title = words_of(shape);
    }
    if (titles > 1) lint.fault(part, "has two titles");
    if (titles == 1 && title.empty()) lint.fault(part, "its title is empty");
    if (titles == 0) lint.fault(part, "has no title");
    return title;
}

void lint_words_of_slide(const std::string& part, OfficeLint& lint) {
    for (const pugi::xml_node run : all_of(lint.xml[part], "a:r"))
        if (!*run.child("a:rPr").attribute("lang").value())
            lint.fault(part, std::string("\"") + run.child("a:t").text().get() + "\" has no language");
    for (const char* name : {"p:pic", "p:graphicFrame"})
        for (const pugi::xml_node shape : all_of(lint.xml[part], name))
            for (const char* properties : {"p:nvPicPr", "p:nvGraphicFramePr"})
                if (const pugi::xml_node holder = shape.child(properties))
                    lint_description(part, holder.child("p:cNvPr"), lint);
}

/// Colours and fonts are the theme's alone, so that a changed theme changes every slide.
void lint_looks(const std::string& part, pugi::xml_node node, OfficeLint& lint) {
    constexpr const char* own_colors[] = {"a:srgbClr", "a:sysClr", "a:prstClr", "a:scrgbClr", "a:hslClr"};
    const bool is_color = std::ranges::any_of(
        own_colors, [&](const char* name) { return std::strcmp(name, node.name()) == 0; });
    if (is_color) lint.fault(part, std::string("has a colour of its own, ") + node.attribute("val").value());
    const std::string font = node.attribute("typeface").value();
    if (!font.empty() && font[0] != '+') lint.fault(part, "has a font of its own, " + font);
    for (const pugi::xml_node child : node.children()) lint_looks(part, child, lint);
}

}  // namespace

void lint_slides(OfficeLint& lint) {
    for (auto& [path, xml] : lint.xml)
        if (path.starts_with("ppt/") && !path.starts_with("ppt/theme/")) lint_looks(path, xml, lint);
    const std::vector<std::string> presentations = lint.parts_of("presentation.main+xml");
    if (presentations.empty()) return;
    lint_presentation(presentations[0], lint);
    lint_masters(lint);
    std::set<std::string> titles;
    for (const char* kind :
         {"slideMaster+xml", "slideLayout+xml", "notesMaster+xml", "notesSlide+xml", "slide+xml"})
        for (const std::string& part : lint.parts_of(kind)) {
            lint_connectors(part, lint_shape_ids(part, lint), lint);
            lint_extents(part, lint);
            lint_tables(part, lint);
        }
    for (const std::string& slide : lint.parts_of(".slide+xml")) {
        lint_one(slide, "slideLayout", lint);
        if (const std::string title = lint_title(slide, lint); !title.empty() && !titles.insert(title).second)
            lint.fault(slide, "has the title of another slide: \"" + title + "\"");
        lint_words_of_slide(slide, lint);
    }
}

}  // namespace sayso::test
