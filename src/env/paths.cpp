#include <cstdlib>

#include "env/env.h"

#ifndef SAYSO_SOURCE_DATA
#define SAYSO_SOURCE_DATA ""
#endif

namespace sayso {

std::string join_path(std::string_view folder, std::string_view path) {
    std::string whole(path.starts_with('/') || folder.empty() ? "" : folder);
    if (!whole.empty()) whole += '/';
    whole += path;
    std::vector<std::string_view> parts;
    const bool absolute = whole.starts_with('/');
    for (std::string_view rest = whole; !rest.empty();) {
        const std::size_t slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
        if (part.empty() || part == ".") continue;
        if (part == ".." && !parts.empty() && parts.back() != "..") {
            parts.pop_back();
        } else if (part != ".." || !absolute) {
            parts.push_back(part);
        }
    }
    std::string out = absolute ? "/" : "";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += '/';
        out += parts[i];
    }
    return out.empty() ? "." : out;
}

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return ".";
    return slash == 0 ? "/" : std::string(path.substr(0, slash));
}

std::string name_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string find_data_folder(const Env& env, const std::string& program_path) {
    const auto holds_data = [&](const std::string& folder) {
        return env.is_folder(join_path(folder, "templates/kinds"));
    };
    if (const char* home = std::getenv("SAYSO_HOME"); home != nullptr && holds_data(home)) return home;
    const std::string program = env.resolve(program_path).value_or(program_path);
    const std::string installed = join_path(folder_of(program), "../share/sayso");
    if (holds_data(installed)) return installed;
    return holds_data(SAYSO_SOURCE_DATA) ? SAYSO_SOURCE_DATA : "";
}

}  // namespace sayso
