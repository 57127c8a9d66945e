#include "model/loading.h"

#include <algorithm>

#include <fmt/format.h>

namespace sayso::model {

std::string scalar_at(const load::Value& value, std::string_view key, std::string_view otherwise) {
    const load::Value* found = value.find(key);
    return std::string(found != nullptr && found->kind == load::Value::Kind::scalar ? found->scalar
                                                                                    : otherwise);
}

load::Value without(const load::Value& value, const std::vector<std::string_view>& keys) {
    load::Value rest = value;
    std::erase_if(rest.entries, [&](const load::Entry& entry) {
        return std::find(keys.begin(), keys.end(), entry.key) != keys.end();
    });
    return rest;
}

void check_file_id(const load::Value& value, const std::string& expected, Diagnostics& diagnostics) {
    const load::Value* id = value.find("id");
    if (id == nullptr || id->kind != load::Value::Kind::scalar || id->scalar == expected) return;
    diagnostics.error(
        "wrong-id", id->span,
        fmt::format("the id is \"{}\", but the file is called \"{}\"", load::clipped(id->scalar), expected),
        fmt::format("write \"id: {}\", or rename the file", expected));
}

void complete(Audience& audience, const Approach& approach) {
    const Stakeholder* stakeholder = approach.stakeholder(audience.id.text);
    if (stakeholder == nullptr) return;
    if (audience.name.empty()) audience.name = stakeholder->name;
    const auto place = [&](const OutcomeWords& words) {
        const auto& uses = stakeholder->outcomes;
        return std::find_if(uses.begin(), uses.end(),
                            [&](const OutcomeUse& use) { return use.id == words.id.text; }) -
               uses.begin();
    };
    std::stable_sort(audience.outcomes.begin(), audience.outcomes.end(),
                     [&](const OutcomeWords& a, const OutcomeWords& b) { return place(a) < place(b); });
}

bool is_language(std::string_view lang) {
    const auto is_tag_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return lang.size() >= 2 && lang.size() <= 35 && lang.front() != '-' &&
           std::all_of(lang.begin(), lang.end(), is_tag_letter);
}

}  // namespace sayso::model
