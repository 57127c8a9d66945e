// The project's own source files as texts, for the checks of this folder. A check is a function from texts to
// complaints, so that each can also be shown to fail on a made-up file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace checks {

struct SourceFile {
    std::string path;  // from the root of the project: "src/base/ids.h"
    std::string text;
};

/// "src/base/ids.h:12: what is wrong"; empty when all is well.
using Complaints = std::vector<std::string>;

/// Every .h and .cpp under a folder of the project, sorted by path.
std::vector<SourceFile> source_files(std::string_view folder);
/// One file of the project; a test failure when it cannot be read.
std::string project_text(std::string_view path);
/// Names (not paths) of the folders in a folder of the project, sorted.
std::vector<std::string> folders_in(std::string_view folder);

std::vector<std::string_view> lines_of(std::string_view text);
std::string complaint(const SourceFile& file, std::size_t line, std::string_view what);
bool is_header(const SourceFile& file);

}  // namespace checks
