#include "load/texts.h"

namespace sayso::load {
namespace {

using Path = std::vector<std::string>;
using Visit = std::function<void(const TextAt&)>;

class TextWalk {
  public:
    explicit TextWalk(const Visit& visit) : visit_(visit) {}

    void record(const RecordShape& shape, const Value& value) {
        if (value.kind != Value::Kind::map) return;
        for (const Entry& entry : value.entries) {
            for (const FieldShape& field : shape.fields) {
                if (field.key != entry.key) continue;
                path_.push_back(entry.key);
                read(field.shape, field, entry.value);
                path_.pop_back();
            }
        }
    }

  private:
    void read(const Shape& shape, const FieldShape& field, const Value& value) {
        switch (shape.kind) {
            case Shape::Kind::text:
                if (value.kind == Value::Kind::scalar) text(field, value);
                break;
            case Shape::Kind::list:
                list(shape, field, value);
                break;
            case Shape::Kind::map:
                for (const Entry& entry : value.entries) {
                    path_.push_back(entry.key);
                    read(*shape.of, field, entry.value);
                    path_.pop_back();
                }
                break;
            case Shape::Kind::record:
                record(shape.record(), value);
                break;
            default:
                break;
        }
    }

    void list(const Shape& shape, const FieldShape& field, const Value& value) {
        if (shape.of->kind == Shape::Kind::text && value.kind == Value::Kind::sequence) {
            if (!value.items.empty()) text(field, value);
            return;
        }
        for (const Value& item : value.items) {
            const Value* id = id_of(item);
            if (id == nullptr) continue;
            path_.push_back(id->scalar);
            read(*shape.of, field, item);
            path_.pop_back();
        }
    }

    void text(const FieldShape& field, const Value& value) {
        const Rule& rule = field.rule;
        if (field.key == "id" || rule.kebab || rule.verbatim || !rule.allowed.empty()) return;
        visit_({path_, value, field});
    }

    const Visit& visit_;
    Path path_;
};

const Value* item_of(const Value& list, const std::string& wanted) {
    for (const Value& item : list.items) {
        const Value* id = id_of(item);
        if (id != nullptr && id->scalar == wanted) return &item;
    }
    return nullptr;
}

}  // namespace

void for_each_text(const RecordShape& shape, const Value& value, const Visit& visit) {
    TextWalk(visit).record(shape, value);
}

const Value* value_at(const Value& root, const Path& path) {
    const Value* here = &root;
    for (const std::string& step : path) {
        here = here->kind == Value::Kind::sequence ? item_of(*here, step) : here->find(step);
        if (here == nullptr) return nullptr;
    }
    return here;
}

}  // namespace sayso::load
