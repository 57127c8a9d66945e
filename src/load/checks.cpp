// The checks of a record that its table asks for: known keys, required keys, allowed words, bounds, ids.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "load/reading.h"

namespace sayso::load {
namespace {

/// "name" of "name:Willow House", which YAML takes for a key as a whole.
std::string key_before_colon(const std::string& written, const std::vector<std::string>& keys) {
    const std::string key = written.substr(0, written.find(':'));
    return key != written && std::find(keys.begin(), keys.end(), key) != keys.end() ? key : std::string();
}

void check_unknown_keys(const RecordShape& shape, const Value& value, const Reading& reading) {
    const std::vector<std::string> keys = keys_of(shape);
    for (const Entry& entry : value.entries) {
        if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
        if (entry.key == "leave-out") {
            reading.error("unknown-key", entry.span, "\"leave-out\" has nothing to take away here",
                          "it works in an overlay, on an item of a list that the shipped content has");
            continue;
        }
        if (const std::string key = key_before_colon(entry.key, keys); !key.empty()) {
            reading.error("no-space", entry.span,
                          fmt::format("there is no space after the colon of \"{}\"", key),
                          fmt::format("write \"{}: {}\"", key, clipped(entry.key).substr(key.size() + 1)));
            continue;
        }
        reading.error("unknown-key", entry.span,
                      fmt::format("unknown key \"{}\" in {}", clipped(entry.key), shape.name),
                      suggestion(entry.key, keys));
    }
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string name_of_record(const RecordShape& shape, const Value& value) {
    const Value* id = value.kind == Value::Kind::map ? id_of(value) : nullptr;
    return id == nullptr ? "this " + shape.name : fmt::format("{} \"{}\"", shape.name, clipped(id->scalar));
}

/// A key that was misspelt is not missing as well.
bool is_misspelt(const std::string& key, const RecordShape& shape, const Value& value) {
    const std::vector<std::string> keys = keys_of(shape);
    return std::any_of(value.entries.begin(), value.entries.end(), [&](const Entry& entry) {
        return std::find(keys.begin(), keys.end(), entry.key) == keys.end() &&
               (nearest(entry.key, keys) == key || key_before_colon(entry.key, keys) == key);
    });
}

void check_missing_keys(const RecordShape& shape, const Value& value, const Reading& reading) {
    for (const FieldShape& field : shape.fields) {
        if (!field.rule.required) continue;
        const Value* found = value.find(field.key);
        if (found == nullptr) {
            if (is_misspelt(field.key, shape, value)) continue;
            reading.error("missing-key", value.span,
                          fmt::format("{} has no \"{}\"", name_of_record(shape, value), field.key),
                          fmt::format("add a line \"{}: …\"", field.key));
        } else if (found->kind == Value::Kind::null ||
                   (found->kind == Value::Kind::scalar && is_blank(found->scalar))) {
            reading.error("missing-value", found->span, fmt::format("\"{}\" has no value", field.key),
                          "write it after the colon");
        }
    }
}

/// The key of the kind that a record is of. A key that another of the keys present counts among its options
/// (the `columns` of a `table`) does not tell.
std::vector<const RecordShape*> kinds_present(const RecordShape& shape, const Value& value) {
    std::vector<const RecordShape*> present;
    for (const RecordShape* kind : shape.kinds) {
        if (value.find(kind->fields.front().key) != nullptr) present.push_back(kind);
    }
    const auto is_option = [&](const RecordShape* kind) {
        return std::any_of(present.begin(), present.end(), [&](const RecordShape* other) {
            const auto keys = keys_of(*other);
            return other != kind &&
                   std::find(keys.begin(), keys.end(), kind->fields.front().key) != keys.end();
        });
    };
    std::vector<const RecordShape*> telling;
    std::copy_if(present.begin(), present.end(), std::back_inserter(telling),
                 [&](auto* k) { return !is_option(k); });
    return telling;
}

void check_number(const Rule& rule, const Value& value, double number, const Reading& reading) {
    const bool too_small = rule.least && number < *rule.least;
    const bool too_large = rule.most && number > *rule.most;
    if (!too_small && !too_large) return;
    const std::string wanted = rule.most ? fmt::format("from {} to {}", *rule.least, *rule.most)
                                         : fmt::format("{} or more", *rule.least);
    reading.error("out-of-range", value.span,
                  fmt::format("{} is \"{}\", but must be {}", reading.what, clipped(value.scalar), wanted),
                  too_small ? "write a larger number" : "write a smaller number");
}

void check_word(const Rule& rule, const Value& value, const Reading& reading) {
    if (value.kind != Value::Kind::scalar) return;
    const auto& allowed = rule.allowed;
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), value.scalar) == allowed.end()) {
        reading.error("unknown-word", value.span,
                      fmt::format("{} cannot be \"{}\"", reading.what, clipped(value.scalar)),
                      suggestion(parse_number(value.scalar) ? "" : value.scalar, allowed));
    }
    const bool is_missing = rule.required && is_blank(value.scalar);  // said already
    if (rule.kebab && !is_missing && !is_kebab(value.scalar)) {
        const std::string near = kebab_of(clipped(value.scalar));
        reading.error("bad-id", value.span, fmt::format("\"{}\" cannot be an id", clipped(value.scalar)),
                      fmt::format("write lower-case words joined by hyphens, such as \"{}\"",
                                  near.empty() ? "fewer-referrals" : near));
    }
}

}  // namespace

bool check_record(const RecordShape& shape, const Value& value, const Reading& reading) {
    if (value.kind == Value::Kind::scalar && !shape.shorthand.empty()) return true;
    if (value.kind != Value::Kind::map) {
        const char* hint = "write \"key: value\" on lines of their own, indented";
        if (value.kind == Value::Kind::scalar) hint = "write \"key: value\", with a space after the colon";
        if (value.kind == Value::Kind::sequence) hint = "remove the \"- \" or the brackets around the keys";
        wrong_type(value, fmt::format("the keys of {}", shape.name), reading, hint);
        return false;
    }
    check_unknown_keys(shape, value, reading);
    check_missing_keys(shape, value, reading);
    return true;
}

const RecordShape* check_kind(const RecordShape& shape, const Value& value, const Reading& reading) {
    if (value.kind != Value::Kind::map) {
        wrong_type(value, fmt::format("a {}", shape.name), reading, "write \"text: …\", for instance");
        return nullptr;
    }
    const auto kinds = kinds_present(shape, value);
    if (kinds.size() == 1) return kinds.front();
    std::vector<std::string> keys;
    for (const RecordShape* kind : shape.kinds) keys.push_back(kind->fields.front().key);
    if (kinds.empty()) {
        const Entry* first = value.entries.empty() ? nullptr : &value.entries.front();
        reading.error("unknown-kind", first != nullptr ? first->span : value.span,
                      first != nullptr
                          ? fmt::format("\"{}\" is no kind of {}", clipped(first->key), shape.name)
                          : fmt::format("this {} is empty", shape.name),
                      suggestion(first != nullptr ? first->key : "", keys));
    } else {
        reading.error(
            "two-kinds", value.span,
            fmt::format("this {} is both \"{}\" and \"{}\"", shape.name, kinds[0]->fields.front().key,
                        kinds[1]->fields.front().key),
            fmt::format("make two of it: begin the second with \"- {}:\"", kinds[1]->fields.front().key));
    }
    return nullptr;
}

void check_rule(const FieldShape& field, const Value& value, const Reading& reading) {
    const Rule& rule = field.rule;
    if (value.kind == Value::Kind::sequence) {
        if (rule.not_empty && value.items.empty())
            reading.error("missing-value", value.span, fmt::format("{} is an empty list", reading.what),
                          "begin each item with \"- \" on a line of its own");
        for (const Value& item : value.items) check_word(rule, item, reading.item());
        if (rule.kebab) check_unique_ids(value, reading);
        return;
    }
    if (value.kind != Value::Kind::scalar) return;
    check_word(rule, value, reading);
    if (!rule.least && !rule.most) return;
    if (field.shape.kind == Shape::Kind::length || field.shape.kind == Shape::Kind::edges) {
        if (const auto length = parse_length(value.scalar)) check_number(rule, value, length->pt(), reading);
    } else if (const auto number = parse_number(value.scalar)) {
        check_number(rule, value, *number, reading);
    }
}

void check_unique_ids(const Value& list, const Reading& reading) {
    std::map<std::string, Span> seen;
    for (const Value& item : list.items) {
        const Value* id = id_of(item);
        if (id == nullptr) continue;
        const auto [first, is_new] = seen.emplace(id->scalar, id->span);
        if (is_new) continue;
        reading.error("duplicate-id", id->span,
                      fmt::format("the id \"{}\" is used twice in {}", clipped(id->scalar), reading.what),
                      "give each its own id, or remove one", {{first->second, "the first is here"}});
    }
}

bool check_map(const Value& value, const Reading& reading) {
    if (value.kind != Value::Kind::map) {
        wrong_type(value, "keys with values", reading,
                   "write \"key: value\" on lines of their own, indented");
        return false;
    }
    for (const Entry& entry : value.entries) {
        if (is_kebab(entry.key)) continue;
        reading.error("bad-key", entry.span,
                      fmt::format("\"{}\" cannot be a key in {}", clipped(entry.key), reading.what),
                      "write lower-case words joined by hyphens, such as \"page-of\"");
    }
    return true;
}

}  // namespace sayso::load
