#include "project_input.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace fuzz {
namespace {
namespace fs = std::filesystem;

constexpr std::string_view separator = "=== ";

void add_shipped(sayso::MemoryEnv& env, const fs::path& folder) {
    const fs::path root = SAYSO_SOURCE_DIR;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const auto path =
            std::string(data_folder) + "/" + entry.path().lexically_relative(root).generic_string();
        env.files[path] = {std::istreambuf_iterator<char>(in), {}};
    }
}

sayso::MemoryEnv& shipped() {
    static sayso::MemoryEnv env = [] {
        sayso::MemoryEnv made;
        add_shipped(made, "templates");
        add_shipped(made, "fonts");
        return made;
    }();
    return env;
}

}  // namespace

std::vector<ProjectFile> split_project(std::string_view input) {
    std::vector<ProjectFile> files = {{"sayso.yaml", {}}};
    std::size_t begin = 0;  // of the current file's bytes
    for (std::size_t line = 0; line < input.size();) {
        const auto end = std::min(input.find('\n', line), input.size());
        if (input.substr(line).starts_with(separator)) {
            files.back().bytes = input.substr(begin, line - begin);
            const auto name = line + separator.size();
            files.push_back({std::string(input.substr(name, std::max(end, name) - name)), {}});
            begin = std::min(end + 1, input.size());
        }
        line = end + 1;
    }
    files.back().bytes = input.substr(begin);
    if (files.front().bytes.empty() && files.size() > 1) files.erase(files.begin());
    return files;
}

ProjectMachine::ProjectMachine(std::string_view input) : env_(shipped()) {
    for (const auto& [path, bytes] : split_project(input)) {
        auto whole = sayso::join_path(project_folder, path);
        if (env_.files.emplace(whole, bytes).second) added_.push_back(std::move(whole));
    }
}

// What a build wrote goes too: anything that is not shipped.
ProjectMachine::~ProjectMachine() {
    for (const auto& path : added_) env_.files.erase(path);
    std::erase_if(env_.files, [](const auto& file) { return !file.first.starts_with(data_folder); });
}

}  // namespace fuzz
