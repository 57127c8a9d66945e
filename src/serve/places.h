// Which value of which file a window may change to change a sentence: the way from a place that words were
// written at to the field that holds them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "env/env.h"
#include "load/value.h"
#include "sayso/look.h"
#include "serve/project_files.h"

namespace sayso::serve {

/// YAML files as they were written, each read once. From any thread.
class YamlFiles {
  public:
    explicit YamlFiles(const Env& env) : env_(env) {}
    /// Null where it is not there or is not YAML.
    std::shared_ptr<const load::Value> read(const std::string& path);
    /// What was read of these is no longer so.
    void forget(const std::vector<std::string>& paths);

  private:
    const Env& env_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const load::Value>> known_;
};

/// A value as an Edit names it.
struct Field {
    std::string file;  // from the project's folder
    std::vector<std::string> path;
};

/// The last text or list of texts that begins at or before a place; nothing where there is none. Items with
/// an id are told by it.
std::optional<std::vector<std::string>> path_at(const load::Value& root, std::uint32_t line,
                                                std::uint32_t column);

/// The approach that a project uses, and where its own words for it go.
struct Approach {
    std::string folder;           // of approach.yaml and audiences/
    bool shipped = true;          // it lies in the program's data, and is changed by an overlay
    std::string overlay;          // from the project's folder; of one that is not shipped, empty
    bool overlay_listed = false;  // sayso.yaml names it
};
Approach approach_of(const Env& env, YamlFiles& yaml, const std::string& data_folder,
                     const ProjectFiles& files);

/// Where a text at `path` of an approach's file ("approach.yaml", "audiences/family.yaml") is changed.
std::optional<Field> own_field(const Approach& approach, const ProjectFiles& files, const std::string& name,
                               const std::vector<std::string>& path);

/// Where a text that was written at `place` is changed; nothing for what belongs to a template.
std::optional<Field> field_at(YamlFiles& yaml, const Approach& approach, const ProjectFiles& files,
                              const TextPlace& place);

}  // namespace sayso::serve
