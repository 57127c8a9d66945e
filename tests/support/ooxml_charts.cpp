// Rules of native charts: their cached values, their axes, and the workbook inside.
#include <cstring>

#include "support/ooxml_rules.h"

namespace sayso::test {
namespace {

/// How many cells a formula such as "Sheet1!$B$2:$B$13" names; 0 when it is none that we write.
long long cells_in(const std::string& formula) {
    std::string rows[2];
    const std::size_t sheet = formula.find('!');
    if (sheet == formula.npos) return 0;
    const std::string range = formula.substr(sheet + 1);
    const std::size_t colon = range.find(':');
    const auto row_of = [](const std::string& cell) {
        const std::size_t dollar = cell.rfind('$');
        return dollar == cell.npos ? -1 : whole(cell.c_str() + dollar + 1, -1);
    };
    const long long first = row_of(range.substr(0, colon));
    const long long last = colon == range.npos ? first : row_of(range.substr(colon + 1));
    return first < 1 || last < first ? 0 : last - first + 1;
}

void lint_cache(const std::string& part, pugi::xml_node reference, OfficeLint& lint) {
    for (const char* name : {"c:numCache", "c:strCache"}) {
        const pugi::xml_node cache = reference.child(name);
        if (!cache) continue;
        const long long count = whole(cache.child("c:ptCount").attribute("val").value(), -1);
        const std::string formula = reference.child("c:f").text().get();
        if (count != cells_in(formula)) lint.fault(part, "ptCount differs from the cells of " + formula);
        long long last = -1;
        for (const pugi::xml_node point : cache.children("c:pt")) {
            const long long index = whole(point.attribute("idx").value(), -1);
            if (index <= last || index >= count)
                lint.fault(part, "a point's idx is out of order or above ptCount");
            last = index;
        }
    }
}

void lint_axes(const std::string& part, pugi::xml_node plot, OfficeLint& lint) {
    std::set<std::string> axes;
    const auto is_axis = [](pugi::xml_node node) {
        for (const char* name : {"c:catAx", "c:valAx", "c:dateAx", "c:serAx"})
            if (std::strcmp(node.name(), name) == 0) return true;
        return false;
    };
    for (const pugi::xml_node node : plot.children()) {
        if (!is_axis(node)) continue;
        const char* const id = node.child("c:axId").attribute("val").value();
        if (whole(id, -1) < 0) lint.fault(part, std::string("an axId is \"") + id + "\"");
        if (!axes.insert(id).second) lint.fault(part, "two axes have one axId");
    }
    for (const pugi::xml_node node : plot.children()) {
        if (is_axis(node)) {
            if (!axes.contains(node.child("c:crossAx").attribute("val").value()))
                lint.fault(part, "an axis crosses one that is not there");
            continue;
        }
        std::size_t count = 0;
        for (const pugi::xml_node id : node.children("c:axId")) {
            ++count;
            if (!axes.contains(id.attribute("val").value()))
                lint.fault(part, std::string(node.name()) + " names an axId that no axis has");
        }
        const std::string name = node.name();
        if ((name == "c:barChart" || name == "c:lineChart" || name == "c:scatterChart") && count != 2)
            lint.fault(part, name + " has " + std::to_string(count) + " axes, not two");
    }
}

/// The cells of the first sheet, by name, as text.
std::map<std::string, std::string> cells_of(const OfficeFile& workbook) {
    std::map<std::string, std::string> out;
    std::vector<std::string> shared;
    for (const auto& [path, bytes] : workbook.parts)
        if (path.ends_with("sharedStrings.xml")) {
            pugi::xml_document xml;
            xml.load_string(bytes.c_str());
            for (const pugi::xml_node entry : xml.child("sst").children("si")) {
                std::string words;
                for (const pugi::xml_node text : all_of(entry, "t")) words += text.text().get();
                shared.push_back(words);
            }
        }
    for (const auto& [path, bytes] : workbook.parts) {
        if (!path.starts_with("xl/worksheets/") || !path.ends_with(".xml")) continue;
        pugi::xml_document xml;
        xml.load_string(bytes.c_str());
        for (const pugi::xml_node cell : all_of(xml, "c")) {
            const std::string type = cell.attribute("t").value();
            std::string value = cell.child("v").text().get();
            const auto index = static_cast<std::size_t>(whole(value.c_str(), -1));
            if (type == "s") value = index < shared.size() ? shared[index] : std::string();
            if (type == "inlineStr") value = cell.child("is").child("t").text().get();
            if (!value.empty()) out[cell.attribute("r").value()] = value;
        }
    }
    return out;
}

/// The cell `index` places below the first one that `formula` names: "Sheet1!$B$2:$B$13", 1 -> "B3".
std::string cell_at(const std::string& formula, long long index) {
    std::string cell = formula.substr(formula.find('!') + 1);
    cell = cell.substr(0, cell.find(':'));
    const std::size_t dollar = cell.rfind('$');
    if (cell.empty() || cell[0] != '$' || dollar == 0) return {};
    return cell.substr(1, dollar - 1) + std::to_string(whole(cell.c_str() + dollar + 1, 0) + index);
}

/// Every cached value is in its cell, and the cells of its range hold nothing that the cache does not.
void lint_values(const std::string& part, const OfficeFile& workbook, OfficeLint& lint) {
    const std::map<std::string, std::string> cells = cells_of(workbook);
    for (const char* kind : {"c:numRef", "c:strRef"})
        for (const pugi::xml_node reference : all_of(lint.xml[part], kind)) {
            const std::string formula = reference.child("c:f").text().get();
            std::map<std::string, std::string> cached;
            for (const pugi::xml_node point : all_of(reference, "c:pt"))
                cached[cell_at(formula, whole(point.attribute("idx").value(), 0))] =
                    point.child("c:v").text().get();
            for (long long i = 0; i < cells_in(formula); ++i) {
                const std::string name = cell_at(formula, i);
                const auto cell = cells.find(name);
                const auto value = cached.find(name);
                const bool in_sheet = cell != cells.end(), in_cache = value != cached.end();
                if (in_sheet != in_cache || (in_sheet && cell->second != value->second))
                    lint.fault(part, "cell " + name + " of the workbook differs from the chart's own value");
            }
        }
}

void lint_workbook(const std::string& part, OfficeLint& lint) {
    const pugi::xml_node external = lint.xml[part].child("c:chartSpace").child("c:externalData");
    if (!external) return lint.fault(part, "has no workbook");
    if (!external.child("c:autoUpdate")) lint.fault(part, "does not say autoUpdate");
    const OfficeRelationship* workbook = lint.file.relationship(part, external.attribute("r:id").value());
    if (!workbook || !lint.file.parts.contains(workbook->target)) return;
    if (!workbook->type.ends_with("/package")) lint.fault(part, "its workbook is related as something else");
    const OfficeFile inside = read_office(lint.file.parts.at(workbook->target));
    if (!inside.faults.empty() || inside.related("", "officeDocument").empty())
        return lint.fault(workbook->target, "is no workbook");
    lint_values(part, inside, lint);
}

}  // namespace

void lint_charts(OfficeLint& lint) {
    for (const std::string& part : lint.parts_of("drawingml.chart+xml")) {
        for (const char* kind : {"c:numRef", "c:strRef"})
            for (const pugi::xml_node reference : all_of(lint.xml[part], kind))
                lint_cache(part, reference, lint);
        for (const pugi::xml_node plot : all_of(lint.xml[part], "c:plotArea")) lint_axes(part, plot, lint);
        lint_workbook(part, lint);
    }
}

}  // namespace sayso::test
