// The inside of the public Session, shared by the files that implement its commands.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline.h"
#include "sayso/sayso.h"
#include "session/library.h"
#include "session/report.h"

namespace sayso {

/// The formats that were asked for, each once; PDF if none was.
std::vector<std::string> formats_of(const std::vector<std::string>& wanted);
/// Each fault with the document it was found in.
Diagnostics named(const Diagnostics& faults, const Job& job);

struct Session::Impl {
    Impl(Env& env, std::string data_folder, const std::string& project)
        : library(env, std::move(data_folder), project) {}

    Report report(std::vector<std::string> files, bool strict = false) {
        if (strict) library.diagnostics().promote_warnings();
        return make_report(std::move(files), library.diagnostics(), library.sources());
    }

    Library library;
};

}  // namespace sayso
