// The people whom a project's letters go to: recipients.csv or recipients.xlsx beside sayso.yaml, a row each.
// Stage: load.
#pragma once

#include <string>
#include <vector>

#include "env/env.h"
#include "model/project.h"
#include "model/recipient.h"

namespace sayso {

/// Whoever the table names, in its order; nobody where there is no table. A wrong row is an error at its
/// cell, and names nobody. `audiences` are the ids that a row may have.
std::vector<model::Recipient> read_recipients(const Env& env, const model::Project& project,
                                              const std::vector<std::string>& audiences, SourceMap& sources,
                                              Diagnostics& diagnostics);

}  // namespace sayso
