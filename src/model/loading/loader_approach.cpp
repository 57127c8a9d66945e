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
#include "model/overlaid.h"
#include "model/project_files.h"

namespace sayso::model {
namespace {

/// "en-GB" is looked for as it stands, then as "en".
std::vector<std::string> tags_of(const std::string& lang) {
    if (!is_language(lang)) return {};
    const std::string primary = lang.substr(0, lang.find('-'));
    return primary == lang ? std::vector{lang} : std::vector{primary, lang};
}

/// A key without a value waits for its words: it says nothing yet.
void drop_waiting(load::Value& words) {
    std::erase_if(words.entries,
                  [](const load::Entry& entry) { return entry.value.kind == load::Value::Kind::null; });
    for (load::Entry& entry : words.entries) drop_waiting(entry.value);
    for (load::Value& item : words.items) drop_waiting(item);
}

bool has_id(const load::Value& list, const std::string& wanted) {
    return std::any_of(list.items.begin(), list.items.end(), [&](const load::Value& item) {
        const load::Value* id = load::id_of(item);
        return id != nullptr && id->scalar == wanted;
    });
}

/// An audience written beside `audiences` instead of under it.
void take_out_audiences(load::Value& over, const load::Value& approach, Diagnostics& diagnostics) {
    const std::vector<std::string> keys = keys_of(load::Reader<Approach>::record());
    const load::Value* stakeholders = approach.find("stakeholders");
    std::erase_if(over.entries, [&](const load::Entry& entry) {
        const bool is_key = std::find(keys.begin(), keys.end(), entry.key) != keys.end();
        if (is_key || stakeholders == nullptr || !has_id(*stakeholders, entry.key)) return false;
        diagnostics.error("unknown-key", entry.span,
                          fmt::format("\"{}\" is an audience, and stands outside \"audiences\"", entry.key),
                          "write \"audiences:\" above it, and indent it by two spaces");
        return true;
    });
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
            if (value == nullptr || value->kind == load::Value::Kind::null) continue;
            load::set_language(all.emplace_back(*value), tag);
            drop_waiting(all.back());
        }
    }
    return all;
}

Layers Loader::layers(const Project& project, const std::string& folder, const std::string& file,
                      const std::string& lang) {
    Project nobody;
    return {overlays(project), translations(nobody, folder, file, lang),
            translations(project, {}, file, lang)};
}

Layers Loader::layers_of_audience(const Project& project, const std::string& folder, const std::string& id,
                                  const std::string& lang) {
    Layers over = layers(project, folder, "audiences/" + id + ".yaml", lang);
    std::vector<load::Value> mine;
    for (const load::Value& one : over.overlays) {
        const load::Value* audiences = one.find("audiences");
        const load::Value* own = audiences != nullptr ? audiences->find(id) : nullptr;
        if (own != nullptr && own->kind != load::Value::Kind::null) mine.push_back(*own);
    }
    over.overlays = std::move(mine);
    return over;
}

std::optional<Approach> Loader::approach(const Project& project, const std::string& lang) {
    const auto folder = approach_folder(project);
    const load::Value* shipped_value = folder ? files_->value(join_path(*folder, "approach.yaml")) : nullptr;
    if (shipped_value == nullptr) return std::nullopt;
    check_file_id(*shipped_value, name_of(*folder), diagnostics_);
    for (const char* own : {"audiences", "frameworks"})
        check_file_names(env_, join_path(*folder, own), diagnostics_);
    load::Value base = *shipped_value;
    load::set_language(base, language_of(*folder));
    Layers over = layers(project, *folder, "approach.yaml", lang);
    for (load::Value& one : over.overlays) {
        one = without(one, {"audiences", "lang"});
        take_out_audiences(one, *shipped_value, diagnostics_);
    }
    for (auto* spoken : {&over.shipped_words, &over.own_words}) {
        for (load::Value& one : *spoken) one = without(one, {"lang"});
    }
    report_untranslated(load::Reader<Approach>::record(), over, lang, "approach.yaml", diagnostics_);
    load::Value whole = laid(std::move(base), over, lang, diagnostics_);
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
    const Layers over = layers_of_audience(project, *folder, id, lang);
    report_untranslated(load::Reader<Audience>::record(), over, lang, file, diagnostics_);
    load::Value whole = laid(std::move(base), over, lang, diagnostics_);
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
