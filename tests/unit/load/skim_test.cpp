#include "load/skim.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "load/value.h"

namespace sayso::load {
namespace {

TEST(OpenFlows, CountsThoseThatAreOpenAtOnce) {
    EXPECT_EQ(first_flow_too_deep("a: [[x]]", 1), 4u);
    EXPECT_EQ(first_flow_too_deep("a: [[x]]", 2), std::nullopt);
    EXPECT_EQ(first_flow_too_deep("a: [x]\nb: [x]\nc: {d: [x]}", 1), 21u);
    EXPECT_EQ(first_flow_too_deep("- [a, {b: c}, [d]]", 2), std::nullopt);
}

TEST(OpenFlows, WhatStandsInTextsIsNone) {
    for (const char* text : {
             "a: \"[[[\"",
             "a: '[[[ it''s ['",
             "a: the interval [0, 1) and [ more",
             "a: x # [[[",
             "a: |\n  [[[\n\n  {{{\n",
             "a: >-\n  [[[\n",
             "- |\n  [[[\n",
             "a[[: b",
             "[[[]]]: \"\\\"[[\"",
         })
        EXPECT_EQ(first_flow_too_deep(text, 3), std::nullopt) << text;
}

TEST(Quotes, TheLastThatBeginsBefore) {
    const std::string_view text = "a: \"x\"\nb: 'it''s'\nc: \"y\nd: \"z\n";
    const auto found = [&](std::size_t before) { return last_quoted(text, before); };
    EXPECT_FALSE(found(3));
    EXPECT_EQ(found(4)->end, 6u);
    EXPECT_EQ(found(19)->begin, 10u);  // a doubled quote is one
    EXPECT_EQ(found(19)->end, 17u);
    EXPECT_EQ(found(27)->begin, 21u);
    EXPECT_EQ(found(27)->end, 28u);
}

TEST(OpenFlows, WhatClosesInTextsClosesNothing) {
    EXPECT_TRUE(first_flow_too_deep("[ \"]\", [ ']', [ a # ]\n, [", 3));
    EXPECT_TRUE(first_flow_too_deep("[ x]y", 0));
    EXPECT_TRUE(first_flow_too_deep("a: |\n  text\nb: [", 0));
}

TEST(OpenFlows, ThousandsAreRefusedBeforeTheParserKeepsThemAll) {
    SourceMap sources;
    for (const char* one : {"[", "{a: [", "[a, [", "[\n", "[\"]\", "}) {
        std::string text = "means: ";
        while (text.size() < 500'000) text += one;
        Diagnostics diagnostics;
        EXPECT_FALSE(parse_yaml(sources.add("x.yaml", text), text, {}, diagnostics));
        ASSERT_EQ(diagnostics.errors(), 1u);
        EXPECT_EQ(diagnostics.items()[0].code, "yaml-too-deep") << one;
        EXPECT_FALSE(diagnostics.items()[0].hint.empty());
    }
}

TEST(OpenFlows, NoShippedFileComesNear) {
    namespace fs = std::filesystem;
    for (const char* folder : {"templates", "examples"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SAYSO_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".yaml") continue;
            std::ifstream file(entry.path());
            std::ostringstream bytes;
            bytes << file.rdbuf();
            EXPECT_EQ(first_flow_too_deep(bytes.str(), 8), std::nullopt) << entry.path();
        }
    }
}

}  // namespace
}  // namespace sayso::load
