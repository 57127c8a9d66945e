#include "model/overlaid.h"

#include <algorithm>

#include <fmt/format.h>

#include "load/texts.h"

namespace sayso::model {
namespace {

using load::Value;

const Value* last_at(const std::vector<Value>& layers, const std::vector<std::string>& path) {
    const Value* found = nullptr;
    for (const Value& layer : layers) {
        if (const Value* here = load::value_at(layer, path)) found = here;
    }
    return found;
}

bool has_own_words(const Layers& layers, const std::vector<std::string>& path, const std::string& lang) {
    if (last_at(layers.own_words, path) != nullptr) return true;
    return std::any_of(layers.overlays.begin(), layers.overlays.end(), [&](const Value& over) {
        return same_tongue(over.lang, lang) && load::value_at(over, path) != nullptr;
    });
}

}  // namespace

bool same_tongue(const std::string& a, const std::string& b) {
    return a.substr(0, a.find('-')) == b.substr(0, b.find('-'));
}

Value laid(Value base, const Layers& layers, const std::string& lang, Diagnostics& diagnostics) {
    for (const Value& one : layers.overlays) {
        if (one.lang != lang) load::overlay(base, one, diagnostics);
    }
    for (const Value& one : layers.shipped_words) load::overlay(base, one, diagnostics);
    for (const Value& one : layers.own_words) load::overlay(base, one, diagnostics);
    for (const Value& one : layers.overlays) {
        if (one.lang == lang) load::overlay(base, one, diagnostics);
    }
    return base;
}

void report_untranslated(const load::RecordShape& shape, const Layers& layers, const std::string& lang,
                         const std::string& file, Diagnostics& diagnostics) {
    for (const Value& over : layers.overlays) {
        if (same_tongue(over.lang, lang)) continue;
        load::for_each_text(shape, over, [&](const load::TextAt& text) {
            if (has_own_words(layers, text.path, lang)) return;
            const Value* instead = last_at(layers.shipped_words, text.path);
            Diagnostic& fault = diagnostics.warning(
                "lost-overlay", text.value.span,
                instead ? fmt::format("the service's own words have no translation into \"{}\", so they are "
                                      "left out there",
                                      lang)
                        : fmt::format("the service's own words have no translation into \"{}\"", lang),
                fmt::format("write them into lang/{}/{}, as \"{}\"", lang, file, fmt::join(text.path, ": ")));
            if (instead)
                fault.notes.push_back({instead->span, "documents in that language say this instead"});
        });
    }
}

}  // namespace sayso::model
