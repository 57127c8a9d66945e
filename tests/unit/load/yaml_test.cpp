#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "env/limits.h"
#include "load/utf8.h"
#include "load/value.h"

namespace sayso::load {
namespace {

struct Parsed {
    std::optional<Value> value;
    Diagnostics diagnostics;
};

Parsed parse(std::string_view text) {
    Parsed out;
    out.value = parse_yaml(1, text, "cy", out.diagnostics);
    return out;
}

/// The first fault as "line:column+length message".
std::string fault_of(std::string_view text) {
    const Parsed parsed = parse(text);
    if (parsed.diagnostics.empty()) return "none";
    const Diagnostic& first = parsed.diagnostics.items().front();
    return std::to_string(first.span.line) + ":" + std::to_string(first.span.column) + "+" +
           std::to_string(first.span.length) + " " + first.message;
}

TEST(Yaml, KeepsTheOrderThePlaceAndTheLanguage) {
    const Parsed parsed = parse("b: one\na:\n  - \"two \\\" x\"  # said\n  - 'it''s'\n");
    ASSERT_TRUE(parsed.value);
    const Value& root = *parsed.value;
    ASSERT_EQ(root.entries.size(), 2u);
    EXPECT_EQ(root.entries[0].key, "b");
    EXPECT_EQ(root.entries[1].span, (Span{1, 2, 1, 1}));
    EXPECT_EQ(root.entries[0].value.span, (Span{1, 1, 4, 3}));
    const Value* list = root.find("a");
    ASSERT_NE(list, nullptr);
    ASSERT_EQ(list->items.size(), 2u);
    EXPECT_EQ(list->items[0].scalar, "two \" x");
    EXPECT_EQ(list->items[0].span, (Span{1, 3, 5, 10}));
    EXPECT_TRUE(list->items[0].quoted);
    EXPECT_EQ(list->items[1].span, (Span{1, 4, 5, 7}));
    EXPECT_EQ(list->items[1].lang, "cy");
}

TEST(Yaml, ColumnsCountBytesEvenAfterAByteOrderMark) {
    EXPECT_EQ(fault_of("caf\xC3\xA9: [é, *x]"),
              "1:13+1 a text that begins with \"*\" is read as the repeat of another value");
    EXPECT_EQ(fault_of("\xEF\xBB\xBF"
                       "a: *x"),
              "1:7+1 a text that begins with \"*\" is read as the repeat of another value");
    EXPECT_EQ(fault_of("\xEF\xBB\xBF"
                       "a: 1\nb: *x"),
              "2:4+1 a text that begins with \"*\" is read as the repeat of another value");
}

TEST(Yaml, AnAbsentValueStandsAtItsKey) {
    const Parsed parsed = parse("name:\nother: 1\n");
    ASSERT_TRUE(parsed.value);
    EXPECT_EQ(parsed.value->entries[0].value.kind, Value::Kind::null);
    EXPECT_EQ(parsed.value->entries[0].value.span, (Span{1, 1, 1, 4}));
}

TEST(Yaml, AnEmptyFileIsAnAbsentValueWithAPlace) {
    for (const char* text : {"", "# only words\n", "\n\n", "---\n"}) {
        const Parsed parsed = parse(text);
        ASSERT_TRUE(parsed.value) << text;
        EXPECT_EQ(parsed.value->kind, Value::Kind::null) << text;
        EXPECT_TRUE(parsed.value->span) << text;
    }
}

TEST(Yaml, AliasesRepeatTheirValue) {
    const Parsed parsed = parse("a: &x {k: v}\nb: [*x, *x]\n");
    ASSERT_TRUE(parsed.value);
    const Value* list = parsed.value->find("b");
    ASSERT_EQ(list->items.size(), 2u);
    EXPECT_EQ(list->items[1].find("k")->scalar, "v");
}

TEST(Yaml, DepthIsCountedThroughAliases) {
    std::string text = "a0: &a0 [x]\n";
    for (int i = 1; i < 80; ++i) {
        const std::string n = std::to_string(i), before = std::to_string(i - 1);
        text += "a" + n + ": &a" + n + " [*a" + before + "]\n";
    }
    EXPECT_THAT(fault_of(text), testing::HasSubstr("levels lie within one another"));
}

TEST(Yaml, ALongTextRepeatedIsBounded) {
    std::string text = "a: &a \"" + std::string(200'000, 'x') + "\"\nb: [";
    for (int i = 0; i < 100; ++i) text += "*a, ";
    EXPECT_THAT(fault_of(text + "x]"), testing::HasSubstr("grows too large"));
}

TEST(Yaml, ADuplicateKeySparesTheRest) {
    const Parsed parsed = parse("a: 1\na: 2\nb: 3\n");
    ASSERT_TRUE(parsed.value);
    EXPECT_EQ(parsed.value->find("a")->scalar, "1");
    EXPECT_NE(parsed.value->find("b"), nullptr);
    ASSERT_EQ(parsed.diagnostics.items().size(), 1u);
    ASSERT_EQ(parsed.diagnostics.items()[0].notes.size(), 1u);
    EXPECT_EQ(parsed.diagnostics.items()[0].notes[0].span, (Span{1, 1, 1, 1}));
}

TEST(Yaml, AFloodOfFaultsIsCut) {
    std::string text;
    for (int i = 0; i < 5'000; ++i) text += "a: 1\n";
    EXPECT_LE(parse(text).diagnostics.items().size(), limits::errors_shown + 2);
}

TEST(Utf8, RefusesWhatRfc3629Refuses) {
    EXPECT_EQ(first_bad_byte("plain\ttext\r\n"), std::nullopt);
    EXPECT_EQ(first_bad_byte("é ‘x’ 😀 \xF4\x8F\xBF\xBF"), std::nullopt);
    EXPECT_EQ(first_bad_byte("ab\xC0\x80"), 2u) << "overlong";
    EXPECT_EQ(first_bad_byte("ab\xE0\x80\x80"), 2u) << "overlong";
    EXPECT_EQ(first_bad_byte("\xED\xA0\x80"), 0u) << "surrogate";
    EXPECT_EQ(first_bad_byte("\xF4\x90\x80\x80"), 0u) << "above U+10FFFF";
    EXPECT_EQ(first_bad_byte("a\xE2\x82"), 1u) << "cut short";
    EXPECT_EQ(first_bad_byte("\x80"), 0u) << "no lead";
    EXPECT_EQ(first_bad_byte(std::string_view("a\0b", 3)), 1u) << "control character";
}

TEST(Yaml, FilesThatAreNoTextSayWhatTheyAre) {
    const std::pair<std::string, const char*> files[] = {
        {std::string("\xFF\xFEs\0e\0", 6), "this file is a text in UTF-16"},
        {std::string("s\0e\0", 4), "this file is a text in UTF-16"},
        {"\x89PNG\r\n\x1a\n", "this file is a picture"},
        {"PK\x03\x04 word/document.xml",
         "this file is a ZIP file, as word processors and spreadsheets save them"},
        {"%PDF-1.7\n\xE2\xE3", "this file is a PDF"},
        {std::string("ELF v 1.0\0", 10), "this file is no text"},
    };
    for (const auto& [bytes, message] : files) {
        SourceMap sources;
        Diagnostics diagnostics;
        EXPECT_FALSE(parse_yaml(sources.add("x.yaml", bytes), bytes, {}, diagnostics));
        ASSERT_EQ(diagnostics.errors(), 1u);
        EXPECT_EQ(diagnostics.items()[0].message, message);
        EXPECT_FALSE(diagnostics.items()[0].hint.empty());
        EXPECT_EQ(render_text(diagnostics.items()[0], sources, false).substr(0, 8), "x.yaml: ");
    }
}

}  // namespace
}  // namespace sayso::load
