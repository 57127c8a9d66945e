#include "load/schema.h"

#include <nlohmann/json.hpp>
#include <set>

namespace sayso::load {
namespace {

using Json = nlohmann::ordered_json;

constexpr auto length_pattern = "^-?[0-9]+(\\.[0-9]+)? ?(mm|pt)?$";
constexpr auto color_pattern = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$";
constexpr auto kebab_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// "means item" -> "means-item"
std::string definition_name(std::string name) {
    for (char& c : name) c = c == ' ' ? '-' : c;
    return name;
}

class SchemaWriter {
  public:
    explicit SchemaWriter(Completeness completeness) : is_overlay_(completeness == Completeness::overlay) {}

    Json object(const RecordShape& record) {
        Json schema{{"type", "object"}, {"description", record.doc}, {"properties", Json::object()}};
        Json required = Json::array();
        bool has_id = false;
        for (const FieldShape& field : record.fields) {
            schema["properties"][field.key] = property(field);
            if (field.rule.required) required.push_back(field.key);
            has_id |= field.key == "id";
        }
        if (is_overlay_ && has_id)
            schema["properties"]["leave-out"] = {{"const", true}, {"description", "Takes this item away."}};
        if (!is_overlay_ && !required.empty()) schema["required"] = std::move(required);
        schema["additionalProperties"] = false;
        return schema;
    }

    Json of(const Shape& shape, const Rule& rule) {
        switch (shape.kind) {
            case Shape::Kind::text:
                return text(rule);
            case Shape::Kind::integer:
                return bounded({{"type", "integer"}}, rule);
            case Shape::Kind::number:
                return bounded({{"type", "number"}}, rule);
            case Shape::Kind::boolean:
                return {{"type", "boolean"}};
            case Shape::Kind::length:
                return length(rule);
            case Shape::Kind::edges:
                return edges(rule);
            case Shape::Kind::color:
                return {{"type", "string"}, {"pattern", color_pattern}};
            case Shape::Kind::list:
                return list(shape, rule);
            case Shape::Kind::map:
                return map(shape);
            case Shape::Kind::record:
                return reference(shape.record());
        }
        return {};
    }

    Json take_definitions() { return std::move(definitions_); }

  private:
    Json property(const FieldShape& field) {
        Json schema = of(field.shape, field.rule);
        // Beside a $ref a description is allowed since draft 2019-09.
        schema["description"] = field.doc;
        if (!field.rule.by_default.empty())
            schema["description"] = field.doc + " Default: " + field.rule.by_default + ".";
        return schema;
    }

    /// A bare 12 is a text as good as "12".
    static Json text(const Rule& rule) {
        if (!rule.allowed.empty()) return one_of_words(rule.allowed);
        if (rule.kebab) return {{"type", "string"}, {"pattern", kebab_pattern}};
        return {{"type", Json::array({"string", "number", "boolean"})}};
    }

    /// Words that YAML reads as a number or as true stand in the list in both forms.
    static Json one_of_words(const std::vector<std::string>& words) {
        Json all = Json::array();
        for (const std::string& word : words) {
            const Json typed = Json::parse(word, nullptr, false);
            if (!typed.is_discarded()) all.push_back(typed);
            all.push_back(word);
        }
        return {{"enum", std::move(all)}};
    }

    static Json bounded(Json schema, const Rule& rule) {
        if (!rule.allowed.empty()) return one_of_words(rule.allowed);
        if (rule.least) schema["minimum"] = *rule.least;
        if (rule.most) schema["maximum"] = *rule.most;
        return schema;
    }

    static Json length(const Rule& rule) {
        return {{"anyOf",
                 {bounded({{"type", "number"}}, rule), {{"type", "string"}, {"pattern", length_pattern}}}}};
    }

    static Json edges(const Rule& rule) {
        Json sides = Json::object();
        for (const char* side : {"top", "right", "bottom", "left"}) sides[side] = length(rule);
        Json all = length(rule);
        all["anyOf"].push_back({{"type", "object"}, {"properties", sides}, {"additionalProperties", false}});
        return all;
    }

    Json list(const Shape& shape, const Rule& rule) {
        Json items{{"type", "array"}, {"items", of(*shape.of, rule)}};
        if (!is_overlay_) return items;
        Json edit{{"type", "object"},
                  {"properties",
                   {{"add", {{"type", "array"}, {"items", of(*shape.of, rule)}}},
                    {"leave-out", {{"type", "array"}, {"items", {{"type", "string"}}}}}}},
                  {"additionalProperties", false}};
        return {{"anyOf", {std::move(items), std::move(edit)}}};
    }

    Json map(const Shape& shape) {
        return {{"type", "object"},
                {"propertyNames", {{"pattern", kebab_pattern}}},
                {"additionalProperties", of(*shape.of, {})}};
    }

    Json reference(const RecordShape& record) {
        // Two records may share a name (an outcome, and the use of one); the shorthand tells them apart.
        const std::string name = definition_name(record.name) + (record.shorthand.empty() ? "" : "-use");
        if (started_.insert(name).second) {
            Json made = record.kinds.empty() ? object(record) : kinds(record);
            if (const FieldShape* field = shorthand_of(record))
                made = {{"anyOf", {text(field->rule), std::move(made)}}};
            definitions_[name] = std::move(made);
        }
        return {{"$ref", "#/$defs/" + name}};
    }

    Json kinds(const RecordShape& record) {
        Json all = Json::array();
        for (const RecordShape* kind : record.kinds) {
            Json one = object(*kind);
            // Even in an overlay the key that tells the kind must be there.
            if (is_overlay_) one["required"] = Json::array({kind->fields.front().key});
            all.push_back(std::move(one));
        }
        return {{"description", record.doc}, {"anyOf", std::move(all)}};
    }

    bool is_overlay_;
    Json definitions_ = Json::object();
    std::set<std::string> started_;
};

}  // namespace

std::string json_schema(const RecordShape& file, Completeness completeness, std::string_view title,
                        const std::vector<ExtraKey>& extra) {
    SchemaWriter writer(completeness);
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
    schema.update(writer.object(file));
    schema["properties"].erase("leave-out");  // a whole file is not an item of a list
    for (const ExtraKey& key : extra) {
        schema["properties"][key.key] = writer.of(key.shape, {});
        schema["properties"][key.key]["description"] = key.doc;
    }
    schema["$defs"] = writer.take_definitions();
    return schema.dump(2) + "\n";
}

}  // namespace sayso::load
