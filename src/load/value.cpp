#include "load/value.h"

#include <algorithm>

namespace sayso::load {

const Value* Value::find(std::string_view key) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

Value* Value::find(std::string_view key) {
    return const_cast<Value*>(std::as_const(*this).find(key));
}

void set_language(Value& value, const std::string& lang) {
    value.lang = lang;
    for (Value& item : value.items) set_language(item, lang);
    for (Entry& entry : value.entries) set_language(entry.value, lang);
}

const Value* id_of(const Value& item) {
    const Value* id = item.kind == Value::Kind::map ? item.find("id") : &item;
    return id != nullptr && id->kind == Value::Kind::scalar ? id : nullptr;
}

}  // namespace sayso::load
