// What there is to translate: each file as the project's language has it, beside what another language has of
// it.
#include <algorithm>

#include "load/value.h"
#include "model/files.h"
#include "model/loader.h"
#include "model/loading.h"
#include "model/overlaid.h"
#include "model/translation.h"

namespace sayso::model {
namespace {

/// In whatever layer the words of the language come from.
std::vector<load::Value> done_in(const Layers& layers, const std::string& lang) {
    std::vector<load::Value> done = layers.shipped_words;
    done.insert(done.end(), layers.own_words.begin(), layers.own_words.end());
    for (const load::Value& over : layers.overlays) {
        if (same_tongue(over.lang, lang)) done.push_back(over);
    }
    return done;
}

}  // namespace

std::optional<load::Value> Loader::written(const std::string& path) {
    const load::Value* value = files_->has(path) ? files_->value(path) : nullptr;
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::optional<load::Value> Loader::bones() {
    const load::Value* value = files_->value(shipped("new-approach.yaml"));
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

Translatable Loader::approach_to_translate(const Project& project, const std::string& folder,
                                           const std::string& lang) {
    Translatable out;
    out.path = join_path(project.folder, "lang/" + lang + "/approach.yaml");
    out.shape = &load::Reader<Approach>::record();
    if (auto base = written(join_path(folder, "approach.yaml"))) {
        load::set_language(*base, language_of(folder));
        Layers over = layers(project, folder, "approach.yaml", project.lang.text);
        for (load::Value& one : over.overlays) one = without(one, {"audiences", "lang"});
        out.source = laid(std::move(*base), over, project.lang.text, diagnostics_);
    }
    out.done = done_in(layers(project, folder, "approach.yaml", lang), lang);
    out.own = written(out.path);
    return out;
}

Translatable Loader::audience_to_translate(const Project& project, const std::string& folder,
                                           const std::string& id, const std::string& lang) {
    const std::string file = "audiences/" + id + ".yaml";
    Translatable out;
    out.path = join_path(project.folder, "lang/" + lang + "/" + file);
    out.shape = &load::Reader<Audience>::record();
    load::Value base;
    if (auto shipped_words = written(join_path(folder, file))) base = std::move(*shipped_words);
    load::set_language(base, language_of(folder));
    out.source = laid(std::move(base), layers_of_audience(project, folder, id, project.lang.text),
                      project.lang.text, diagnostics_);
    out.done = done_in(layers_of_audience(project, folder, id, lang), lang);
    out.own = written(out.path);
    out.texts = named_texts(project);
    return out;
}

std::optional<Translatable> Loader::template_to_translate(const Project& project, const std::string& id,
                                                          const std::string& lang) {
    const std::string path = template_path(project, id, {});
    const auto file = path.empty() ? std::nullopt : written(path);
    const load::Value* strings = file ? file->find("strings") : nullptr;
    if (strings == nullptr || same_tongue(scalar_at(*file, "lang", shipped_language), lang))
        return std::nullopt;
    Translatable out;
    out.path = join_path(project.folder, "templates/lang/" + lang + "/" + id + ".yaml");
    out.shape = &load::Reader<Template>::record();
    out.source.kind = load::Value::Kind::map;
    out.source.entries.push_back({"strings", strings->span, *strings});
    load::set_language(out.source, scalar_at(*file, "lang", shipped_language));
    out.done = template_translations(project, path, id, lang);
    out.own = written(out.path);
    return out;
}

std::optional<Translatable> Loader::project_to_translate(const Project& project, const std::string& lang) {
    const auto file = written(join_path(project.folder, "sayso.yaml"));
    const load::Value* service = file ? file->find("service") : nullptr;
    if (service == nullptr || service->kind != load::Value::Kind::map) return std::nullopt;
    Translatable out;
    out.path = join_path(project.folder, "lang/" + lang + "/sayso.yaml");
    out.shape = &load::Reader<SpokenProject>::record();
    out.source.kind = load::Value::Kind::map;
    out.source.entries.push_back({"service", service->span, *service});
    load::set_language(out.source, project.lang.text);
    out.own = written(out.path);
    if (out.own) out.done.push_back(*out.own);
    return out;
}

std::vector<Translatable> Loader::to_translate(const Project& project,
                                               const std::vector<std::string>& audiences,
                                               const std::string& lang) {
    std::vector<Translatable> out;
    const auto folder = approach_folder(project);
    if (!folder) return out;
    if (auto file = project_to_translate(project, lang)) out.push_back(std::move(*file));
    out.push_back(approach_to_translate(project, *folder, lang));
    for (const std::string& id : audiences) out.push_back(audience_to_translate(project, *folder, id, lang));
    for (const std::string& id : template_ids(project)) {
        if (auto file = template_to_translate(project, id, lang)) out.push_back(std::move(*file));
    }
    return out;
}

namespace {

/// Adds what one template wants; several may want the same.
void add_wanted(const std::map<std::string, NamedText>& texts, const std::string& kind,
                const std::vector<std::string>& audiences, std::vector<WantedText>& all) {
    for (const auto& [name, text] : texts) {
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const WantedText& w) { return w.name == name; });
        if (known == all.end()) {
            all.push_back({name, text, {kind}, audiences});
            continue;
        }
        if (std::find(known->kinds.begin(), known->kinds.end(), kind) == known->kinds.end())
            known->kinds.push_back(kind);
        if (audiences.empty()) known->audiences.clear();
        if (known->audiences.empty()) continue;
        for (const std::string& audience : audiences)
            if (std::find(known->audiences.begin(), known->audiences.end(), audience) ==
                known->audiences.end())
                known->audiences.push_back(audience);
    }
}

}  // namespace

std::vector<WantedText> Loader::named_texts(const Project& project) {
    std::vector<WantedText> all;
    for (const std::string& id : template_ids(project)) {
        const std::string path = template_path(project, id, {});
        const auto file = path.empty() ? std::nullopt : template_value(project, path, shipped_language, {});
        const load::Value* texts = file ? file->find("texts") : nullptr;
        if (texts == nullptr) continue;
        std::map<std::string, NamedText> read;
        load::Reader<std::map<std::string, NamedText>>::read(*texts, read, {diagnostics_, "\"texts\""});
        std::vector<std::string> audiences;
        if (const load::Value* ids = file->find("audiences")) {
            for (const load::Value& one : ids->items) audiences.push_back(one.scalar);
        }
        add_wanted(read, scalar_at(*file, "kind", id), audiences, all);
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return all;
}

}  // namespace sayso::model
