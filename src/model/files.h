// Text files, each read and parsed once.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "diag/reported.h"
#include "env/env.h"
#include "load/value.h"

namespace sayso::model {

/// A file as it was parsed, and what from.
struct ParsedFile {
    std::uint32_t source = 0;
    std::string text;
    Reported<std::optional<load::Value>> value;
};
using ParsedFiles = std::map<std::string, std::shared_ptr<const ParsedFile>>;  // by path

class Files {
  public:
    /// `known` need not be parsed again where the file still says the same.
    Files(const Env& env, SourceMap& sources, Diagnostics& diagnostics, ParsedFiles known = {})
        : env_(env), sources_(sources), diagnostics_(diagnostics), known_(std::move(known)) {}

    const ParsedFiles& parsed() const { return parsed_; }

    bool has(const std::string& path) const { return env_.is_file(path); }
    /// Null when the file cannot be read or is not YAML; the fault has then been reported, at `named_at` if
    /// some other file named this one there.
    const load::Value* value(const std::string& path, Span named_at = {});
    /// The ids that YAML files of a folder have by their names, sorted.
    std::vector<std::string> ids_in(const std::string& folder) const;

  private:
    std::shared_ptr<const ParsedFile> parse(const std::string& path, Span named_at);

    const Env& env_;
    SourceMap& sources_;
    Diagnostics& diagnostics_;
    ParsedFiles known_, parsed_;  // null: it cannot be read
};

}  // namespace sayso::model
