#include <limits>
#include <set>

#include "env/env.h"

namespace sayso {

std::variant<std::string, IoError> MemoryEnv::read(const std::string& path, std::size_t max_bytes) const {
    const auto found = files.find(join_path("", path));
    if (found == files.end() && is_folder(path))
        return IoError{"it is a folder, not a file", "name an ordinary file"};
    if (found == files.end()) return IoError{"no such file"};
    if (found->second.size() > max_bytes)
        return IoError{"the file is larger than " + std::to_string(max_bytes >> 20) + " MB"};
    return found->second;
}

std::vector<std::string> MemoryEnv::list(const std::string& folder) const {
    const std::string prefix = join_path("", folder) + "/";
    std::set<std::string> names;
    for (auto it = files.lower_bound(prefix); it != files.end() && it->first.starts_with(prefix); ++it) {
        const std::string rest = it->first.substr(prefix.size());
        names.insert(rest.substr(0, rest.find('/')));
    }
    return {names.begin(), names.end()};
}

bool MemoryEnv::is_file(const std::string& path) const {
    return files.contains(join_path("", path));
}

bool MemoryEnv::is_folder(const std::string& path) const {
    const std::string prefix = join_path("", path) + "/";
    const auto it = files.lower_bound(prefix);
    return it != files.end() && it->first.starts_with(prefix);
}

std::optional<std::string> MemoryEnv::resolve(const std::string& path) const {
    if (!is_file(path) && !is_folder(path)) return std::nullopt;
    return join_path("", path);
}

std::optional<IoError> MemoryEnv::write(const std::string& path, std::string_view bytes) {
    files[join_path("", path)] = std::string(bytes);
    return std::nullopt;
}

std::optional<IoError> Env::append(const std::string& path, std::string_view bytes) {
    const auto before = read(path, std::numeric_limits<std::size_t>::max());
    const auto* text = std::get_if<std::string>(&before);
    return write(path, (text ? *text : std::string()) + std::string(bytes));
}

std::optional<IoError> MemoryEnv::remove(const std::string& path) {
    files.erase(join_path("", path));
    return std::nullopt;
}

}  // namespace sayso
