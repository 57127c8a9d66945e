// `sayso translate`: overlays for a translator to fill in, beside what is translated already.

#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "env/limits.h"
#include "model/loading.h"
#include "model/overlaid.h"
#include "model/translation.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

constexpr const char* begun =
    "# What the lines above each key say is to be said in this language too. Leave empty what is not done "
    "yet: it\n"
    "# stays as it is. {{…}} and **…** stay as they are, in whatever place they read well.\n";

/// False, and reported, when the file cannot be kept as it is.
bool read_before(Env& env, const std::string& path, std::string& before, Diagnostics& diagnostics) {
    if (!env.is_file(path)) return true;
    auto read = env.read(path, limits::yaml_file_bytes);
    if (auto* bytes = std::get_if<std::string>(&read)) {
        before = std::move(*bytes);
        return true;
    }
    diagnostics.error("cannot-read", {},
                      fmt::format("cannot read \"{}\": {}", path, std::get<IoError>(read).reason),
                      std::get<IoError>(read).hint_or("look whether it opens in an editor"));
    return false;
}

std::vector<std::string> readers(Catalogue& catalogue, const std::vector<std::string>& wanted) {
    const std::vector<std::string>& known = catalogue.audience_ids();
    if (wanted.empty()) return known;
    for (const std::string& id : wanted) {
        if (std::find(known.begin(), known.end(), id) == known.end())
            catalogue.diagnostics().error(usage_fault, {}, fmt::format("there is no audience \"{}\"", id),
                                          suggestion(id, known));
    }
    return wanted;
}

bool can_translate(Catalogue& catalogue, const std::string& lang) {
    if (!model::is_language(lang)) {
        catalogue.diagnostics().error(usage_fault, {}, fmt::format("\"{}\" is no language", lang),
                                      "write its tag, such as pl or cy");
    } else if (model::same_tongue(lang, catalogue.base_lang())) {
        catalogue.diagnostics().error(usage_fault, {},
                                      fmt::format("\"{}\" is what this project is written in", lang),
                                      "name the language to translate into");
    } else if (catalogue.project()->folder.empty()) {
        catalogue.diagnostics().error(usage_fault, {}, "a translation needs a project to stand in",
                                      fmt::format("write: sayso translate {} my-service", lang));
    }
    return !catalogue.diagnostics().has_errors();
}

}  // namespace

Report Session::translate(const TranslateOptions& options, std::size_t& texts) const {
    Catalogue catalogue = impl_->catalogue();
    texts = 0;
    if (!catalogue.project() || !can_translate(catalogue, options.lang)) return impl_->report(catalogue, {});
    const auto audiences = readers(catalogue, options.audiences);
    if (catalogue.diagnostics().has_errors()) return impl_->report(catalogue, {});
    std::vector<std::string> files;
    for (const model::Translatable& file :
         catalogue.loader().to_translate(*catalogue.project(), audiences, options.lang)) {
        std::string before;
        if (!read_before(catalogue.env(), file.path, before, catalogue.diagnostics())) continue;
        const model::TranslationText made = model::translation_of(file, before);
        texts += made.missing;
        if (made.missing == 0 || made.text == before) continue;
        const std::string text = before.empty() ? begun + made.text : made.text;
        if (!write_file(catalogue.env(), file.path, text, files, catalogue.diagnostics())) break;
    }
    return impl_->report(catalogue, std::move(files));
}

}  // namespace sayso
