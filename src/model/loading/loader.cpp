#include "model/loader.h"

#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "env/limits.h"
#include "load/value.h"
#include "model/check.h"
#include "model/files.h"
#include "model/loading.h"
#include "model/project_files.h"
#include "model/site_table.h"

namespace sayso::model {
namespace {}  // namespace

Loader::Loader(const Env& env, std::string data_folder, SourceMap& sources, Diagnostics& diagnostics,
               ParsedFiles known)
    : env_(env),
      data_folder_(std::move(data_folder)),
      sources_(sources),
      diagnostics_(diagnostics),
      files_(std::make_unique<Files>(env, sources, diagnostics, std::move(known))) {}

Loader::~Loader() = default;

const ParsedFiles& Loader::parsed() const {
    return files_->parsed();
}

std::string Loader::shipped(const std::string& path) const {
    return join_path(data_folder_, "templates/" + path);
}

std::optional<std::string> Loader::path_in_project(const Project& project, const Words& name) {
    if (name.empty()) return std::nullopt;  // reported where it was read
    return project_file_path(env_, project, name, diagnostics_);
}

std::optional<std::string> Loader::project_file(const Project& project, const Words& name,
                                                std::size_t max_bytes) {
    return read_project_file(env_, project, name, max_bytes, diagnostics_);
}

bool Loader::check_project_file(const std::string& named, const std::string& file) {
    const auto refuse = [&](std::string message, std::string hint) {
        diagnostics_.error("no-project", {}, std::move(message), std::move(hint));
        return false;
    };
    if (!env_.resolve(file)) {
        const std::vector<std::string> there = env_.list(folder_of(file));
        const auto holds = [&](const std::string& name) {
            return std::find(there.begin(), there.end(), name) != there.end();
        };
        if (holds(name_of(file)))
            return refuse(fmt::format("\"{}\" is a link that leads nowhere", file),
                          "put the file itself there");
        if (!env_.is_folder(named)) {
            const auto near = nearest(name_of(named), there);
            return refuse(fmt::format("there is no project at \"{}\"", named),
                          near ? fmt::format("did you mean \"{}\"?", join_path(folder_of(named), *near))
                               : "name a folder that holds sayso.yaml, or such a file");
        }
        return refuse(fmt::format("the folder \"{}\" holds no sayso.yaml", named),
                      holds("sayso.yml") ? "rename \"sayso.yml\" to \"sayso.yaml\""
                                         : "name a folder that does; `sayso init FOLDER` makes one");
    }
    if (env_.is_folder(file))
        return refuse(fmt::format("\"{}\" is a folder, not a file", file),
                      "name a folder that holds sayso.yaml");
    if (!lies_within(env_, folder_of(file), file)) {
        return refuse(fmt::format("\"{}\" is a link to a place outside its folder", file),
                      fmt::format("name the file that it leads to: \"{}\"", *env_.resolve(file)));
    }
    return true;
}

void Loader::check_language(const Project& project) {
    if (!project.lang.span) return;  // nobody asked for one
    const auto approach = find_approach(project);
    if (!approach) return;  // reported where its texts are read
    const auto primary = [](const std::string& tag) { return tag.substr(0, tag.find('-')); };
    std::vector<std::string> known{language_of(*approach)};
    if (is_language(project.lang.text) && primary(project.lang.text) == primary(known.front())) return;
    for (std::string& lang : translated_languages(project)) {
        if (lang == project.lang.text || lang == primary(project.lang.text)) return;
        known.push_back(std::move(lang));
    }
    diagnostics_.error(
        "unknown-language", project.lang.span,
        fmt::format("there are no texts in the language \"{}\"", load::clipped(project.lang.text)),
        suggestion(project.lang.text, known));
}

std::optional<Project> Loader::project(const std::string& path) {
    Project project;
    if (!path.empty()) {
        const std::string file = env_.is_folder(path) ? join_path(path, "sayso.yaml") : path;
        if (!check_project_file(path, file)) return std::nullopt;
        const load::Value* written = files_->value(file);
        if (written == nullptr) return std::nullopt;
        load::Value value = *written;
        load::set_language(value, project_language(value, folder_of(file)));
        project = bind<Project>(value, diagnostics_);
        if (value.kind != load::Value::Kind::map)
            return std::nullopt;  // no project: nothing else to find in it
        project.folder = folder_of(file);
        for (const char* folder : {"templates", "themes", "words"})
            check_file_names(env_, join_path(project.folder, folder), diagnostics_);
        if (project.service) {
            if (auto& logo = project.service->logo; logo && !logo->decorative && logo->alt.empty())
                logo->alt = project.service->name;
            read_spoken(project);
            read_sites(project);
        }
    }
    if (project.approach.empty()) project.approach.text = default_approach();
    if (project.theme.empty()) project.theme.text = default_theme;
    if (project.lang.empty()) {
        const auto approach = find_approach(project);
        project.lang.text = approach ? language_of(*approach) : shipped_language;
    }
    check_language(project);
    return project;
}

void Loader::read_spoken(Project& project) {
    for (const std::string& lang : env_.list(join_path(project.folder, "lang"))) {
        auto words = written(join_path(project.folder, "lang/" + lang + "/sayso.yaml"));
        if (!words || words->kind == load::Value::Kind::null) continue;
        load::set_language(*words, lang);
        project.service->spoken[lang] = bind<SpokenProject>(*words, diagnostics_).service;
    }
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
    const bool has_own = !project.folder.empty() && (env_.is_file(own) || env_.is_folder(own));
    if (has_own && !path_in_project(project, {"pack.yaml", {}, {}})) return std::nullopt;
    if (!has_own && !project.folder.empty() && env_.is_file(join_path(project.folder, "pack.yml"))) {
        diagnostics_.error("misnamed-file", {},
                           fmt::format("\"{}\" would not be read", join_path(project.folder, "pack.yml")),
                           "rename \"pack.yml\" to \"pack.yaml\"");
        return std::nullopt;
    }
    const auto folder = has_own ? std::nullopt : approach_folder(project);
    std::string path = has_own ? own : shipped("pack.yaml");
    if (folder && env_.is_file(join_path(*folder, "pack.yaml"))) path = join_path(*folder, "pack.yaml");
    const load::Value* value = files_->value(path);
    if (value == nullptr) return std::nullopt;
    PackFile file = bind<PackFile>(*value, diagnostics_);
    file.own = has_own;
    return file;
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

std::vector<std::string> Loader::translated_languages(const Project& project) {
    std::vector<std::string> out;
    const auto folder = approach_folder(project);
    if (folder) out = env_.list(join_path(*folder, "lang"));
    if (!project.folder.empty()) {
        for (std::string& lang : env_.list(join_path(project.folder, "lang"))) out.push_back(std::move(lang));
    }
    return out;
}

}  // namespace sayso::model
