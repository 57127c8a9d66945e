#include "ooxml/package.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "ooxml/xml.h"

namespace sayso::ooxml {
namespace {

constexpr std::string_view package_xmlns = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view relationships_type = "application/vnd.openxmlformats-package.relationships+xml";
constexpr std::string_view core_type = "application/vnd.openxmlformats-package.core-properties+xml";
constexpr std::string_view app_type = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

std::string in_package(std::string_view name) {
    return std::string(package_xmlns) + std::string(name);
}

/// "word/document.xml" -> "word/_rels/document.xml.rels"; "" -> "_rels/.rels".
std::string relationships_path(const std::string& from) {
    const std::size_t slash = from.rfind('/');
    const std::size_t name = slash == from.npos ? 0 : slash + 1;
    return from.substr(0, name) + "_rels/" + from.substr(name) + ".rels";
}

std::string_view ending_of(std::string_view path) {
    return path.substr(path.rfind('.') + 1);
}

/// "2026-11-22T00:00:00Z". ISO 8601 as W3CDTF.
std::string moment(std::int64_t seconds) {
    constexpr std::int64_t first = -62'135'596'800, last = 253'402'300'799;  // years 1 to 9999
    seconds = std::clamp(seconds, first, last);
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string core_properties(const Properties& properties) {
    Xml xml;
    {
        const auto root =
            xml.element("cp:coreProperties", {{"xmlns:cp", in_package("metadata/core-properties")},
                                              {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                              {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                                              {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
        const auto optional = [&](std::string_view name, const std::string& value) {
            if (!value.empty()) xml.words(name, value);
        };
        optional("dc:title", properties.title);
        optional("dc:subject", properties.subject);
        optional("dc:creator", properties.author);
        optional("cp:keywords", properties.keywords);
        optional("dc:language", properties.lang);
        const std::string when = moment(properties.created);
        xml.words("dcterms:created", when, {{"xsi:type", "dcterms:W3CDTF"}});
        xml.words("dcterms:modified", when, {{"xsi:type", "dcterms:W3CDTF"}});
    }
    return xml.take();
}

std::string app_properties(const Properties& properties) {
    Xml xml;
    {
        const auto root = xml.element("Properties", {{"xmlns",
                                                      "http://schemas.openxmlformats.org/officeDocument/2006/"
                                                      "extended-properties"}});
        xml.words("Application", properties.application);
    }
    return xml.take();
}

}  // namespace

std::string relative_path(std::string_view from, std::string_view to) {
    std::string out;
    while (true) {
        const std::size_t slash = from.find('/');
        if (slash == from.npos) break;
        if (out.empty() && to.substr(0, slash + 1) == from.substr(0, slash + 1))
            to.remove_prefix(slash + 1);
        else
            out += "../";
        from.remove_prefix(slash + 1);
    }
    return out += to;
}

void Package::add(std::string path, std::string_view content_type, std::string bytes) {
    parts_.push_back({std::move(path), std::string(content_type), std::move(bytes), nullptr});
}

void Package::add(std::string_view content_type, const ZipEntry& entry) {
    parts_.push_back({entry.path, std::string(content_type), {}, &entry});
}

void Package::default_type(std::string_view ending, std::string_view content_type) {
    defaults_[std::string(ending)] = content_type;
}

std::string Package::relate(const std::string& from, std::string_view type, const std::string& to) {
    return relate(from, {std::string(type), relative_path(from, to), false});
}

std::string Package::relate_outside(const std::string& from, std::string_view type,
                                    const std::string& address) {
    return relate(from, {std::string(type), address, true});
}

std::string Package::relate(const std::string& from, Relationship relationship) {
    std::vector<Relationship>& all = relationships_[from];
    // The same target twice is one relationship.
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].type == relationship.type && all[i].target == relationship.target)
            return "rId" + std::to_string(i + 1);
    all.push_back(std::move(relationship));
    return "rId" + std::to_string(all.size());
}

void Package::add_properties(const Properties& properties) {
    add("docProps/core.xml", core_type, core_properties(properties));
    add("docProps/app.xml", app_type, app_properties(properties));
    relate("", relationship::core_properties, "docProps/core.xml");
    relate("", relationship::extended_properties, "docProps/app.xml");
}

std::string Package::content_types() const {
    Xml xml;
    {
        const auto root = xml.element("Types", {{"xmlns", in_package("content-types")}});
        xml.leaf("Default", {{"Extension", "rels"}, {"ContentType", relationships_type}});
        xml.leaf("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
        for (const auto& [ending, type] : defaults_)
            xml.leaf("Default", {{"Extension", ending}, {"ContentType", type}});
        for (const Part& part : parts_) {
            const auto known = defaults_.find(std::string(ending_of(part.path)));
            if (known == defaults_.end() || known->second != part.type)
                xml.leaf("Override", {{"PartName", "/" + part.path}, {"ContentType", part.type}});
        }
    }
    return xml.take();
}

std::string Package::relationships(const std::vector<Relationship>& all) {
    Xml xml;
    {
        const auto root = xml.element("Relationships", {{"xmlns", in_package("relationships")}});
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string id = "rId" + std::to_string(i + 1);
            if (all[i].outside)
                xml.leaf("Relationship", {{"Id", id},
                                          {"Type", all[i].type},
                                          {"Target", all[i].target},
                                          {"TargetMode", "External"}});
            else
                xml.leaf("Relationship", {{"Id", id}, {"Type", all[i].type}, {"Target", all[i].target}});
        }
    }
    return xml.take();
}

std::string Package::zip(Zipper& zipper) const {
    std::vector<ZipEntry> made;
    made.reserve(2 + 2 * parts_.size());  // entries are pointed to
    std::vector<const ZipEntry*> order;
    const auto put = [&](std::string path, std::string_view bytes) {
        made.push_back(zipper.entry(std::move(path), bytes));
        order.push_back(&made.back());
    };
    const auto put_relationships = [&](const std::string& from) {
        const auto found = relationships_.find(from);
        if (found == relationships_.end()) return;
        order.push_back(&zipper.shared(relationships_path(from), relationships(found->second)));
    };
    put("[Content_Types].xml", content_types());
    put_relationships("");
    for (const Part& part : parts_) {
        if (part.ready)
            order.push_back(part.ready);
        else
            put(part.path, part.bytes);
        put_relationships(part.path);
    }
    return zip_archive(order);
}

}  // namespace sayso::ooxml
