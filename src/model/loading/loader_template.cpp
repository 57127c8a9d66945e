// Templates: which file serves a kind and an audience, what it extends, and its strings in a language.
#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "load/value.h"
#include "model/check.h"
#include "model/files.h"
#include "model/loader.h"
#include "model/loading.h"

namespace sayso::model {
namespace {

using load::Value;

constexpr std::string_view project_templates = "templates";

std::string id_of_path(const std::string& path) {
    const std::string name = name_of(path);
    return name.substr(0, name.rfind('.'));
}

bool names(const Value& file, std::string_view key, const std::string& word) {
    const Value* list = file.find(key);
    return list != nullptr && std::any_of(list->items.begin(), list->items.end(),
                                          [&](const Value& item) { return item.scalar == word; });
}

/// A page with what another gives instead: maps such as the margin are completed, the rest replaced.
Value page_with(const Value& page, const Value& given) {
    Value out = page;
    out.span = given.span;
    for (const load::Entry& entry : given.entries) {
        Value* known = out.find(entry.key);
        if (known == nullptr) {
            out.entries.push_back(entry);
        } else if (known->kind == Value::Kind::map && entry.value.kind == Value::Kind::map) {
            Diagnostics nothing_to_leave_out;
            load::overlay(*known, entry.value, nothing_to_leave_out);
        } else {
            *known = entry.value;
        }
    }
    return out;
}

/// A first page is a page, and so is the layout of a slide.
void complete_pages(Value& whole) {
    const Value* found = whole.find("page");
    if (found == nullptr || found->kind != Value::Kind::map) return;
    const Value page = *found;
    Value* first = whole.find("first-page");
    if (first == nullptr) {
        whole.entries.push_back({"first-page", page.span, page});
    } else if (first->kind == Value::Kind::map) {
        *first = page_with(page, *first);
    }
    Value* layouts = whole.find("layouts");
    if (layouts == nullptr || layouts->kind != Value::Kind::map) return;
    for (load::Entry& entry : layouts->entries)
        if (entry.value.kind == Value::Kind::map) entry.value = page_with(page, entry.value);
}

}  // namespace

std::string Loader::template_path(const Project& project, const std::string& id,
                                  const std::string& except) const {
    if (!load::is_kebab(id)) return {};
    const std::string own = join_path(project.folder, fmt::format("{}/{}.yaml", project_templates, id));
    if (!project.folder.empty() && own != except && env_.is_file(own)) return own;
    const std::string shipped_one = shipped("kinds/" + id + ".yaml");
    return shipped_one != except && env_.is_file(shipped_one) ? shipped_one : "";
}

std::vector<std::string> Loader::template_ids(const Project& project) const {
    std::vector<std::string> ids = files_->ids_in(shipped("kinds"));
    if (!project.folder.empty()) {
        for (std::string& id : files_->ids_in(join_path(project.folder, project_templates)))
            ids.push_back(std::move(id));
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::vector<std::string> Loader::templates_of_kind(const Project& project, const std::string& kind) {
    std::vector<std::string> paths;
    for (const std::string& id : template_ids(project)) {
        // The id begins with the kind: so only these files need be read.
        if (id != kind && !id.starts_with(kind + "-")) continue;
        const std::string path = template_path(project, id, {});
        const Value* file = path.empty() ? nullptr : files_->value(path);
        if (file == nullptr || scalar_at(*file, "kind") == kind) paths.push_back(path);
    }
    return paths;
}

bool Loader::serves(const Project& project, const std::string& kind, const std::string& audience) {
    const auto paths = templates_of_kind(project, kind);
    return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
        const Value* file = files_->value(path);
        return file != nullptr && (file->find("audiences") == nullptr || names(*file, "audiences", audience));
    });
}

bool Loader::is_true_of(const Project& project, const std::string& kind, const char* key) {
    const auto paths = templates_of_kind(project, kind);
    return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
        const Value* file = files_->value(path);
        return file != nullptr && scalar_at(*file, key, "false") == "true";
    });
}

bool Loader::is_addressed(const Project& project, const std::string& kind) {
    return is_true_of(project, kind, "addressed");
}

bool Loader::is_for_everyone(const Project& project, const std::string& kind) {
    return is_true_of(project, kind, "for-everyone");
}

std::optional<std::string> Loader::choose_template(const Project& project, const std::string& kind,
                                                   const std::string& audience) {
    std::string general, others;
    for (const std::string& path : templates_of_kind(project, kind)) {
        const Value* file = files_->value(path);
        if (file == nullptr) return std::nullopt;  // and reported: who knows whom it is for
        if (names(*file, "audiences", audience)) return path;
        if (file->find("audiences") != nullptr) {
            others += (others.empty() ? "" : ", ") + id_of_path(path);
        } else if (general.empty()) {
            general = path;
        }
    }
    if (!general.empty()) return general;
    if (!others.empty() && audience.empty()) {
        diagnostics_.error("unknown-template", {},
                           fmt::format("the kind \"{}\" cannot be for everyone", kind),
                           "name one reader with --audience");
    } else if (!others.empty()) {
        diagnostics_.error(
            "unknown-template", {},
            fmt::format("no template of the kind \"{}\" is for the audience \"{}\"", kind, audience),
            fmt::format("add \"{}\" to the audiences of: {}", audience, others));
    } else {
        diagnostics_.error("unknown-template", {},
                           fmt::format("there is no kind of document \"{}\"", load::clipped(kind)),
                           suggestion(kind, template_kinds(project)));
    }
    return std::nullopt;
}

std::optional<Value> Loader::extended(const Project& project, const Value& own, const std::string& path,
                                      const std::string& lang, std::vector<std::string> chain) {
    const Value* base = own.find("extends");
    if (base == nullptr || base->kind != Value::Kind::scalar) return Value{};
    // A project's template may extend the shipped one of the same name.
    const std::string base_path = template_path(project, base->scalar, path);
    if (base_path.empty()) {
        const bool is_self = base->scalar == id_of_path(path);
        diagnostics_.error(is_self ? "cycle" : "unknown-template", base->span,
                           is_self ? fmt::format("the template \"{}\" extends itself", base->scalar)
                                   : fmt::format("there is no template \"{}\"", load::clipped(base->scalar)),
                           is_self ? "name another template, or remove the line"
                                   : suggestion(base->scalar, template_ids(project)));
        return std::nullopt;
    }
    if (std::find(chain.begin(), chain.end(), base_path) != chain.end()) {
        diagnostics_.error("cycle", base->span,
                           fmt::format("the template \"{}\" comes to extend itself", base->scalar),
                           "name another template, or remove the line");
        return std::nullopt;
    }
    return template_value(project, base_path, lang, std::move(chain));
}

std::optional<Value> Loader::template_value(const Project& project, const std::string& path,
                                            const std::string& lang, std::vector<std::string> chain) {
    const Value* file = files_->value(path);
    if (file == nullptr) return std::nullopt;
    chain.push_back(path);
    const std::string id = id_of_path(path);
    check_file_id(*file, id, diagnostics_);
    Value own = *file;
    load::set_language(own, scalar_at(own, "lang", shipped_language));
    std::optional<Value> whole = extended(project, own, path, lang, std::move(chain));
    if (!whole) return std::nullopt;
    load::overlay(*whole, own, diagnostics_);
    whole->span = own.span;
    for (const Value& words : template_translations(project, path, id, lang))
        load::overlay(*whole, words, diagnostics_);
    return whole;
}

std::vector<Value> Loader::template_translations(const Project& project, const std::string& path,
                                                 const std::string& id, const std::string& lang) {
    std::vector<Value> all = translations({}, folder_of(path), id + ".yaml", lang);
    const std::string own = join_path(project.folder, project_templates);
    if (project.folder.empty() || own == folder_of(path)) return all;
    for (Value& words : translations({}, own, id + ".yaml", lang)) all.push_back(std::move(words));
    return all;
}

std::optional<Template> Loader::document_template(const Project& project, const std::string& kind,
                                                  const std::string& audience, const std::string& lang) {
    const auto path = choose_template(project, kind, audience);
    if (!path) return std::nullopt;
    std::optional<Value> whole = template_value(project, *path, lang, {});
    if (!whole) return std::nullopt;
    complete_pages(*whole);
    Template made = bind<Template>(*whole, diagnostics_);
    check_template(made, diagnostics_);
    return made;
}

bool Loader::has_name_of_kind(const Value& file, const std::string& id) {
    const std::string kind = scalar_at(file, "kind", id);
    if (id == kind || id.starts_with(kind + "-")) return true;
    diagnostics_.error(
        "wrong-kind", file.find("kind")->span,
        fmt::format("the kind is \"{}\", but the file is called \"{}\"", load::clipped(kind), id),
        fmt::format("call the file \"{0}.yaml\" or \"{0}-{1}.yaml\", or change the kind", kind, id));
    return false;
}

std::vector<std::string> Loader::template_kinds(const Project& project) {
    std::vector<std::string> kinds;
    for (const std::string& id : template_ids(project)) {
        const std::string path = template_path(project, id, {});
        const Value* file = path.empty() ? nullptr : files_->value(path);
        if (file == nullptr) continue;
        // A template without a flow is there to be extended.
        const Value* flow = file->find("flow");
        const bool is_base = file->find("extends") == nullptr && (flow == nullptr || flow->items.empty());
        if (!is_base && has_name_of_kind(*file, id)) kinds.push_back(scalar_at(*file, "kind", id));
    }
    std::sort(kinds.begin(), kinds.end());
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    return kinds;
}

}  // namespace sayso::model
