#include "model/project_files.h"

#include <fmt/format.h>

#include "diag/suggest.h"

namespace sayso::model {
namespace {

/// Whether a folded relative path climbs out of the folder it starts in.
bool leaves(const std::string& path) {
    return path == ".." || path.starts_with("../") || path.starts_with('/');
}

/// True when `path`, with links resolved, lies beneath `folder`.
bool lies_within(const Env& env, const std::string& folder, const std::string& path) {
    const auto home = env.resolve(folder.empty() ? "." : folder);
    const auto real = env.resolve(path);
    return home && real && (*home == "/" || *home == "." || real->starts_with(*home + "/"));
}

}  // namespace

std::optional<std::string> read_project_file(const Env& env, const Project& project, const Words& name,
                                             std::size_t max_bytes, Diagnostics& diagnostics) {
    const std::string path = join_path(project.folder, name.text);
    if (leaves(join_path("", name.text))) {
        diagnostics.error("outside-project", name.span,
                          fmt::format("\"{}\" is outside the project's folder", name.text),
                          "copy the file into the project, and name it from there");
        return std::nullopt;
    }
    if (!env.is_file(path)) {
        Diagnostic& fault =
            diagnostics.error("missing-file", name.span, fmt::format("there is no file \"{}\"", name.text));
        fault.hint = suggestion(name_of(name.text), env.list(folder_of(path)));
        if (fault.hint.empty()) fault.hint = "put the file there, or correct the name";
        return std::nullopt;
    }
    if (!lies_within(env, project.folder, path)) {
        diagnostics.error("outside-project", name.span,
                          fmt::format("\"{}\" is a link to a place outside the project's folder", name.text),
                          "copy the file itself into the project");
        return std::nullopt;
    }
    auto read = env.read(path, max_bytes);
    if (auto* bytes = std::get_if<std::string>(&read)) return std::move(*bytes);
    diagnostics.error("cannot-read", name.span,
                      fmt::format("cannot read \"{}\": {}", name.text, std::get<IoError>(read).reason));
    return std::nullopt;
}

}  // namespace sayso::model
