// From YAML files to typed, validated values. One field table per type (see *_fields.cpp) drives parsing,
// suggestions, the reference page and the JSON Schema.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "env/env.h"
#include "model/approach.h"
#include "model/project.h"
#include "model/template.h"
#include "model/theme.h"

namespace sayso::model {

/// Reads files once, remembers their texts for diagnostics. Every function reports all independent faults and returns nullopt
/// only when nothing useful could be made.
class Loader {
  public:
    /// `data_folder` holds the shipped templates/ and fonts/.
    Loader(const Env& env, std::string data_folder, SourceMap& sources, Diagnostics& diagnostics);

    /// `path` is a folder with sayso.yaml, or such a file; empty gives the default project without a service.
    std::optional<Project> project(const std::string& path);
    /// The approach with the project's overlays, then the language's (lang/LANG/approach.yaml beside the approach, and the
    /// project's lang/LANG/), laid upon it. Ids are checked: unique, known, used in the right places.
    std::optional<Approach> approach(const Project& project, const std::string& lang);
    /// audiences/ID.yaml of the approach with overlays; only this file is read.
    std::optional<Audience> audience(const Project& project, const Approach& approach, const std::string& id,
                                     const std::string& lang);
    /// The template of a kind for an audience, with everything it extends and the language's strings laid upon it.
    std::optional<Template> document_template(const Project& project, const std::string& kind,
                                              const std::string& audience, const std::string& lang);
    std::optional<Theme> theme(const Project& project, const std::string& id);

    std::vector<std::string> audience_ids(const Project& project, const Approach& approach);
    std::vector<std::string> template_kinds(const Project& project);
    std::vector<std::string> theme_ids(const Project& project);

    /// A file named in a project's YAML, read from inside the project folder only; leaving it ("../", an absolute path, a
    /// symbolic link out) is an error at `name`.
    std::optional<std::string> project_file(const Project& project, const Words& name, std::size_t max_bytes);

  private:
    const Env& env_;
    std::string data_folder_;
    SourceMap& sources_;
    Diagnostics& diagnostics_;
};

/// JSON Schema (2020-12) of "project", "approach", "audience", "template", "theme"; empty for an unknown name.
std::string json_schema(const std::string& type);
std::vector<std::string> schema_types();
/// docs/reference.md: every key of every type, from the same tables.
std::string reference_page();

}  // namespace sayso::model
