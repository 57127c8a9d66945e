// Rules of texts: styles, lists, footnotes, links, tables, content controls, figures.
#include <cstring>

#include "support/ooxml_rules.h"

namespace sayso::test {
namespace {

/// The values of an attribute of all elements of a name, each once; one that stands twice is a fault.
std::set<std::string> unique_ids(const std::string& part, pugi::xml_node root, const char* name,
                                 const char* attribute, OfficeLint& lint) {
    std::set<std::string> out;
    for (const pugi::xml_node node : all_of(root, name)) {
        const std::string id = node.attribute(attribute).value();
        if (!out.insert(id).second) lint.fault(part, std::string("two ") + name + " have the id " + id);
    }
    return out;
}

/// Every `name` in `root` refers to one of `known`.
void lint_uses(const std::string& part, pugi::xml_node root, const char* name, const char* attribute,
               const std::set<std::string>& known, OfficeLint& lint) {
    for (const pugi::xml_node node : all_of(root, name))
        if (!known.contains(node.attribute(attribute).value()))
            lint.fault(part, std::string(name) + " names \"" + node.attribute(attribute).value() +
                                 "\", which is not there");
}

void lint_styles(const std::string& part, pugi::xml_node root, const std::string& main, OfficeLint& lint) {
    std::set<std::string> known;
    for (const OfficeRelationship& styles : lint.file.related(main, "styles"))
        known = unique_ids(styles.target, lint.xml[styles.target], "w:style", "w:styleId", lint);
    for (const char* name : {"w:pStyle", "w:rStyle", "w:tblStyle"})
        lint_uses(part, root, name, "w:val", known, lint);
}

void lint_lists(const std::string& part, pugi::xml_node root, const std::string& main, OfficeLint& lint) {
    std::set<std::string> lists;
    for (const OfficeRelationship& numbering : lint.file.related(main, "numbering")) {
        const pugi::xml_node list = lint.xml[numbering.target];
        lists = unique_ids(numbering.target, list, "w:num", "w:numId", lint);
        const auto forms = unique_ids(numbering.target, list, "w:abstractNum", "w:abstractNumId", lint);
        for (const pugi::xml_node one : all_of(list, "w:num"))
            if (!forms.contains(one.child("w:abstractNumId").attribute("w:val").value()))
                lint.fault(numbering.target, "a list has a form that is not there");
    }
    lint_uses(part, root, "w:numId", "w:val", lists, lint);
}

void lint_footnotes(const std::string& part, pugi::xml_node root, const std::string& main, OfficeLint& lint) {
    std::set<std::string> known;
    for (const OfficeRelationship& notes : lint.file.related(main, "footnotes"))
        known = unique_ids(notes.target, lint.xml[notes.target], "w:footnote", "w:id", lint);
    lint_uses(part, root, "w:footnoteReference", "w:id", known, lint);
}

void lint_links(const std::string& part, pugi::xml_node root, OfficeLint& lint) {
    const std::set<std::string> anchors = unique_ids(part, root, "w:bookmarkStart", "w:name", lint);
    unique_ids(part, root, "w:bookmarkStart", "w:id", lint);
    for (const pugi::xml_node link : all_of(root, "w:hyperlink")) {
        const std::string anchor = link.attribute("w:anchor").value();
        if (!anchor.empty() && !anchors.contains(anchor))
            lint.fault(part, "a link leads to no bookmark: " + anchor);
        if (anchor.empty() && !link.attribute("r:id")) lint.fault(part, "a link leads nowhere");
    }
}

std::size_t cells_in(pugi::xml_node row) {
    std::size_t cells = 0;
    for (const pugi::xml_node cell : row.children("w:tc")) {
        const pugi::xml_node span = cell.child("w:tcPr").child("w:gridSpan");
        cells += span ? static_cast<std::size_t>(whole(span.attribute("w:val").value(), 1)) : 1;
    }
    return cells;
}

void lint_tables(const std::string& part, pugi::xml_node root, OfficeLint& lint) {
    for (const pugi::xml_node table : all_of(root, "w:tbl")) {
        const std::size_t columns = all_of(table.child("w:tblGrid"), "w:gridCol").size();
        if (all_of(table, "w:tblHeader").empty()) lint.fault(part, "a table has no header row that repeats");
        for (const pugi::xml_node row : table.children("w:tr"))
            if (cells_in(row) != columns) lint.fault(part, "a row's cells differ from the table's columns");
        for (const pugi::xml_node cell : all_of(table, "w:tc"))
            if (std::strcmp(cell.last_child().name(), "w:p") != 0)
                lint.fault(part, "a cell of a table does not end in a paragraph");
    }
}

void lint_languages(const std::string& part, pugi::xml_node root, OfficeLint& lint) {
    for (const pugi::xml_node run : all_of(root, "w:r")) {
        const pugi::xml_node lang = run.child("w:rPr").child("w:lang");
        if (run.child("w:t") && !lang)
            lint.fault(part, std::string("\"") + run.child("w:t").text().get() + "\" has no language");
    }
}

void lint_controls(const std::string& part, pugi::xml_node root, OfficeLint& lint) {
    std::set<std::string> ids;
    for (const pugi::xml_node control : all_of(root, "w:sdt")) {
        const std::string id = control.child("w:sdtPr").child("w:id").attribute("w:val").value();
        if (id.empty() || !ids.insert(id).second)
            lint.fault(part, "two content controls have the id \"" + id + "\"");
        if (!control.child("w:sdtContent")) lint.fault(part, "a content control is empty");
    }
}

void lint_figures(const std::string& part, pugi::xml_node root, OfficeLint& lint) {
    unique_ids(part, root, "wp:docPr", "id", lint);
    for (const pugi::xml_node figure : all_of(root, "wp:docPr")) lint_description(part, figure, lint);
    for (const char* name : {"wp:extent", "a:ext"})
        for (const pugi::xml_node extent : all_of(root, name))
            for (const char* side : {"cx", "cy"})
                if (const pugi::xml_attribute value = extent.attribute(side);
                    value && whole(value.value(), 0) <= 0)
                    lint.fault(part, std::string(name) + " " + side + "=\"" + value.value() + "\"");
}

}  // namespace

void lint_words(OfficeLint& lint) {
    const std::vector<std::string> texts = lint.parts_of("wordprocessingml.document.main+xml");
    if (texts.empty()) return;
    const std::string& main = texts[0];
    for (const char* type : {"styles", "settings", "fontTable", "theme"})
        if (lint.file.related(main, type).size() != 1) lint.fault(main, std::string("has no ") + type);
    for (const char* kind : {"document.main+xml", "footnotes+xml", "header+xml", "footer+xml"})
        for (const std::string& part : lint.parts_of(kind)) {
            const pugi::xml_node root = lint.xml[part];
            lint_styles(part, root, main, lint);
            lint_lists(part, root, main, lint);
            lint_footnotes(part, root, main, lint);
            lint_links(part, root, lint);
            lint_tables(part, root, lint);
            lint_languages(part, root, lint);
            lint_figures(part, root, lint);
            lint_controls(part, root, lint);
        }
}

}  // namespace sayso::test
