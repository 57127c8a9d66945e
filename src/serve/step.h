// A change to a project's files, as it can be taken back.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace sayso::serve {

/// A file before and after; nothing where there is none.
struct FileChange {
    std::string file;  // from the project's folder
    std::optional<std::string> before, after;
};
using Step = std::vector<FileChange>;

}  // namespace sayso::serve
