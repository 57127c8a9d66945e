#include "model/project_files.h"

#include <fmt/format.h>

#include "diag/suggest.h"
#include "load/reading.h"

namespace sayso::model {
namespace {

/// Whether a folded relative path climbs out of the folder it starts in.
bool leaves(const std::string& path) {
    return path == ".." || path.starts_with("../") || path.starts_with('/');
}

}  // namespace

bool lies_within(const Env& env, const std::string& folder, const std::string& path) {
    const auto home = env.resolve(folder.empty() ? "." : folder);
    const auto real = env.resolve(path);
    if (!home || !real) return false;
    return *home == "/" || *home == "." || *real == *home || real->starts_with(*home + "/");
}

std::optional<std::string> project_file_path(const Env& env, const Project& project, const Words& name,
                                             Diagnostics& diagnostics) {
    const std::string shown = load::clipped(name.text);
    const auto refuse = [&](const char* code, std::string message, std::string hint) {
        diagnostics.error(code, name.span, std::move(message), std::move(hint));
        return std::nullopt;
    };
    if (leaves(join_path("", name.text))) {
        return refuse("outside-project", fmt::format("\"{}\" is outside the project's folder", shown),
                      "copy the file into the folder of sayso.yaml, and name it from there");
    }
    std::string path = join_path(project.folder, name.text);
    if (!env.resolve(path)) {
        std::vector<std::string> there = env.list(folder_of(path));
        // A link is listed under its own name, wherever it leads.
        if (std::erase(there, name_of(path)) > 0) {
            return refuse("missing-file", fmt::format("\"{}\" is a link that leads nowhere", shown),
                          "put the file itself there");
        }
        std::string hint = suggestion(name_of(path), there);
        if (hint.empty()) hint = "put the file there, or correct the name";
        return refuse("missing-file", fmt::format("there is no file \"{}\"", shown), std::move(hint));
    }
    if (env.is_folder(path)) {
        return refuse("not-a-file", fmt::format("\"{}\" is a folder, not a file", shown),
                      "name a file in the project's folder");
    }
    if (!lies_within(env, project.folder, path)) {
        return refuse("outside-project",
                      fmt::format("\"{}\" is a link to a place outside the project's folder", shown),
                      "copy the file itself into the project");
    }
    return path;
}

std::optional<std::string> read_project_file(const Env& env, const Project& project, const Words& name,
                                             std::size_t max_bytes, Diagnostics& diagnostics) {
    if (name.text.empty()) return std::nullopt;  // reported where it was read
    const auto path = project_file_path(env, project, name, diagnostics);
    if (!path) return std::nullopt;
    auto read = env.read(*path, max_bytes);
    if (auto* bytes = std::get_if<std::string>(&read)) return std::move(*bytes);
    const IoError& fault = std::get<IoError>(read);
    diagnostics.error("cannot-read", name.span,
                      fmt::format("cannot read \"{}\": {}", load::clipped(name.text), fault.reason),
                      fault.hint_or("look whether it opens in another program, or name another file"));
    return std::nullopt;
}

}  // namespace sayso::model
