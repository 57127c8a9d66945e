#include "load/fields.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include "load/schema.h"

namespace sayso::load {

struct Leaf {
    std::string id;
    std::optional<int> count;
    Span span;
};

struct Tree {
    std::string name = "none";
    double weight = 0;
    bool tall = false;
    Length height;
    Edges margin;
    Color color;
    std::vector<Leaf> leaves;
    std::map<std::string, std::string> words;
    std::vector<Tree> saplings;
};

const Fields<Leaf>& fields_of(const Leaf*) {
    static const Fields<Leaf> table("leaf", "A leaf.",
                                    {{"id", &Leaf::id, "Its name.", required | kebab},
                                     {"count", &Leaf::count, "How many.", between(1, 9)}},
                                    "id");
    return table;
}

const Fields<Tree>& fields_of(const Tree*) {
    static const Fields<Tree> table(
        "tree", "A tree.",
        {{"name", &Tree::name, "Its name.", required | one_of({"oak", "elm", "yew"})},
         {"weight", &Tree::weight, "Its weight.", at_least(0)},
         {"tall", &Tree::tall, "Whether it is tall."},
         {"height", &Tree::height, "Its height."},
         {"margin", &Tree::margin, "Room about it."},
         {"color", &Tree::color, "Its colour."},
         {"leaves", &Tree::leaves, "Its leaves."},
         {"words", &Tree::words, "What is said of it."},
         {"saplings", &Tree::saplings, "Its young."}});
    return table;
}

namespace {

struct Read {
    Tree tree;
    Diagnostics diagnostics;

    explicit Read(std::string_view text) {
        const auto value = parse_yaml(1, text, "", diagnostics);
        if (value) Reader<Tree>::read(*value, tree, {diagnostics, "the file"});
    }
    std::vector<std::string> messages() const {
        std::vector<std::string> all;
        for (const Diagnostic& one : diagnostics.items()) all.push_back(one.message);
        return all;
    }
};

using Messages = std::vector<std::string>;

TEST(Fields, ReadEveryType) {
    const Read read(
        "{name: oak, weight: 1.5, tall: true, height: 20mm, margin: {top: 3, left: 1pt}, color: \"#0B4F5C\", "
        "leaves: [one, {id: two, count: 2}], words: {a-b: c}, saplings: [{name: elm}]}");
    EXPECT_EQ(read.messages(), Messages{});
    EXPECT_EQ(read.tree.name, "oak");
    EXPECT_EQ(read.tree.weight, 1.5);
    EXPECT_TRUE(read.tree.tall);
    EXPECT_NEAR(read.tree.height.mm(), 20, 1e-9);
    EXPECT_EQ(read.tree.margin, (Edges{pt(3), pt(0), pt(0), pt(1)}));
    EXPECT_EQ(read.tree.color, (Color{0x0B, 0x4F, 0x5C}));
    ASSERT_EQ(read.tree.leaves.size(), 2u);
    EXPECT_EQ(read.tree.leaves[0].id, "one");
    EXPECT_EQ(read.tree.leaves[1].count, 2);
    EXPECT_TRUE(read.tree.leaves[1].span);
    EXPECT_EQ(read.tree.words.at("a-b"), "c");
    ASSERT_EQ(read.tree.saplings.size(), 1u);
    EXPECT_EQ(read.tree.saplings[0].name, "elm");
}

TEST(Fields, OneLengthIsForAllFourSides) {
    EXPECT_EQ(Read("{name: oak, margin: 10}").tree.margin, Edges::all(pt(10)));
}

TEST(Fields, AbsentValuesKeepTheirDefaults) {
    const Read read("{name: oak, weight: , leaves: ~}");
    EXPECT_EQ(read.messages(), Messages{});
    EXPECT_EQ(read.tree.weight, 0);
}

TEST(Fields, EveryFaultIsFoundInOneRun) {
    const Read read(
        "{nmae: oak, weight: -1, leaves: [{id: One, count: 10}, {id: two}, {id: two}], words: {A: b}}");
    EXPECT_EQ(
        read.messages(),
        (Messages{"unknown key \"nmae\" in tree", "\"weight\" is \"-1\", but must be 0 or more",
                  "the id \"two\" is used twice in \"leaves\"", "\"One\" cannot be an id",
                  "\"count\" is \"10\", but must be from 1 to 9", "\"A\" cannot be a key in \"words\""}));
}

TEST(Fields, NumbersAreExact) {
    EXPECT_EQ(Read("{name: oak, weight: nan}").messages(),
              Messages{"\"weight\" wants a number, found \"nan\""});
    EXPECT_EQ(Read("{name: oak, weight: inf}").messages(),
              Messages{"\"weight\" wants a number, found \"inf\""});
    EXPECT_EQ(Read("{name: oak, weight: 1e999}").messages().size(), 1u);
    EXPECT_EQ(Read("{name: oak, weight: 1x}").messages().size(), 1u);
    EXPECT_EQ(Read("{name: oak, leaves: [{id: a, count: 2.5}]}").messages().size(), 1u);
    EXPECT_EQ(Read("{name: oak, leaves: [{id: a, count: 99999999999}]}").messages().size(), 2u);
    EXPECT_EQ(Read("{name: oak, height: 1e9}").messages().size(), 1u) << "larger than any page";
}

TEST(Fields, Lengths) {
    EXPECT_EQ(parse_length("12"), pt(12));
    EXPECT_EQ(parse_length("12pt"), pt(12));
    EXPECT_EQ(parse_length("25.4 mm"), pt(72));
    EXPECT_EQ(parse_length("-3mm"), mm(-3));
    for (const char* bad : {"", "mm", "12cm", "12 pt x", "pt12", "1,5mm", "+1"})
        EXPECT_FALSE(parse_length(bad)) << bad;
}

TEST(Fields, Ids) {
    for (const char* good : {"a", "cqc-2024", "fewer-referrals"}) EXPECT_TRUE(is_kebab(good)) << good;
    for (const char* bad : {"", "-a", "a-", "a--b", "A", "a_b", "a b", "é"})
        EXPECT_FALSE(is_kebab(bad)) << bad;
}

TEST(Fields, LongTextsAreClippedBetweenCharacters) {
    const std::string clip = clipped(std::string(59, 'x') + "é and more");
    EXPECT_EQ(clip, std::string(59, 'x') + "…");
    EXPECT_EQ(clipped("one\ntwo"), "one");
}

TEST(Schema, SaysWhatTheTableSays) {
    const auto schema =
        nlohmann::json::parse(json_schema(Reader<Tree>::record(), Completeness::whole, "A tree"));
    EXPECT_EQ(schema["required"], nlohmann::json({"name"}));
    EXPECT_EQ(schema["additionalProperties"], false);
    EXPECT_EQ(schema["properties"]["name"]["enum"], nlohmann::json({"oak", "elm", "yew"}));
    EXPECT_EQ(schema["properties"]["name"]["description"], "Its name.");
    EXPECT_EQ(schema["properties"]["saplings"]["items"]["$ref"], "#/$defs/tree");
    EXPECT_TRUE(schema["$defs"].contains("tree")) << "a record may hold itself";
    EXPECT_EQ(schema["$defs"]["leaf-use"]["anyOf"][0]["type"], "string") << "the short form";
}

TEST(Schema, AnOverlayNeedsNothingAndMayLeaveOut) {
    const auto schema =
        nlohmann::json::parse(json_schema(Reader<Tree>::record(), Completeness::overlay, "A tree"));
    EXPECT_FALSE(schema.contains("required"));
    const auto& leaf = schema["$defs"]["leaf-use"]["anyOf"][1];
    EXPECT_FALSE(leaf.contains("required"));
    EXPECT_TRUE(leaf["properties"].contains("leave-out"));
    EXPECT_TRUE(schema["properties"]["leaves"]["anyOf"][1]["properties"].contains("add"));
}

TEST(Reference, NamesEveryKeyOnce) {
    std::vector<std::string> known;
    const std::string page = reference_section(Reader<Tree>::record(), "A tree", known);
    EXPECT_NE(page.find("| `name` | text | Its name. | **needed**; one of `oak`, `elm`, `yew` |"),
              std::string::npos)
        << page;
    EXPECT_NE(page.find("list of [tree](#tree)"), std::string::npos) << page;
    EXPECT_EQ(page.find("| `saplings`"), page.rfind("| `saplings`"));
}

}  // namespace
}  // namespace sayso::load
