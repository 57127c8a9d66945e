// Files that a project's YAML names: read from inside the project folder only.
#pragma once

#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "env/env.h"
#include "model/project.h"

namespace sayso::model {

/// True when `path`, with links resolved, is there and lies in `folder`.
bool lies_within(const Env& env, const std::string& folder, const std::string& path);

/// The path of a file in a folder. Where no name is written so, one in other letters is taken: telephones and
/// cameras write capitals, and what one system finds the next should too. Empty when there is none, or
/// several.
std::string find_in_folder(const Env& env, const std::string& folder, const std::string& name);

/// The picture ID.svg, .png, .jpg or .jpeg of a folder, in any letters; empty when there is none.
std::string find_picture(const Env& env, const std::string& folder, const std::string& id);

/// Reports YAML files that nothing would read, for their ending or their name.
void check_file_names(const Env& env, const std::string& folder, Diagnostics& diagnostics);

/// Where the file that `name` names lies, if it is there and in the project.
std::optional<std::string> project_file_path(const Env& env, const Project& project, const Words& name,
                                             Diagnostics& diagnostics);

/// The bytes of the file that `name` names, relative to the project. An absolute path, "../" or a symbolic
/// link that leaves the project, a missing or too large file: each is an error at `name`.
std::optional<std::string> read_project_file(const Env& env, const Project& project, const Words& name,
                                             std::size_t max_bytes, Diagnostics& diagnostics);

}  // namespace sayso::model
