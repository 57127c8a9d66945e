// What was parsed when the program was built is what parsing gives now, and a file that says anything else is
// parsed.
#include "load/parsed_ahead.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace sayso::load {
namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> shipped_texts() {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(SAYSO_SOURCE_DIR "/templates")) {
        if (entry.path().extension() == ".yaml") texts.push_back(text_of(entry.path()));
    }
    return texts;
}

Value parsed(const std::string& text) {
    Diagnostics faults;
    auto value = parse_yaml(7, text, "cy", faults);
    EXPECT_TRUE(value);
    return value.value_or(Value{});
}

/// Everything that a value holds but its source, as bytes.
std::string all_of(const Value& value) {
    return ahead_table({{"", value}});
}

TEST(ParsedAhead, IsWhatParsingGives) {
    const auto texts = shipped_texts();
    ASSERT_GT(texts.size(), 40U);
    for (const std::string& text : texts) {
        const auto ahead = parsed_ahead(shipped_ahead(), text, 7, "cy");
        ASSERT_TRUE(ahead) << text.substr(0, 200);
        const Value now = parsed(text + "\n# changed, so it is parsed\n");
        EXPECT_EQ(all_of(*ahead), all_of(now)) << text.substr(0, 200);
        EXPECT_EQ(ahead->span.source, 7U);
        EXPECT_EQ(ahead->lang, "cy");
    }
}

TEST(ParsedAhead, IsFoundByWhatTheFileSaysAlone) {
    std::string text = shipped_texts().front();
    text.back() = text.back() == 'x' ? 'y' : 'x';
    EXPECT_FALSE(parsed_ahead(shipped_ahead(), text, 1, {}));
    EXPECT_FALSE(parsed_ahead(shipped_ahead(), "", 1, {}));
    EXPECT_FALSE(parsed_ahead({}, text, 1, {}));
}

TEST(ParsedAhead, EveryPlaceIsInTheFileThatAsks) {
    const std::string text = "a: 1\nb: [two, {c: \"three\"}]\n";
    const auto value = parsed_ahead(ahead_table({{text, parsed(text)}}), text, 3, {});
    ASSERT_TRUE(value);
    EXPECT_EQ(value->find("a")->span, (Span{3, 1, 4, 1}));
    const Value& inner = value->find("b")->items.at(1);
    EXPECT_EQ(inner.entries.at(0).span, (Span{3, 2, 11, 1}));
    EXPECT_TRUE(inner.find("c")->quoted);
    EXPECT_EQ(inner.find("c")->scalar, "three");
}

TEST(ParsedAhead, TheOrderOfFilesIsNotInTheTable) {
    std::vector<Parsed> files;
    for (const char* text : {"a: 1\n", "b: 2\n", "c: 3\n", "a: 1\n"}) files.push_back({text, parsed(text)});
    const std::string table = ahead_table(files);
    std::reverse(files.begin(), files.end());
    EXPECT_EQ(ahead_table(files), table);
}

}  // namespace
}  // namespace sayso::load
