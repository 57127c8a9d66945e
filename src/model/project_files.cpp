#include "model/project_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "load/reading.h"

namespace sayso::model {
namespace {

/// Whether a folded relative path climbs out of the folder it starts in.
bool leaves(const std::string& path) {
    return path == ".." || path.starts_with("../") || path.starts_with('/');
}

std::string lower_case(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

/// The one name of a folder that is `name` but for capitals; empty when there is none, or several.
std::string in_other_letters(const Env& env, const std::string& folder, const std::string& name) {
    std::string found;
    const std::string wanted = lower_case(name);
    for (const std::string& one : env.list(folder)) {
        if (lower_case(one) != wanted) continue;
        if (!found.empty()) return {};
        found = one;
    }
    return found;
}

/// A name near to the one that is missing, with the folders that lead to it from the project's.
std::string near_file(const Env& env, const Project& project, const std::string& name) {
    const std::string folder = folder_of(join_path("", name));
    for (const std::string& place : {folder, std::string("pictures")}) {
        const std::string from = join_path(project.folder, place);
        std::vector<std::string> files;
        for (const std::string& one : env.list(from)) {
            if (env.is_file(join_path(from, one))) files.push_back(one);
        }
        const bool elsewhere = place != folder && std::find(files.begin(), files.end(), name) != files.end();
        if (elsewhere) return join_path(place, name);
        if (const auto near = nearest(name_of(name), files)) return join_path(place, *near);
    }
    return {};
}

}  // namespace

bool lies_within(const Env& env, const std::string& folder, const std::string& path) {
    const auto home = env.resolve(folder.empty() ? "." : folder);
    const auto real = env.resolve(path);
    if (!home || !real) return false;
    return *home == "/" || *home == "." || *real == *home || real->starts_with(*home + "/");
}

std::string find_in_folder(const Env& env, const std::string& folder, const std::string& name) {
    std::string path = folder;
    const std::string relative = join_path("", name);
    for (std::size_t begin = 0; begin < relative.size();) {
        const std::size_t end = std::min(relative.find('/', begin), relative.size());
        const std::string part = relative.substr(begin, end - begin);
        const std::string as_written = join_path(path, part);
        const bool is_there = env.is_file(as_written) || env.is_folder(as_written);
        const std::string found = is_there ? part : in_other_letters(env, path, part);
        if (found.empty()) return {};
        path = join_path(path, found);
        begin = end + 1;
    }
    return path;
}

/// What pictures are called, the first first.
constexpr const char* picture_endings[] = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".heic", ".avif"};

std::string find_picture(const Env& env, const std::string& folder, const std::string& id) {
    for (const char* ending : picture_endings) {
        if (std::string path = join_path(folder, id + ending); env.is_file(path)) return path;
    }
    for (const char* ending : picture_endings) {
        if (const std::string name = in_other_letters(env, folder, id + ending); !name.empty())
            return join_path(folder, name);
    }
    return {};
}

void check_file_names(const Env& env, const std::string& folder, Diagnostics& diagnostics) {
    for (const std::string& name : env.list(folder)) {
        const std::size_t dot = name.rfind('.');
        if (dot == std::string::npos || dot == 0 || env.is_folder(join_path(folder, name))) continue;
        const std::string stem = name.substr(0, dot), ending = lower_case(name.substr(dot));
        if (ending != ".yaml" && ending != ".yml") continue;
        if (name.ends_with(".yaml") && load::is_kebab(stem)) continue;
        const std::string better = load::is_kebab(stem) ? stem : load::kebab_of(stem);
        diagnostics.error("misnamed-file", {},
                          fmt::format("\"{}\" would not be read", join_path(folder, name)),
                          better.empty() ? "rename it: lower-case words joined by hyphens, and \".yaml\""
                                         : fmt::format("rename it to \"{}.yaml\"", better));
    }
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
        if (std::string other = find_in_folder(env, project.folder, name.text); !other.empty()) path = other;
    }
    if (!env.resolve(path)) {
        std::vector<std::string> there = env.list(folder_of(path));
        // A link is listed under its own name, wherever it leads.
        if (std::erase(there, name_of(path)) > 0) {
            return refuse("missing-file", fmt::format("\"{}\" is a link that leads nowhere", shown),
                          "put the file itself there");
        }
        const std::string near = near_file(env, project, name.text);
        return refuse("missing-file", fmt::format("there is no file \"{}\"", shown),
                      near.empty() ? "put the file there, or correct the name"
                                   : fmt::format("did you mean \"{}\"?", near));
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
