#include "env/limits.h"
#include "evidence/fields.h"
#include "load/value.h"

namespace sayso::evidence {
namespace {

/// The file of a language: its own, else one of the same language elsewhere ("en-GB.yaml" for "en").
std::string file_for(const Env& env, const std::string& folder, const std::string& lang) {
    const std::string own = join_path(folder, lang + ".yaml"), first = lang.substr(0, lang.find('-'));
    if (env.is_file(own)) return own;
    for (const std::string& name : env.list(folder))
        if (name == first + ".yaml" || name.starts_with(first + "-")) return join_path(folder, name);
    return {};
}

}  // namespace

ClaimWords load_claim_words(const Env& env, const std::string& folder, const std::string& lang,
                            SourceMap& sources, Diagnostics& diagnostics) {
    ClaimWords out;
    const std::string path = file_for(env, folder, lang);
    if (path.empty()) return out;
    const auto bytes = env.read(path, limits::yaml_file_bytes);
    const auto* text = std::get_if<std::string>(&bytes);
    if (text == nullptr) return out;
    const auto value = load::parse_yaml(sources.add(path, *text), *text, lang, diagnostics);
    if (value) load::Reader<ClaimWords>::read(*value, out, {diagnostics, "the file"});
    return out;
}

}  // namespace sayso::evidence
