// A whole project in one fuzz input, and the machine it is read on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "env/env.h"

namespace fuzz {

struct ProjectFile {
    std::string path;  // inside the project's folder
    std::string_view bytes;
};

/// Splits at lines "=== PATH"; what stands before the first such line is sayso.yaml.
std::vector<ProjectFile> split_project(std::string_view input);

inline constexpr std::string_view project_folder = "/project";
inline constexpr std::string_view data_folder = "/data";

/// A machine in memory with the shipped templates and fonts at `data_folder`, read from the disk once, and
/// one input's files at `project_folder` for as long as this lives. One at a time.
class ProjectMachine {
  public:
    explicit ProjectMachine(std::string_view input);
    ~ProjectMachine();
    ProjectMachine(const ProjectMachine&) = delete;
    ProjectMachine& operator=(const ProjectMachine&) = delete;

    sayso::MemoryEnv& env() { return env_; }

  private:
    sayso::MemoryEnv& env_;
    std::vector<std::string> added_;
};

}  // namespace fuzz
