#include "compose/scope.h"

#include <fmt/format.h>

#include "base/trimmed.h"
#include "diag/suggest.h"

namespace sayso::compose {

const Data* Scope::first(std::string_view name) const {
    for (auto it = variables_.rbegin(); it != variables_.rend(); ++it) {
        if (it->first == name) return &it->second;
    }
    return root_.record()->find(name);
}

std::optional<Data> Scope::find(std::string_view path, Span asked, Diagnostics& diagnostics) const {
    path = trimmed(path);
    std::size_t dot = path.find('.');
    std::string_view name = path.substr(0, dot);
    const Data* here = first(name);
    if (here == nullptr) {
        std::vector<std::string> known = root_.record()->names();
        for (const auto& [variable, value] : variables_) known.push_back(variable);
        diagnostics.error("unknown-name", asked, fmt::format("nothing is called \"{}\" here", name),
                          suggestion(name, known));
        return std::nullopt;
    }
    while (dot != std::string_view::npos) {
        path.remove_prefix(dot + 1);
        dot = path.find('.');
        name = path.substr(0, dot);
        const Record* record = here->record();
        const Data* next = record ? record->find(name) : nullptr;
        if (next == nullptr) {
            if (!here->truthy()) return Data{};  // a part of something optional that was left out
            Diagnostic& fault = diagnostics.error(
                "unknown-name", asked,
                record ? fmt::format("{} has no \"{}\"", record->what, name)
                       : fmt::format("\"{}\" has no parts, so not \"{}\" either",
                                     here->leaf() ? "a text" : "a list", name),
                record ? suggestion(name, record->names()) : "use `for: \"item in …\"` to go through a list");
            if (record && record->span)
                fault.notes.push_back({record->span, record->what + " is written here"});
            return std::nullopt;
        }
        here = next;
    }
    return *here;
}

bool Scope::holds(std::string_view condition, Span asked, Diagnostics& diagnostics) const {
    condition = trimmed(condition);
    if (condition.starts_with("not ")) return !holds(condition.substr(4), asked, diagnostics);
    const std::size_t equals = condition.find('=');
    const std::optional<Data> value = find(condition.substr(0, equals), asked, diagnostics);
    if (!value) return false;
    if (equals == std::string_view::npos) return value->truthy();
    const Leaf* leaf = value->leaf();
    return leaf != nullptr && leaf->words.text == trimmed(condition.substr(equals + 1));
}

}  // namespace sayso::compose
