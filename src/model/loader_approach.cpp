// The approach and its audiences: shipped files, the project's overlays, and translations, laid upon one
// another.
#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "load/value.h"
#include "model/check.h"
#include "model/files.h"
#include "model/loader.h"
#include "model/loading.h"
#include "model/project_files.h"

namespace sayso::model {
namespace {

/// "en-GB" is looked for as it stands, then as "en".
std::vector<std::string> tags_of(const std::string& lang) {
    if (!is_language(lang)) return {};
    const std::string primary = lang.substr(0, lang.find('-'));
    return primary == lang ? std::vector{lang} : std::vector{primary, lang};
}

}  // namespace

std::optional<std::string> Loader::find_approach(const Project& project) const {
    const std::string& name = project.approach.text;
    const std::string own = join_path(project.folder, name), relative = join_path("", name);
    const bool is_own = !project.folder.empty() && env_.is_file(join_path(own, "approach.yaml"));
    if (is_own && !name.starts_with('/') && !relative.starts_with("..") &&
        lies_within(env_, project.folder, own))
        return own;
    const std::string folder = shipped("approaches/" + name);
    if (load::is_kebab(name) && env_.is_file(join_path(folder, "approach.yaml"))) return folder;
    return std::nullopt;
}

std::optional<std::string> Loader::approach_folder(const Project& project) {
    const Words& name = project.approach;
    auto folder = find_approach(project);
    if (!folder) {
        diagnostics_.error("unknown-approach", name.span,
                           fmt::format("there is no approach \"{}\"", load::clipped(name.text)),
                           suggestion(name.text, env_.list(shipped("approaches"))));
    }
    return folder;
}

std::string Loader::language_of(const std::string& folder) {
    const load::Value* value = files_->value(join_path(folder, "approach.yaml"));
    return value == nullptr ? shipped_language : scalar_at(*value, "lang", shipped_language);
}

std::vector<load::Value> Loader::overlays(const Project& project) {
    std::vector<load::Value> all;
    for (const Words& name : project.overlays) {
        const auto path = path_in_project(project, name);
        const load::Value* value = path ? files_->value(*path, name.span) : nullptr;
        if (value == nullptr || value->kind == load::Value::Kind::null) continue;
        if (value->kind != load::Value::Kind::map) {
            diagnostics_.error("wrong-type", value->span, "an overlay holds keys of the approach",
                               "write \"key: value\", with a space after the colon");
            continue;
        }
        load::set_language(all.emplace_back(*value), scalar_at(*value, "lang", project.lang.text));
    }
    return all;
}

std::vector<load::Value> Loader::translations(const Project& project, const std::string& folder,
                                              const std::string& file, const std::string& lang) {
    std::vector<load::Value> all;
    for (const std::string& home : {folder, project.folder}) {
        if (home.empty()) continue;
        for (const std::string& tag : tags_of(lang)) {
            const std::string path = join_path(home, "lang/" + tag + "/" + file);
            const load::Value* value = files_->has(path) ? files_->value(path) : nullptr;
            if (value != nullptr && value->kind != load::Value::Kind::null)
                load::set_language(all.emplace_back(*value), tag);
        }
    }
    return all;
}

load::Value Loader::lay(load::Value base, const std::vector<load::Value>& overlays,
                        const std::vector<load::Value>& translations, const std::string& lang) {
    // An overlay that is written in the language asked for is nearer to the reader than the shipped
    // translation.
    for (const load::Value& one : overlays) {
        if (one.lang != lang) load::overlay(base, one, diagnostics_);
    }
    for (const load::Value& one : translations) load::overlay(base, one, diagnostics_);
    for (const load::Value& one : overlays) {
        if (one.lang == lang) load::overlay(base, one, diagnostics_);
    }
    return base;
}

std::optional<Approach> Loader::approach(const Project& project, const std::string& lang) {
    const auto folder = approach_folder(project);
    const load::Value* shipped_value = folder ? files_->value(join_path(*folder, "approach.yaml")) : nullptr;
    if (shipped_value == nullptr) return std::nullopt;
    check_file_id(*shipped_value, name_of(*folder), diagnostics_);
    load::Value base = *shipped_value;
    load::set_language(base, language_of(*folder));
    std::vector<load::Value> over = overlays(project),
                             spoken = translations(project, *folder, "approach.yaml", lang);
    for (load::Value& one : over) one = without(one, {"audiences", "lang"});
    for (load::Value& one : spoken) one = without(one, {"lang"});
    load::Value whole = lay(std::move(base), over, spoken, lang);
    drop_left_out(whole);
    Approach approach = bind<Approach>(whole, diagnostics_);
    note_left_out(whole, approach);
    check_approach(approach, diagnostics_);
    check_project(project, approach, diagnostics_);
    check_overlay_audiences(project, approach);
    return approach;
}

void Loader::check_overlay_audiences(const Project& project, const Approach& approach) {
    std::vector<std::string> known;
    for (const Stakeholder& one : approach.stakeholders) known.push_back(one.id.text);
    for (const load::Value& over : overlays(project)) {
        const load::Value* audiences = over.find("audiences");
        if (audiences == nullptr || !load::check_map(*audiences, {diagnostics_, "\"audiences\""})) continue;
        for (const load::Entry& entry : audiences->entries) {
            if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
            diagnostics_.error("unknown-id", entry.span,
                               fmt::format("there is no audience \"{}\"", load::clipped(entry.key)),
                               suggestion(entry.key, known));
        }
    }
}

std::optional<Audience> Loader::audience(const Project& project, const Approach& approach,
                                         const std::string& id, const std::string& lang) {
    const auto folder = approach_folder(project);
    if (!folder) return std::nullopt;
    const std::string file = "audiences/" + id + ".yaml", path = join_path(*folder, file);
    const auto known = audience_ids(project, approach);
    if (std::find(known.begin(), known.end(), id) == known.end()) {
        diagnostics_.error("unknown-audience", {},
                           fmt::format("there is no audience \"{}\"", load::clipped(id)),
                           suggestion(id, known));
        return std::nullopt;
    }
    load::Value base;
    if (files_->has(path)) {
        const load::Value* shipped_value = files_->value(path);
        if (shipped_value == nullptr) return std::nullopt;
        check_file_id(*shipped_value, id, diagnostics_);
        base = *shipped_value;
        load::set_language(base, language_of(*folder));
    }
    std::vector<load::Value> over;
    for (const load::Value& one : overlays(project)) {
        const load::Value* audiences = one.find("audiences");
        const load::Value* mine = audiences != nullptr ? audiences->find(id) : nullptr;
        if (mine != nullptr && mine->kind != load::Value::Kind::null) over.push_back(*mine);
    }
    load::Value whole = lay(std::move(base), over, translations(project, *folder, file, lang), lang);
    drop_left_out(whole, approach, id);
    Audience audience = bind<Audience>(whole, diagnostics_);
    if (audience.id.empty()) audience.id.text = id;
    check_audience(audience, approach, diagnostics_);
    complete(audience, approach);
    return audience;
}

std::vector<std::string> Loader::audience_ids(const Project& project, const Approach& approach) {
    const auto folder = approach_folder(project);
    if (!folder) return {};
    std::vector<std::string> written = files_->ids_in(join_path(*folder, "audiences"));
    for (const load::Value& one : overlays(project)) {
        if (const load::Value* audiences = one.find("audiences")) {
            for (const load::Entry& entry : audiences->entries) written.push_back(entry.key);
        }
    }
    std::vector<std::string> ids;  // in the order of the stakeholders
    for (const Stakeholder& one : approach.stakeholders) {
        if (std::find(written.begin(), written.end(), one.id.text) != written.end())
            ids.push_back(one.id.text);
    }
    return ids;
}

}  // namespace sayso::model
