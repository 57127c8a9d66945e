// Calls of the public API that tell what files look like; they need no project.

#include <array>

#include "evidence/fields.h"
#include "load/schema.h"
#include "model/loader.h"
#include "sayso/sayso.h"

namespace sayso {
namespace {

/// Types of files of the rooms above src/model.
struct FileType {
    std::string_view name, title, place;
    const load::RecordShape& (*record)();
};
constexpr std::array file_types{
    FileType{"evidence", "A service's evidence", "evidence/evidence.yaml of a project",
             &load::Reader<evidence::File>::record},
    FileType{"claims", "How claims are said in a language", "claims/LANG.yaml",
             &load::Reader<evidence::ClaimWords>::record},
};

}  // namespace

std::string json_schema(const std::string& type) {
    for (const FileType& file : file_types)
        if (file.name == type) return load::json_schema(file.record(), load::Completeness::whole, file.title);
    return model::json_schema(type);
}

std::vector<std::string> schema_types() {
    std::vector<std::string> names = model::schema_types();
    for (const FileType& file : file_types) names.emplace_back(file.name);
    return names;
}

std::string reference_page() {
    std::string page = model::reference_page();
    std::vector<std::string> known{load::Reader<model::Reference>::record().name};  // described above
    for (const FileType& file : file_types)
        page += load::reference_section(file.record(),
                                        std::string(file.title) + ": " + std::string(file.place), known);
    return page;
}

}  // namespace sayso
