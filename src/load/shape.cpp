#include "load/shape.h"

namespace sayso::load {

Rule operator|(Rule a, const Rule& b) {
    a.required |= b.required;
    a.kebab |= b.kebab;
    a.not_empty |= b.not_empty;
    a.verbatim |= b.verbatim;
    if (!b.allowed.empty()) a.allowed = b.allowed;
    if (!b.by_default.empty()) a.by_default = b.by_default;
    if (b.least) a.least = b.least;
    if (b.most) a.most = b.most;
    if (b.room != 0) a.room = b.room;
    return a;
}

Rule one_of(std::vector<std::string> allowed) {
    Rule rule;
    rule.allowed = std::move(allowed);
    return rule;
}

Rule by_default(std::string text) {
    Rule rule;
    rule.by_default = std::move(text);
    return rule;
}

Rule room_for(int characters) {
    Rule rule;
    rule.room = characters;
    return rule;
}

Rule between(double least, double most) {
    Rule rule;
    rule.least = least;
    rule.most = most;
    return rule;
}

Rule at_least(double least) {
    Rule rule;
    rule.least = least;
    return rule;
}

const FieldShape* shorthand_of(const RecordShape& shape) {
    for (const FieldShape& field : shape.fields) {
        if (field.key == shape.shorthand) return &field;
    }
    return nullptr;
}

std::vector<std::string> keys_of(const RecordShape& shape) {
    std::vector<std::string> keys;
    for (const FieldShape& field : shape.fields) keys.push_back(field.key);
    return keys;
}

}  // namespace sayso::load
