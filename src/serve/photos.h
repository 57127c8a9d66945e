// The photos of a project as files: kept under names of their own, shown small, and taken away with what is
// said of them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "env/env.h"
#include "load/value.h"
#include "serve/project_files.h"

namespace sayso::serve {

/// "Mill Lane.PNG" → "mill-lane.png".
std::string plain_name(const std::string& name);

/// Why a file is no picture that the documents could show. The bytes decide, not the name.
std::optional<Refusal> no_picture(const std::string& name, const std::string& bytes,
                                  std::vector<std::string> fonts);

/// Where the bytes are kept, from the project's folder: where they lie already, else a name that is free.
std::variant<FileChange, Refusal> place_of_picture(const ProjectFiles& files, const std::string& name,
                                                   const std::string& bytes);

/// The picture as a data URL that browsers show; empty when it cannot be read.
std::string small_picture(const std::string& name, const std::string& bytes, std::vector<std::string> fonts);

/// The file of a photo that is taken out, to be taken away with it; nothing where a YAML file of the project
/// still names it: `evidence` is what evidence.yaml is to say.
std::optional<FileChange> left_behind(const Env& env, const ProjectFiles& files, const load::Value& photo,
                                      const std::string& evidence);

}  // namespace sayso::serve
