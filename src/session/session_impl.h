// The inside of the public Session, shared by the files that implement its commands.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diagram/diagram.h"
#include "pipeline.h"
#include "sayso/sayso.h"
#include "session/library.h"

namespace sayso {

/// Code of a fault of the command line itself: wrong usage, exit code 2.
inline constexpr const char* usage_fault = "unknown-option-value";

Report make_report(std::vector<std::string> files, const Diagnostics& diagnostics, const SourceMap& sources);
/// Adds the path to `files`, or an error to `diagnostics`. False when it could not be written.
bool write_file(Env& env, const std::string& path, const std::string& bytes, std::vector<std::string>& files,
                Diagnostics& diagnostics);
/// The formats that were asked for, each once; PDF if none was.
std::vector<std::string> formats_of(const std::vector<std::string>& wanted);
/// Each fault with the document it was found in.
Diagnostics named(const Diagnostics& faults, const Job& job);
/// "sayso 0.1.0", as PDFs name what made them.
std::string producer();

struct Session::Impl {
    Impl(Env& env, std::string data_folder, const std::string& project)
        : library(env, std::move(data_folder), project) {}

    Report report(std::vector<std::string> files, bool strict = false) {
        if (strict) library.diagnostics().promote_warnings();
        return make_report(std::move(files), library.diagnostics(), library.sources());
    }
    Report emit_diagram(const DiagramOptions& options, const diagram::Drawn& drawn, const std::string& title,
                        const std::string& lang, Worker& worker);

    Library library;
};

}  // namespace sayso
