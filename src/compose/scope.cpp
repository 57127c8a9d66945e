#include "compose/scope.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/overload.h"
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
    if (notes_ != nullptr && !notes_->asked.contains(path)) notes_->asked.emplace(path);
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
    bool is_absent = false;
    while (dot != std::string_view::npos) {
        path.remove_prefix(dot + 1);
        dot = path.find('.');
        name = path.substr(0, dot);
        const Record* record = here->record();
        const Data* next = record ? record->find(name) : nullptr;
        if (next == nullptr) {
            if (here->is_unknown()) return Data{};  // a part of something optional that was left out
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
        is_absent = is_absent || !record->present;
        here = next;
    }
    return is_absent ? Data{} : *here;
}

void Scope::note_typed(model::Words words) const {
    if (notes_ == nullptr) return;
    const auto same = [&](const model::Words& one) { return one.span == words.span && one == words.text; };
    if (std::none_of(notes_->typed.begin(), notes_->typed.end(), same))
        notes_->typed.push_back(std::move(words));
}

bool Scope::holds(const model::Condition& condition, Diagnostics& diagnostics) const {
    using model::Condition;
    const auto how_many = [&](const std::vector<Condition>& of) {
        return std::count_if(of.begin(), of.end(),
                             [&](const Condition& one) { return holds(one, diagnostics); });
    };
    return std::visit(Overload{
                          [&](const Condition::Test& test) { return passes(test, diagnostics); },
                          [&](const Condition::Not& none) { return how_many(none.of) == 0; },
                          [&](const Condition::All& all) { return how_many(all.of) == std::ssize(all.of); },
                          [&](const Condition::Any& any) { return how_many(any.of) > 0; },
                      },
                      condition.what);
}

bool Scope::passes(const model::Condition::Test& test, Diagnostics& diagnostics) const {
    const std::optional<Data> data = find(test.path.text, test.path.span, diagnostics);
    if (!data) return false;
    if (!test.value) return data->truthy();
    if (const auto known = choices_.find(test.path.text);
        known != choices_.end() && !can_be(known->second, test, diagnostics))
        return false;
    if (const bool* flag = data->flag())
        return can_be({"true", "false"}, test, diagnostics) && *flag == (test.value->text == "true");
    if (data->list() != nullptr || data->record() != nullptr) {
        diagnostics.error(
            "not-a-text", test.path.span,
            fmt::format("\"{}\" is {}, and no word can equal it", test.path.text,
                        data->list() != nullptr ? "a list" : "a group"),
            data->list() != nullptr
                ? fmt::format("write `when: {}` to ask whether it holds anything", test.path.text)
                : "name one of its parts");
        return false;
    }
    const Leaf* leaf = data->leaf();
    return leaf != nullptr && leaf->words.text == test.value->text;
}

bool Scope::can_be(const std::vector<std::string>& words, const model::Condition::Test& test,
                   Diagnostics& diagnostics) const {
    const std::string& value = test.value->text;
    if (std::find(words.begin(), words.end(), value) != words.end()) return true;
    diagnostics.error("unknown-word", test.value->span,
                      fmt::format("{} is never \"{}\"", test.path.text, value), suggestion(value, words));
    return false;
}

}  // namespace sayso::compose
