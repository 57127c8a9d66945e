// Themes: which file an id stands for, and what it extends.
#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "load/value.h"
#include "model/brand.h"
#include "model/check.h"
#include "model/files.h"
#include "model/loader.h"
#include "model/loading.h"

namespace sayso::model {

using load::Value;

std::string Loader::theme_path(const Project& project, const std::string& id,
                               const std::string& except) const {
    if (!load::is_kebab(id)) return {};
    const std::string own = join_path(project.folder, "themes/" + id + ".yaml");
    if (!project.folder.empty() && own != except && env_.is_file(own)) return own;
    const std::string shipped_one = shipped("themes/" + id + ".yaml");
    return shipped_one != except && env_.is_file(shipped_one) ? shipped_one : "";
}

std::optional<Value> Loader::theme_base(const Project& project, const Value& own, const std::string& path,
                                        std::vector<std::string> chain) {
    const Value* extends = own.find("extends");
    if (extends == nullptr && path == shipped(fmt::format("themes/{}.yaml", default_theme))) return Value{};
    const std::string id = scalar_at(own, "extends", default_theme);
    // A project's theme may extend the shipped one of the same name.
    const std::string base = theme_path(project, id, path);
    const Span place = extends != nullptr ? extends->span : own.span;
    if (base.empty()) {
        diagnostics_.error("unknown-theme", place, fmt::format("there is no theme \"{}\"", load::clipped(id)),
                           suggestion(id, theme_ids(project)));
        return std::nullopt;
    }
    if (std::find(chain.begin(), chain.end(), base) != chain.end()) {
        diagnostics_.error("cycle", place, fmt::format("the theme \"{}\" comes to extend itself", id),
                           "name another theme, or remove the line");
        return std::nullopt;
    }
    std::optional<Value> whole = theme_value(project, base, std::move(chain));
    if (!whole) return std::nullopt;
    return without(*whole, {"id", "name", "extends"});
}

std::optional<Value> Loader::theme_value(const Project& project, const std::string& path,
                                         std::vector<std::string> chain) {
    const Value* own = files_->value(path);
    if (own == nullptr) return std::nullopt;
    chain.push_back(path);
    std::optional<Value> whole = theme_base(project, *own, path, std::move(chain));
    if (!whole) return std::nullopt;
    load::overlay(*whole, *own, diagnostics_);
    whole->span = own->span;
    return whole;
}

std::optional<Theme> Loader::theme(const Project& project, const std::string& id) {
    const std::string path = theme_path(project, id, {});
    if (path.empty()) {
        diagnostics_.error("unknown-theme", project.theme == id ? project.theme.span : Span{},
                           fmt::format("there is no theme \"{}\"", load::clipped(id)),
                           suggestion(id, theme_ids(project)));
        return std::nullopt;
    }
    const std::optional<Value> value = theme_value(project, path, {});
    if (!value) return std::nullopt;
    check_file_id(*value, id, diagnostics_);
    Theme theme = bind<Theme>(*value, diagnostics_);
    if (project.brand) lay_brand(theme, *project.brand, diagnostics_);
    check_theme(theme, diagnostics_);
    return theme;
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
