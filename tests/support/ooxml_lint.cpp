#include "support/ooxml_lint.h"

#include <charconv>
#include <cstring>

#include "support/ooxml_rules.h"

namespace sayso::test {
namespace {

constexpr const char* decorative = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

bool is_xml(const std::string& path) {
    return path.ends_with(".xml") || path.ends_with(".rels");
}

void parse_parts(OfficeLint& lint) {
    for (const auto& [path, bytes] : lint.file.parts) {
        if (!is_xml(path)) continue;
        const pugi::xml_parse_result result = lint.xml[path].load_buffer(bytes.data(), bytes.size());
        if (!result) lint.fault(path, std::string("not well-formed: ") + result.description());
    }
}

void lint_types(OfficeLint& lint) {
    for (const auto& [path, type] : lint.file.overrides)
        if (!lint.file.parts.contains(path))
            lint.fault("[Content_Types].xml", "names " + path + ", which is not there");
    for (const auto& [path, bytes] : lint.file.parts) {
        if (path == "[Content_Types].xml") continue;
        const std::string type = lint.file.type_of(path);
        if (type.empty() || (type == "application/xml" && path.ends_with(".xml")))
            lint.fault(path, "has no content type of its own");
    }
}

/// What an element's id has to lead to, by the end of the relationship's type.
constexpr std::pair<const char*, const char*> expected_kinds[] = {
    {"p:sldMasterId", "/slideMaster"},
    {"p:sldLayoutId", "/slideLayout"},
    {"p:sldId", "/slide"},
    {"p:notesMasterId", "/notesMaster"},
    {"c:chart", "/chart"},
    {"c:externalData", "/package"},
    {"a:blip", "/image"},
    {"w:hyperlink", "/hyperlink"},
    {"w:footerReference", "/footer"},
    {"sheet", "/worksheet"},
};

/// The part that an id in `part` leads to is there, and is what the element asks for.
void lint_reference(const std::string& part, pugi::xml_node node, const pugi::xml_attribute& attribute,
                    OfficeLint& lint) {
    const std::string id = std::string(attribute.name()) + "=\"" + attribute.value() + "\"";
    const OfficeRelationship* one = lint.file.relationship(part, attribute.value());
    if (!one) return lint.fault(part, id + " leads nowhere");
    for (const auto& [name, kind] : expected_kinds)
        if (std::strcmp(name, node.name()) == 0 && !one->type.ends_with(kind))
            lint.fault(part, std::string(name) + " " + id + " leads to another kind of part");
}

void lint_references(const std::string& part, pugi::xml_node node, OfficeLint& lint) {
    for (const pugi::xml_node child : node.children()) {
        for (const pugi::xml_attribute attribute : child.attributes())
            if (std::strncmp(attribute.name(), "r:", 2) == 0) lint_reference(part, child, attribute, lint);
        lint_references(part, child, lint);
    }
}

void lint_relationships(OfficeLint& lint) {
    for (const auto& [from, all] : lint.file.relationships) {
        if (!from.empty() && !lint.file.parts.contains(from))
            lint.fault(from, "has relationships and is not there");
        for (const OfficeRelationship& one : all)
            if (!one.outside && !lint.file.parts.contains(one.target))
                lint.fault(from.empty() ? "the package" : from,
                           "leads to " + one.target + ", which is not there");
    }
    for (const auto& [path, document] : lint.xml)
        if (!path.ends_with(".rels")) lint_references(path, document, lint);
}

void reach(const std::string& from, const OfficeFile& file, std::set<std::string>& reached) {
    const auto all = file.relationships.find(from);
    if (all == file.relationships.end()) return;
    for (const OfficeRelationship& one : all->second)
        if (!one.outside && reached.insert(one.target).second) reach(one.target, file, reached);
}

void lint_reach(OfficeLint& lint) {
    std::set<std::string> reached;
    reach("", lint.file, reached);
    for (const auto& [path, bytes] : lint.file.parts)
        if (path != "[Content_Types].xml" && !path.ends_with(".rels") && !reached.contains(path))
            lint.fault(path, "nothing leads to it");
}

void lint_properties(OfficeLint& lint) {
    for (const char* type : {"core-properties", "extended-properties"})
        if (lint.file.related("", type).size() != 1) lint.fault("the package", std::string("has no ") + type);
    for (const OfficeRelationship& core : lint.file.related("", "core-properties")) {
        const pugi::xml_node properties = lint.xml[core.target].child("cp:coreProperties");
        if (!*properties.child("dc:title").text().get()) lint.fault(core.target, "there is no title");
        for (const char* leftover : {"cp:lastModifiedBy", "cp:revision", "cp:lastPrinted"})
            if (properties.child(leftover)) lint.fault(core.target, std::string("holds ") + leftover);
    }
}

}  // namespace

std::vector<std::string> OfficeLint::parts_of(std::string_view type_end) const {
    std::vector<std::string> out;
    for (const auto& [path, bytes] : file.parts)
        if (file.type_of(path).ends_with(type_end)) out.push_back(path);
    return out;
}

std::vector<pugi::xml_node> all_of(pugi::xml_node node, const char* name) {
    std::vector<pugi::xml_node> out;
    for (const pugi::xml_node child : node.children()) {
        if (std::strcmp(child.name(), name) == 0) out.push_back(child);
        for (const pugi::xml_node below : all_of(child, name)) out.push_back(below);
    }
    return out;
}

long long whole(const char* text, long long fallback) {
    const char* const end = text + std::strlen(text);
    long long value = 0;
    const auto [read, fault] = std::from_chars(text, end, value);
    return fault == std::errc{} && read == end && read != text ? value : fallback;
}

void lint_description(const std::string& part, pugi::xml_node properties, OfficeLint& lint) {
    if (*properties.attribute("descr").value()) return;
    for (const pugi::xml_node extension : all_of(properties, "a:ext"))
        if (std::strcmp(extension.attribute("uri").value(), decorative) == 0) return;
    lint.fault(part, std::string("\"") + properties.attribute("name").value() +
                         "\" has no description and is not marked as decorative");
}

void lint_package(OfficeLint& lint) {
    parse_parts(lint);
    lint_types(lint);
    lint_relationships(lint);
    lint_reach(lint);
    lint_properties(lint);
}

std::vector<std::string> office_faults(std::string_view bytes) {
    const OfficeFile file = read_office(bytes);
    OfficeLint lint{file};
    lint.faults = file.faults;
    if (file.parts.empty()) return lint.faults;
    lint_package(lint);
    lint_slides(lint);
    lint_charts(lint);
    lint_words(lint);
    return lint.faults;
}

}  // namespace sayso::test
