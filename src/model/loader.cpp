#include "model/loader.h"

#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "env/limits.h"
#include "load/value.h"
#include "model/check.h"
#include "model/files.h"
#include "model/loading.h"
#include "model/site_table.h"

namespace sayso::model {
namespace {

constexpr std::string_view default_theme = "sayso";

}  // namespace

Loader::Loader(const Env& env, std::string data_folder, SourceMap& sources, Diagnostics& diagnostics)
    : env_(env),
      data_folder_(std::move(data_folder)),
      sources_(sources),
      diagnostics_(diagnostics),
      files_(std::make_unique<Files>(env, sources, diagnostics)) {}

Loader::~Loader() = default;

std::string Loader::shipped(const std::string& path) const {
    return join_path(data_folder_, "templates/" + path);
}

bool Loader::is_inside(const Project& project, const std::string& path) const {
    const auto folder = env_.resolve(project.folder), file = env_.resolve(path);
    // An environment that cannot tell where a path really leads (in memory) has no links to follow either.
    if (!folder || !file) return true;
    return *file == *folder || file->starts_with(*folder == "/" ? "/" : *folder + "/");
}

std::optional<std::string> Loader::path_in_project(const Project& project, const Words& name) {
    if (name.empty()) return std::nullopt;  // reported where it was read
    const std::string relative = join_path("", name.text), path = join_path(project.folder, name.text);
    const bool is_lexically_outside =
        name.text.starts_with('/') || relative == ".." || relative.starts_with("../");
    if (is_lexically_outside || !is_inside(project, path)) {
        diagnostics_.error("outside-project", name.span,
                           fmt::format("\"{}\" is outside the project's folder", load::clipped(name.text)),
                           "copy the file into the folder of sayso.yaml, and name it from there");
        return std::nullopt;
    }
    if (env_.is_file(path)) return path;
    diagnostics_.error("no-such-file", name.span,
                       fmt::format("there is no file \"{}\"", load::clipped(name.text)),
                       suggestion(name_of(path), env_.list(folder_of(path))));
    return std::nullopt;
}

std::optional<std::string> Loader::project_file(const Project& project, const Words& name,
                                                std::size_t max_bytes) {
    const auto path = path_in_project(project, name);
    if (!path) return std::nullopt;
    auto bytes = env_.read(*path, max_bytes);
    if (auto* text = std::get_if<std::string>(&bytes)) return std::move(*text);
    diagnostics_.error(
        "cannot-read", name.span,
        fmt::format("cannot read \"{}\": {}", load::clipped(name.text), std::get<IoError>(bytes).reason));
    return std::nullopt;
}

std::optional<Project> Loader::project(const std::string& path) {
    Project project;
    if (!path.empty()) {
        const std::string file = env_.is_folder(path) ? join_path(path, "sayso.yaml") : path;
        if (!env_.is_file(file)) {
            diagnostics_.error("no-project", {}, fmt::format("there is no project at \"{}\"", path),
                               "name a folder that holds sayso.yaml, or such a file");
            return std::nullopt;
        }
        const load::Value* written = files_->value(file);
        if (written == nullptr) return std::nullopt;
        load::Value value = *written;
        load::set_language(value, project_language(value, folder_of(file)));
        project = bind<Project>(value, diagnostics_);
        project.folder = folder_of(file);
        if (project.service) read_sites(project);
    }
    if (project.approach.empty()) project.approach.text = default_approach();
    if (project.theme.empty()) project.theme.text = default_theme;
    if (project.lang.empty()) project.lang.text = project_language({}, {});
    return project;
}

void Loader::read_sites(Project& project) {
    if (!project.service->sites_file) return;
    const auto text = project_file(project, *project.service->sites_file, limits::text_file_bytes);
    if (!text) return;
    const std::string path = join_path(project.folder, project.service->sites_file->text);
    add_sites(sources_.add(path, *text), *text, *project.service, diagnostics_);
}

std::optional<PackFile> Loader::pack(const Project& project) {
    const std::string own = join_path(project.folder, "pack.yaml");
    const bool has_own = !project.folder.empty() && env_.is_file(own);
    const load::Value* value = files_->value(has_own ? own : shipped("pack.yaml"));
    if (value == nullptr) return std::nullopt;
    return bind<PackFile>(*value, diagnostics_);
}

std::string Loader::default_approach() const {
    const auto shipped_ones = env_.list(shipped("approaches"));
    return shipped_ones.empty() ? "" : shipped_ones.front();
}

std::string Loader::project_language(const load::Value& written, const std::string& folder) {
    Project project;
    project.folder = folder;
    project.approach.text = scalar_at(written, "approach", default_approach());
    const auto approach = find_approach(project);
    return scalar_at(written, "lang", approach ? language_of(*approach) : shipped_language);
}

std::optional<Theme> Loader::theme(const Project& project, const std::string& id) {
    const std::string own = join_path(project.folder, "themes/" + id + ".yaml");
    const std::string path =
        !project.folder.empty() && env_.is_file(own) ? own : shipped("themes/" + id + ".yaml");
    if (!load::is_kebab(id) || !env_.is_file(path)) {
        diagnostics_.error("unknown-theme", project.theme == id ? project.theme.span : Span{},
                           fmt::format("there is no theme \"{}\"", load::clipped(id)),
                           suggestion(id, theme_ids(project)));
        return std::nullopt;
    }
    const load::Value* value = files_->value(path);
    if (value == nullptr) return std::nullopt;
    check_file_id(*value, id, diagnostics_);
    Theme theme = bind<Theme>(*value, diagnostics_);
    check_theme(theme, diagnostics_);
    return theme;
}

std::vector<std::string> Loader::translated_languages(const Project& project) {
    std::vector<std::string> out;
    const auto folder = approach_folder(project);
    if (folder) out = env_.list(join_path(*folder, "lang"));
    if (!project.folder.empty()) {
        for (std::string& lang : env_.list(join_path(project.folder, "lang"))) out.push_back(std::move(lang));
    }
    return out;
}

std::vector<std::string> Loader::theme_ids(const Project& project) {
    std::vector<std::string> ids = files_->ids_in(shipped("themes"));
    if (!project.folder.empty()) {
        for (std::string& id : files_->ids_in(join_path(project.folder, "themes")))
            ids.push_back(std::move(id));
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

}  // namespace sayso::model
