// Text files, each read and parsed once.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "env/env.h"
#include "load/value.h"

namespace sayso::model {

class Files {
  public:
    Files(const Env& env, SourceMap& sources, Diagnostics& diagnostics)
        : env_(env), sources_(sources), diagnostics_(diagnostics) {}

    bool has(const std::string& path) const { return env_.is_file(path); }
    /// Null when the file cannot be read or is not YAML; the fault has then been reported, at `named_at` if
    /// some other file named this one there.
    const load::Value* value(const std::string& path, Span named_at = {});
    /// The ids that YAML files of a folder have by their names, sorted.
    std::vector<std::string> ids_in(const std::string& folder) const;

  private:
    std::optional<load::Value> parse(const std::string& path, Span named_at);

    const Env& env_;
    SourceMap& sources_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::optional<load::Value>> parsed_;
};

}  // namespace sayso::model
