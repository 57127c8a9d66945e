// A machine in memory that holds the shipped templates, fonts and examples, for tests of the whole program.
#pragma once

#include <string>

#include "env/env.h"
#include "sayso/sayso.h"

namespace sayso::test {

/// A copy of one that was read from the source tree once.
MemoryEnv shipped_machine();

inline constexpr const char* data_folder = "/sayso";
inline constexpr const char* example_project = "/sayso/examples/willow-house";

/// The faults' plain texts, one after another.
std::string faults(const Report& report);

/// Builds into "/out" and gives the report; `project` may be empty.
Report build(MemoryEnv& env, const std::string& project, const BuildOptions& options);
BuildOptions one(const std::string& audience, const std::string& kind, const std::string& strand = "");

}  // namespace sayso::test
