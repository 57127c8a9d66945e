// The files that sayso reads, as JSON Schema for editors and as a page for people.
#include "load/schema.h"

#include <array>

#include "model/fields.h"
#include "model/framework.h"
#include "model/loader.h"
#include "model/word_list_fields.h"

namespace sayso::model {
namespace {

struct FileType {
    std::string_view name;
    std::string_view title;
    std::string_view place;  // where such a file stands
    const load::RecordShape& (*record)();
    load::Completeness completeness;
};

using load::Completeness;

constexpr std::array file_types{
    FileType{"project", "A sayso project", "sayso.yaml", &load::Reader<Project>::record, Completeness::whole},
    FileType{"project-overlay", "A sayso project in another language", "lang/LANG/sayso.yaml",
             &load::Reader<SpokenProject>::record, Completeness::whole},
    FileType{"approach", "An approach", "approach.yaml", &load::Reader<Approach>::record,
             Completeness::whole},
    FileType{"audience", "An audience of an approach", "audiences/ID.yaml", &load::Reader<Audience>::record,
             Completeness::whole},
    FileType{"template", "A kind of document", "templates/ID.yaml of a project",
             &load::Reader<Template>::record, Completeness::whole},
    FileType{"theme", "A theme", "themes/ID.yaml of a project", &load::Reader<Theme>::record,
             Completeness::whole},
    FileType{"pack", "What is in a pack", "pack.yaml of a project", &load::Reader<PackFile>::record,
             Completeness::whole},
    FileType{"framework", "An inspection framework", "frameworks/ID.yaml", &load::Reader<Framework>::record,
             Completeness::whole},
    FileType{"cross-reference", "Where an approach touches a framework", "frameworks/ID.yaml of an approach",
             &load::Reader<CrossReference>::record, Completeness::whole},
    FileType{"word-list", "A language's words: jargon, hard words and the like", "words/LANG.yaml",
             &load::Reader<WordList>::record, Completeness::whole},
    FileType{"overlay", "An overlay of an approach",
             "the files under `overlays`, and lang/LANG/approach.yaml", &load::Reader<Approach>::record,
             Completeness::overlay},
    FileType{"audience-overlay", "An overlay of an audience", "lang/LANG/audiences/ID.yaml",
             &load::Reader<Audience>::record, Completeness::overlay},
    FileType{"template-overlay", "An overlay of a template", "templates/lang/LANG/ID.yaml",
             &load::Reader<Template>::record, Completeness::overlay},
};

std::vector<load::ExtraKey> extra_keys(std::string_view type) {
    if (type != "overlay") return {};
    return {{"audiences", "Overlays of audiences, by the audience's id.",
             load::Reader<std::map<std::string, Audience>>::shape()}};
}

constexpr std::string_view preface =
    "# Reference: every key of every file\n"
    "\n"
    "Made by sayso from the tables that also check the files, so it says what the program does.\n"
    "\n"
    "Texts may hold inline Markdown (`**bold**`, `[links](https://…)`) and `{{path}}`. A length is written "
    "`18mm`,\n"
    "`12pt` or as a bare number of points; a colour in quotes, as `\"#RRGGBB\"`. Ids are lower-case words "
    "joined by\n"
    "hyphens.\n"
    "\n"
    "## Overlays\n"
    "\n"
    "An overlay has the keys of the file that it is laid upon, and only those that it changes. Keys within "
    "keys are\n"
    "merged. Lists of things with an `id` are merged by id: a new id is added, and `{id: ID, leave-out: "
    "true}` takes\n"
    "one away. Other lists are replaced, or changed by `{add: [ID], leave-out: [ID]}`. What is left out "
    "disappears\n"
    "wherever it was used: an outcome from its stakeholders and audiences, a means item from the asks that "
    "name it.\n"
    "In an overlay of the approach, `audiences` holds overlays of audiences by their ids.\n"
    "\n";

}  // namespace

std::string json_schema(const std::string& type) {
    for (const FileType& file : file_types) {
        if (file.name == type)
            return load::json_schema(file.record(), file.completeness, file.title, extra_keys(type));
    }
    return {};
}

std::vector<std::string> schema_types() {
    std::vector<std::string> names;
    for (const FileType& file : file_types) names.emplace_back(file.name);
    return names;
}

std::string reference_page() {
    std::string page(preface);
    std::vector<std::string> known;
    for (const FileType& file : file_types) {
        if (file.completeness == Completeness::overlay) continue;
        page += load::reference_section(file.record(),
                                        std::string(file.title) + ": " + std::string(file.place), known);
    }
    return page;
}

}  // namespace sayso::model
