// What a project leaves out of the shipped content must not be missed elsewhere in it: a stakeholder's list,
// an audience's words, an ask that named only this.
#include <algorithm>

#include "model/loading.h"

namespace sayso::model {
namespace {

using load::Value;

bool holds(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void erase_ids(Value& list, const std::vector<std::string>& gone) {
    std::erase_if(list.items, [&](const Value& item) {
        const Value* id = load::id_of(item);
        if (id == nullptr || !holds(gone, id->scalar)) return false;
        list.left_out.push_back(id->scalar);
        return true;
    });
}

template <class Visit>
void for_each_item(Value& map, std::string_view key, Visit visit) {
    if (Value* list = map.find(key)) {
        for (Value& item : list->items) visit(item);
    }
}

}  // namespace

void drop_left_out(Value& approach) {
    const Value* outcomes = approach.find("outcomes");
    if (outcomes == nullptr || outcomes->left_out.empty()) return;
    const std::vector<std::string> gone = outcomes->left_out;
    if (Value* overall = approach.find("overall")) erase_ids(*overall, gone);
    for_each_item(approach, "stakeholders", [&](Value& stakeholder) {
        if (Value* list = stakeholder.find("outcomes")) erase_ids(*list, gone);
    });
}

void note_left_out(const Value& value, Approach& approach) {
    if (const Value* stakeholders = value.find("stakeholders")) {
        for (std::size_t i = 0; i < std::min(stakeholders->items.size(), approach.stakeholders.size()); ++i) {
            if (const Value* list = stakeholders->items[i].find("outcomes"))
                approach.stakeholders[i].left_out = list->left_out;
        }
    }
    if (const Value* outcomes = value.find("outcomes")) approach.left_out_outcomes = outcomes->left_out;
    if (const Value* groups = value.find("means")) {
        for (const Value& group : groups->items) {
            const Value* items = group.find("items");
            if (items == nullptr) continue;
            approach.left_out_means.insert(approach.left_out_means.end(), items->left_out.begin(),
                                           items->left_out.end());
        }
    }
}

void drop_left_out(Value& audience, const Approach& approach, const std::string& id) {
    if (const Stakeholder* stakeholder = approach.stakeholder(id)) {
        if (Value* list = audience.find("outcomes")) erase_ids(*list, stakeholder->left_out);
    }
    if (Value* means = audience.find("means")) erase_ids(*means, approach.left_out_means);
    Value* asks = audience.find("asks");
    if (asks == nullptr || approach.left_out_means.empty()) return;
    std::erase_if(asks->items, [&](Value& ask) {
        Value* means = ask.find("means");
        if (means == nullptr || means->items.empty()) return false;
        erase_ids(*means, approach.left_out_means);
        return means->items.empty();
    });
}

void drop_left_out_lines(Value& reference, const Approach& approach) {
    Value* lines = reference.find("lines");
    if (lines == nullptr) return;
    std::erase_if(lines->items, [&](Value& line) {
        std::size_t gone = 0, left = 0;
        const auto thin_out = [&](std::string_view key, const std::vector<std::string>& ids) {
            Value* list = line.find(key);
            if (list == nullptr) return;
            const std::size_t before = list->items.size();
            erase_ids(*list, ids);
            gone += before - list->items.size();
            left += list->items.size();
        };
        thin_out("means", approach.left_out_means);
        thin_out("outcomes", approach.left_out_outcomes);
        return gone > 0 && left == 0;
    });
}

}  // namespace sayso::model
