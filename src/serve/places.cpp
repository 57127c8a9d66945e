#include "serve/places.h"

#include <algorithm>

#include "env/limits.h"
#include "load/rewrite.h"

namespace sayso::serve {
namespace {

using Kind = load::Value::Kind;
using Path = std::vector<std::string>;

/// Walks all values in the order written, and keeps the way to the last that is not behind the place.
class Search {
  public:
    Search(std::uint32_t line, std::uint32_t column) : line_(line), column_(column) {}

    void visit(const load::Value& value) {
        if (value.kind == Kind::scalar && is_before(value.span)) found_ = path_;
        for (const load::Entry& entry : value.entries) step(entry.key, entry.value);
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            const load::Value* id = load::id_of(value.items[i]);
            const bool named = id != nullptr && value.items[i].kind == Kind::map;
            step(named ? load::item_mark + id->scalar : std::to_string(i), value.items[i]);
        }
    }
    std::optional<Path> take() { return std::move(found_); }

  private:
    void step(const std::string& name, const load::Value& value) {
        path_.push_back(name);
        visit(value);
        path_.pop_back();
    }
    bool is_before(const Span& span) const {
        return span.line < line_ || (span.line == line_ && span.column <= column_);
    }

    std::uint32_t line_, column_;
    Path path_;
    std::optional<Path> found_;
};

bool is_number(const std::string& step) {
    return !step.empty() &&
           std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string scalar_at(const load::Value& map, const char* key) {
    const load::Value* found = map.find(key);
    return found != nullptr && found->kind == Kind::scalar ? found->scalar : std::string();
}

/// The first overlay of the project that is its own file of words.
std::string first_overlay(const load::Value& project) {
    const load::Value* list = project.find("overlays");
    if (list == nullptr) return {};
    for (const load::Value& item : list->items) {
        if (item.kind == Kind::scalar) return item.scalar;
    }
    return {};
}

std::string only_folder(const Env& env, const std::string& folder) {
    const std::vector<std::string> names = env.list(folder);
    return names.empty() ? std::string() : names.front();
}

}  // namespace

std::optional<Path> path_at(const load::Value& root, std::uint32_t line, std::uint32_t column) {
    Search search(line, column);
    search.visit(root);
    std::optional<Path> path = search.take();
    // A line of a list of lines is changed with its list.
    if (path && !path->empty() && is_number(path->back())) path->pop_back();
    return path && !path->empty() ? path : std::nullopt;
}

std::shared_ptr<const load::Value> YamlFiles::read(const std::string& path) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = known_.find(path); found != known_.end()) return found->second;
    }
    std::shared_ptr<const load::Value> out;
    const auto read = env_.read(path, limits::yaml_file_bytes);
    if (const auto* text = std::get_if<std::string>(&read)) {
        Diagnostics faults;
        if (auto value = load::parse_yaml(1, *text, {}, faults))
            out = std::make_shared<const load::Value>(*std::move(value));
    }
    const std::lock_guard lock(mutex_);
    return known_[path] = out;
}

void YamlFiles::forget(const std::vector<std::string>& paths) {
    const std::lock_guard lock(mutex_);
    for (const std::string& path : paths) known_.erase(path);
}

Approach approach_of(const Env& env, YamlFiles& yaml, const std::string& data_folder,
                     const ProjectFiles& files) {
    const auto written = yaml.read(files.path("sayso.yaml"));
    const load::Value project = written ? *written : load::Value{};
    const std::string shipped = join_path(data_folder, "templates/approaches");
    std::string id = scalar_at(project, "approach");
    if (id.empty()) id = only_folder(env, shipped);
    Approach out;
    out.folder = join_path(shipped, id);
    out.shipped = env.is_file(join_path(out.folder, "approach.yaml"));
    if (!out.shipped) {
        out.folder = files.path(id);
        return out;
    }
    out.overlay = first_overlay(project);
    out.overlay_listed = !out.overlay.empty();
    if (!out.overlay_listed) out.overlay = "overlays/our-words.yaml";
    return out;
}

std::optional<Field> own_field(const Approach& approach, const ProjectFiles& files, const std::string& name,
                               const Path& path) {
    if (!approach.shipped) {
        const auto file = files.file_of(join_path(approach.folder, name));
        return file ? std::optional(Field{*file, path}) : std::nullopt;
    }
    // Items without an id cannot be reached by an overlay.
    if (std::any_of(path.begin(), path.end(), is_number)) return std::nullopt;
    constexpr std::string_view readers = "audiences/", ending = ".yaml";
    Path whole;
    if (name.starts_with(readers))
        whole = {"audiences", name.substr(readers.size(), name.size() - readers.size() - ending.size())};
    whole.insert(whole.end(), path.begin(), path.end());
    return Field{approach.overlay, std::move(whole)};
}

std::optional<Field> field_at(YamlFiles& yaml, const Approach& approach, const ProjectFiles& files,
                              const TextPlace& place) {
    const auto root = place.file.ends_with(".yaml") ? yaml.read(place.file) : nullptr;
    auto path = root ? path_at(*root, place.line, place.column) : std::nullopt;
    if (!path) return std::nullopt;
    const std::string start = approach.folder + "/";
    if (approach.shipped && place.file.starts_with(start)) {
        const std::string name = place.file.substr(start.size());
        const bool translated = name.starts_with("lang/");
        return translated ? std::nullopt : own_field(approach, files, name, *path);
    }
    const auto file = files.file_of(place.file);
    return file ? std::optional(Field{*file, std::move(*path)}) : std::nullopt;
}

}  // namespace sayso::serve
