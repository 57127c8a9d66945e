#include "serve/json.h"

namespace sayso::serve {
namespace {

constexpr int deepest_form = 32;

load::Value scalar(std::string text, bool quoted) {
    load::Value out;
    out.kind = load::Value::Kind::scalar;
    out.scalar = std::move(text);
    out.quoted = quoted;
    return out;
}

}  // namespace

std::optional<Json> parse_object(std::string_view text) {
    bool too_deep = false;
    const auto watch = [&](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > deepest_form;
        return !too_deep;
    };
    Json out = Json::parse(text.begin(), text.end(), watch, false);
    if (too_deep || out.is_discarded() || !out.is_object()) return std::nullopt;
    return out;
}

std::optional<load::Value> value_of(const Json& json) {
    using Kind = load::Value::Kind;
    if (json.is_null()) return std::nullopt;
    if (json.is_string()) return scalar(json.get<std::string>(), true);
    if (!json.is_array() && !json.is_object()) return scalar(json.dump(), false);
    load::Value out;
    out.kind = json.is_array() ? Kind::sequence : Kind::map;
    for (const auto& [key, item] : json.items()) {
        auto value = value_of(item);
        if (!value) continue;
        if (json.is_array()) {
            out.items.push_back(*std::move(value));
        } else {
            out.entries.push_back({key, {}, *std::move(value)});
        }
    }
    return out;
}

Json json_of(const load::Value& value) {
    using Kind = load::Value::Kind;
    switch (value.kind) {
        case Kind::null:
            return nullptr;
        case Kind::scalar:
            return value.scalar;
        case Kind::sequence: {
            Json out = Json::array();
            for (const load::Value& item : value.items) out.push_back(json_of(item));
            return out;
        }
        case Kind::map: {
            Json out = Json::object();
            for (const load::Entry& entry : value.entries) out[entry.key] = json_of(entry.value);
            return out;
        }
    }
    return nullptr;
}

std::string text_at(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Answer answer_of(const Json& json, int status) {
    return {status, "application/json", json.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

Answer answer_of(const Refusal& refusal) {
    return answer_of(Json{{"sentence", refusal.sentence}}, refusal.status);
}

}  // namespace sayso::serve
