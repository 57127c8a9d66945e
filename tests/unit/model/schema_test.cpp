#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include <gtest/gtest.h>

#include "model/fields.h"
#include "model/loader.h"

namespace sayso::model {
namespace {

using Json = nlohmann::json;

/// Calls `visit` with every "$ref" of a schema.
void for_each_reference(const Json& json, const std::function<void(const std::string&)>& visit) {
    if (json.is_object() && json.contains("$ref")) visit(json["$ref"].get<std::string>());
    if (!json.is_structured()) return;
    for (const auto& [key, value] : json.items()) for_each_reference(value, visit);
}

TEST(Schemas, EveryReferenceLeadsSomewhere) {
    for (const std::string& type : schema_types()) {
        const Json schema = Json::parse(json_schema(type));
        EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema") << type;
        for_each_reference(schema, [&](const std::string& reference) {
            EXPECT_TRUE(schema.contains(Json::json_pointer(reference.substr(1))))
                << type << ": " << reference;
        });
    }
    EXPECT_EQ(json_schema("nonsense"), "");
}

TEST(Schemas, EveryPropertyIsDescribed) {
    for (const std::string& type : schema_types()) {
        const Json schema = Json::parse(json_schema(type));
        for (const auto& [key, property] : schema["properties"].items())
            EXPECT_TRUE(property.contains("description")) << type << ": " << key;
    }
}

TEST(Schemas, EveryKindOfBlockIsThere) {
    const Json schema = Json::parse(json_schema("template"));
    const Json& kinds = schema["$defs"]["block"]["anyOf"];
    ASSERT_EQ(kinds.size(), block_readers().size());
    for (const Json& kind : kinds) {
        EXPECT_EQ(kind["additionalProperties"], false);
        EXPECT_FALSE(kind["required"].empty());
    }
}

TEST(Schemas, AnOverlayOfTheApproachHoldsOverlaysOfAudiences) {
    const Json schema = Json::parse(json_schema("overlay"));
    EXPECT_TRUE(schema["properties"].contains("audiences"));
    EXPECT_FALSE(Json::parse(json_schema("approach"))["properties"].contains("audiences"));
}

TEST(Reference, NamesEveryKindOfBlockAndEveryType) {
    const std::string page = reference_page();
    for (const BlockReader& kind : block_readers())
        EXPECT_NE(page.find("#### " + kind.record().name + "\n"), std::string::npos) << kind.record().name;
    for (const char* heading : {"## A sayso project", "## An approach", "### stakeholder", "### style",
                                "### page", "## A language's words"})
        EXPECT_NE(page.find(heading), std::string::npos) << heading;
}

TEST(BlockKinds, EachIsToldByItsOwnKey) {
    std::set<std::string> keys;
    for (const BlockReader& kind : block_readers()) {
        const auto& fields = kind.record().fields;
        ASSERT_FALSE(fields.empty());
        EXPECT_TRUE(fields.front().rule.required) << fields.front().key;
        EXPECT_TRUE(keys.insert(fields.front().key).second) << fields.front().key;
    }
    EXPECT_EQ(keys.size(), std::variant_size_v<BlockKind>);
}

}  // namespace
}  // namespace sayso::model
