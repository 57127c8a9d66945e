#include "compose/data.h"

namespace sayso::compose {

Data::Data(Record record) : value_(std::make_shared<const Record>(std::move(record))) {}

bool Data::truthy() const {
    if (const bool* flag = std::get_if<bool>(&value_)) return *flag;
    if (const Leaf* words = leaf()) return !words->words.empty();
    if (const List* items = list()) return !items->empty();
    return record() != nullptr && record()->present;
}

const Data* Record::find(std::string_view name) const {
    for (const auto& [key, value] : fields) {
        if (key == name) return &value;
    }
    return nullptr;
}

std::vector<std::string> Record::names() const {
    std::vector<std::string> out;
    for (const auto& [key, value] : fields) out.push_back(key);
    return out;
}

Data absent(Record record) {
    record.present = false;
    return record;
}

Data plain(model::Words words) {
    return {std::move(words), Markup::plain};
}
Data markdown(model::Words words) {
    return {std::move(words), Markup::markdown};
}
Data plain(std::string text) {
    return plain(model::Words{std::move(text), {}, {}});
}

}  // namespace sayso::compose
