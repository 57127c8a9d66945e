#include "support/ooxml_reader.h"

#include <memory>
#include <pugixml.hpp>
#include <set>

#include <zip.h>

namespace sayso::test {
namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

/// The folder of a part, with its slash.
std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/') + 1);
}

/// "ppt/slides/" and "../media/a.png" -> "ppt/media/a.png".
std::string resolved(std::string folder, std::string target) {
    if (target.starts_with('/')) return target.substr(1);
    while (target.starts_with("../")) {
        target.erase(0, 3);
        if (!folder.empty()) folder = folder_of(folder.substr(0, folder.size() - 1));
    }
    return folder + target;
}

void read_entry(zip_t* archive, zip_uint64_t index, OfficeFile& file) {
    zip_stat_t stat;
    if (zip_stat_index(archive, index, 0, &stat) != 0)
        return file.faults.push_back("an entry without a header");
    const std::string name = stat.name;
    if (stat.comp_method != ZIP_CM_DEFLATE) file.faults.push_back(name + " is not deflated");
    std::string bytes(stat.size, '\0');
    zip_file_t* entry = zip_fopen_index(archive, index, 0);
    const bool whole =
        entry && zip_fread(entry, bytes.data(), stat.size) == static_cast<zip_int64_t>(stat.size);
    if (entry) zip_fclose(entry);
    if (!whole) file.faults.push_back(name + " cannot be unpacked");
    if (!file.parts.emplace(name, std::move(bytes)).second) file.faults.push_back(name + " stands twice");
    file.order.push_back(name);
}

void read_types(OfficeFile& file) {
    pugi::xml_document xml;
    if (!xml.load_string(file.parts["[Content_Types].xml"].c_str()))
        return file.faults.push_back("there are no content types");
    for (const pugi::xml_node node : xml.child("Types").children()) {
        const bool is_default = std::string_view(node.name()) == "Default";
        const std::string key =
            is_default ? node.attribute("Extension").value() : node.attribute("PartName").value() + 1;
        auto& types = is_default ? file.defaults : file.overrides;
        if (!types.emplace(key, node.attribute("ContentType").value()).second)
            file.faults.push_back("two content types for " + key);
    }
}

void read_relationships(const std::string& path, OfficeFile& file) {
    const std::size_t folder = path.rfind("_rels/");
    const std::string name = path.substr(folder + 6);
    const std::string from = path.substr(0, folder) + name.substr(0, name.size() - 5);
    pugi::xml_document xml;
    if (!xml.load_string(file.parts[path].c_str()))
        return file.faults.push_back(path + " is not well-formed");
    std::set<std::string> ids;
    for (const pugi::xml_node node : xml.child("Relationships").children()) {
        OfficeRelationship one{node.attribute("Id").value(), node.attribute("Type").value(),
                               node.attribute("Target").value(),
                               std::string_view(node.attribute("TargetMode").value()) == "External"};
        if (!one.outside) one.target = resolved(folder_of(from), one.target);
        if (!ids.insert(one.id).second) file.faults.push_back(path + ": " + one.id + " stands twice");
        file.relationships[from].push_back(std::move(one));
    }
}

}  // namespace

std::string OfficeFile::type_of(const std::string& path) const {
    if (const auto found = overrides.find(path); found != overrides.end()) return found->second;
    const auto found = defaults.find(path.substr(path.rfind('.') + 1));
    return found == defaults.end() ? std::string() : found->second;
}

const OfficeRelationship* OfficeFile::relationship(const std::string& from, const std::string& id) const {
    const auto all = relationships.find(from);
    if (all == relationships.end()) return nullptr;
    for (const OfficeRelationship& one : all->second)
        if (one.id == id) return &one;
    return nullptr;
}

std::vector<OfficeRelationship> OfficeFile::related(const std::string& from, std::string_view type) const {
    std::vector<OfficeRelationship> out;
    const auto all = relationships.find(from);
    if (all == relationships.end()) return out;
    for (const OfficeRelationship& one : all->second)
        if (one.type.ends_with("/" + std::string(type))) out.push_back(one);
    return out;
}

OfficeFile read_office(std::string_view bytes) {
    OfficeFile file;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const Archive archive(source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
                                 : nullptr);
    if (!archive) {
        file.faults.push_back(std::string("no archive: ") + zip_error_strerror(&error));
        if (source) zip_source_free(source);
        return file;
    }
    if (bytes.empty()) file.faults.push_back("no archive: nothing at all");
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0));
    for (zip_uint64_t i = 0; i < count; ++i) read_entry(archive.get(), i, file);
    if (file.order.empty() || file.order[0] != "[Content_Types].xml")
        file.faults.push_back("the content types do not come first");
    read_types(file);
    for (const std::string& path : file.order)
        if (path.ends_with(".rels")) read_relationships(path, file);
    return file;
}

std::string write_office(const OfficeFile& file) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const std::string& path : file.order) {
        const auto part = file.parts.find(path);
        if (part == file.parts.end()) continue;
        zip_file_add(archive, path.c_str(),
                     zip_source_buffer(archive, part->second.data(), part->second.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    }
    const zip_int64_t entries = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < entries; ++i)
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(i), ZIP_CM_DEFLATE, 6);
    zip_close(archive);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

}  // namespace sayso::test
