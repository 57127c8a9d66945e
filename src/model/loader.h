// From YAML files to typed, validated values. One field table per type (see fields/) drives parsing,
// suggestions, the reference page and the JSON Schema.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "env/env.h"
#include "model/approach.h"
#include "model/framework.h"
#include "model/pack_file.h"
#include "model/project.h"
#include "model/template.h"
#include "model/theme.h"

namespace sayso::load {
struct Value;
}

namespace sayso::model {

class Files;
struct ParsedFile;
using ParsedFiles = std::map<std::string, std::shared_ptr<const ParsedFile>>;
struct Layers;
struct Translatable;

/// A text that templates want of audiences by name.
struct WantedText {
    std::string name;
    NamedText text;
    std::vector<std::string> kinds;      // that print it
    std::vector<std::string> audiences;  // whose it is to give; empty: everybody's
};

/// Reads files once, remembers their texts for diagnostics. Every function reports all independent faults and
/// returns nullopt only when nothing useful could be made.
class Loader {
  public:
    /// `data_folder` holds the shipped templates/ and fonts/; `known`, what an earlier loader parsed.
    Loader(const Env& env, std::string data_folder, SourceMap& sources, Diagnostics& diagnostics,
           ParsedFiles known = {});
    ~Loader();

    const ParsedFiles& parsed() const;

    /// `path` is a folder with sayso.yaml, or such a file; empty gives the default project without a service.
    std::optional<Project> project(const std::string& path);
    /// The approach with the project's overlays, then the language's (lang/LANG/approach.yaml beside the
    /// approach, and the project's lang/LANG/), laid upon it. Ids are checked: unique, known, used in the
    /// right places.
    std::optional<Approach> approach(const Project& project, const std::string& lang);
    /// audiences/ID.yaml of the approach with overlays; only this file is read.
    std::optional<Audience> audience(const Project& project, const Approach& approach, const std::string& id,
                                     const std::string& lang);
    /// The template of a kind for an audience, with everything it extends and the language's strings laid
    /// upon it.
    std::optional<Template> document_template(const Project& project, const std::string& kind,
                                              const std::string& audience, const std::string& lang);
    /// themes/ID.yaml of the project, else the shipped one, laid upon the theme that it extends.
    std::optional<Theme> theme(const Project& project, const std::string& id);
    /// pack.yaml of the project, else of its approach, else the shipped one. What it names is not checked
    /// here.
    std::optional<PackFile> pack(const Project& project);

    /// The frameworks that the project names (all that are shipped, if none), as far as the approach touches
    /// them.
    std::vector<FrameworkUse> frameworks(const Project& project, const Approach& approach);

    /// The approach, these audiences and the templates, for a translator into `lang`.
    std::vector<Translatable> to_translate(const Project& project, const std::vector<std::string>& audiences,
                                           const std::string& lang);
    /// What a new approach begins with: templates/new-approach.yaml; a fault when it is not there.
    std::optional<load::Value> bones();
    /// What templates want of audiences by name.
    std::vector<WantedText> named_texts(const Project& project);

    std::vector<std::string> audience_ids(const Project& project, const Approach& approach);
    /// Whether some template of `kind` is for `audience`.
    bool serves(const Project& project, const std::string& kind, const std::string& audience);
    /// Whether a template of `kind` is written to people by name.
    bool is_addressed(const Project& project, const std::string& kind);
    /// Whether a template of `kind` makes sense without a reader.
    bool is_for_everyone(const Project& project, const std::string& kind);
    std::vector<std::string> template_kinds(const Project& project);
    /// Languages that the approach or the project has a lang/ folder for.
    std::vector<std::string> translated_languages(const Project& project);
    std::vector<std::string> theme_ids(const Project& project);

    /// A file named in a project's YAML, read from inside the project folder only; leaving it ("../", an
    /// absolute path, a symbolic link out) is an error at `name`.
    std::optional<std::string> project_file(const Project& project, const Words& name, std::size_t max_bytes);

  private:
    std::string shipped(const std::string& path) const;
    bool is_true_of(const Project& project, const std::string& kind, const char* key);
    void read_sites(Project& project);
    /// lang/LANG/sayso.yaml of each language.
    void read_spoken(Project& project);
    /// The path of a file that a project names, if it lies in the project's folder and is there.
    std::optional<std::string> path_in_project(const Project& project, const Words& name);
    /// Whether sayso.yaml is there to be read; what is wrong with `named`, the path that led to it, if not.
    bool check_project_file(const std::string& named, const std::string& file);
    /// `lang` of sayso.yaml is the approach's language, or one that somebody has translated it into.
    void check_language(const Project& project);

    std::string default_approach() const;
    /// The language that sayso.yaml is written in: its own `lang`, else its approach's.
    std::string project_language(const load::Value& written, const std::string& folder);
    std::optional<std::string> find_approach(const Project& project) const;
    std::optional<std::string> approach_folder(const Project& project);
    std::string language_of(const std::string& approach_folder);
    std::vector<load::Value> overlays(const Project& project);
    std::vector<load::Value> translations(const Project& project, const std::string& folder,
                                          const std::string& file, const std::string& lang);
    Layers layers_of_audience(const Project& project, const std::string& folder, const std::string& id,
                              const std::string& lang);
    Layers layers(const Project& project, const std::string& folder, const std::string& file,
                  const std::string& lang);
    void check_overlay_audiences(const Project& project, const Approach& approach);

    /// What a file says, if it is there and can be read.
    std::optional<load::Value> written(const std::string& path);
    std::optional<Translatable> project_to_translate(const Project& project, const std::string& lang);
    Translatable approach_to_translate(const Project& project, const std::string& folder,
                                       const std::string& lang);
    Translatable audience_to_translate(const Project& project, const std::string& folder,
                                       const std::string& id, const std::string& lang);
    std::optional<Translatable> template_to_translate(const Project& project, const std::string& id,
                                                      const std::string& lang);
    /// Its strings in a language: those beside it, then the project's.
    std::vector<load::Value> template_translations(const Project& project, const std::string& path,
                                                   const std::string& id, const std::string& lang);

    std::string template_path(const Project& project, const std::string& id, const std::string& except) const;
    std::vector<std::string> template_ids(const Project& project) const;
    /// Paths of the templates that serve a kind, and of those that might but cannot be read.
    std::vector<std::string> templates_of_kind(const Project& project, const std::string& kind);
    /// Templates are found by their kind, with which their names begin; one that is called otherwise is
    /// reported.
    bool has_name_of_kind(const load::Value& file, const std::string& id);
    std::optional<std::string> choose_template(const Project& project, const std::string& kind,
                                               const std::string& audience);
    std::optional<load::Value> template_value(const Project& project, const std::string& path,
                                              const std::string& lang, std::vector<std::string> chain);
    std::optional<load::Value> extended(const Project& project, const load::Value& own,
                                        const std::string& path, const std::string& lang,
                                        std::vector<std::string> chain);

    std::string theme_path(const Project& project, const std::string& id, const std::string& except) const;
    /// The theme of a file with all that it extends under it.
    std::optional<load::Value> theme_value(const Project& project, const std::string& path,
                                           std::vector<std::string> chain);
    std::optional<load::Value> theme_base(const Project& project, const load::Value& own,
                                          const std::string& path, std::vector<std::string> chain);

    const Env& env_;
    std::string data_folder_;
    SourceMap& sources_;
    Diagnostics& diagnostics_;
    std::unique_ptr<Files> files_;
};

/// JSON Schema (2020-12) of a kind of file, one of schema_types(); empty for an unknown name.
std::string json_schema(const std::string& type);
std::vector<std::string> schema_types();
/// docs/reference.md: every key of every type, from the same tables.
std::string reference_page();

}  // namespace sayso::model
