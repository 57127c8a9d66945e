// What commands have in common: faults become a Report, bytes become files.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "env/env.h"
#include "sayso/sayso.h"

namespace sayso {

/// Code of a fault of the command line itself: wrong usage, exit code 2.
inline constexpr const char* usage_fault = "unknown-option-value";

/// With `strict`, warnings are told as errors.
Report make_report(std::vector<std::string> files, const Diagnostics& diagnostics, const SourceMap& sources,
                   bool strict = false);
/// Adds the path to `files`, or an error to `diagnostics`. False when it could not be written.
bool write_file(Env& env, const std::string& path, const std::string& bytes, std::vector<std::string>& files,
                Diagnostics& diagnostics);
/// "sayso 0.1.0", as PDFs name what made them.
std::string producer();

}  // namespace sayso
