#include "compose/interpolate.h"

#include <gtest/gtest.h>

#include "compose/markdown.h"
#include "model/condition.h"

namespace sayso::compose {
namespace {

Data sample() {
    const Record reader{"audience \"carers\"",
                        {1, 7, 3, 6},
                        {{"name", plain("Carers & co")},
                         {"title", markdown({"**Hello** {{audience.name}}", {1, 8, 1, 1}, "en-GB"})},
                         {"again", markdown({"{{audience.again}}", {1, 9, 1, 1}, "en-GB"})},
                         {"quiet", Data{}},
                         {"outcomes", List{plain("one"), plain("two")}}}};
    return Record{"the data", {}, {{"audience", reader}, {"starry", plain("a*b*c [x](y)")}}};
}

std::string text(const char* source, Diagnostics& faults) {
    return joined(interpolate({source, {1, 1, 1, 5}, "en-GB"}, Scope(sample()), faults));
}

TEST(Interpolate, FillsTagsAlsoWithinWhatTheyBring) {
    Diagnostics faults;
    EXPECT_EQ(text("Dear {{ audience.title }}!", faults), "Dear **Hello** Carers & co!");
    EXPECT_TRUE(faults.empty());
}

TEST(Interpolate, UnknownNameSuggestsAndNamesBothPlaces) {
    Diagnostics faults;
    text("{{audience.titel}}", faults);
    ASSERT_EQ(faults.errors(), 1u);
    const Diagnostic& fault = faults.items().front();
    EXPECT_EQ(fault.message, "audience \"carers\" has no \"titel\"");
    EXPECT_EQ(fault.hint, "did you mean \"title\"?");
    ASSERT_EQ(fault.notes.size(), 1u);
    EXPECT_EQ(fault.notes.front().span.line, 7u);
}

TEST(Interpolate, WhatIsNotGivenIsAnErrorNotAnEmptyLine) {
    Diagnostics faults;
    text("Read {{audience.quiet}}", faults);
    ASSERT_EQ(faults.errors(), 1u);
    EXPECT_EQ(faults.items().front().code, "missing-text");
}

TEST(Interpolate, ListsAreNoTextsAndOpenTagsAreFaults) {
    Diagnostics faults;
    text("{{audience.outcomes}} {{audience", faults);
    ASSERT_EQ(faults.errors(), 2u);
    EXPECT_EQ(faults.items()[0].code, "not-a-text");
    EXPECT_EQ(faults.items()[1].code, "open-tag");
}

TEST(Interpolate, TextThatNamesItselfEnds) {
    Diagnostics faults;
    text("{{audience.again}}", faults);
    ASSERT_EQ(faults.errors(), 1u);
    EXPECT_EQ(faults.items().front().code, "text-cycle");
}

TEST(Interpolate, PartsOfWhatWasLeftOutAreNotAnError) {
    Diagnostics faults;
    const Scope scope(sample());
    const auto holds = [&](const char* text) {
        const auto condition = model::parse_condition({text, {}, {}}, faults);
        return condition && scope.holds(*condition, faults);
    };
    EXPECT_FALSE(holds("audience.quiet.deeper"));
    EXPECT_TRUE(holds("not audience.quiet"));
    EXPECT_TRUE(holds("audience.name = \"Carers & co\""));
    EXPECT_TRUE(faults.empty());
}

TEST(Markdown, PlainDataIsNeverReadAsMarks) {
    Diagnostics faults;
    const auto words = parse_line(interpolate({"**See** {{starry}}", {}, ""}, Scope(sample()), faults));
    ASSERT_EQ(words.size(), 2u);
    EXPECT_TRUE(words[0].strong);
    EXPECT_EQ(words[1].text, " a*b*c [x](y)");
    EXPECT_TRUE(words[1].url.empty());
}

TEST(Markdown, LinesKeepWhatLooksLikeAListMark) {
    const auto words = parse_line({{"1. First, **do**", "", {}, Markup::markdown}});
    ASSERT_EQ(words.size(), 2u);
    EXPECT_EQ(words[0].text, "1. First, ");
    EXPECT_EQ(words[1].text, "do");
}

/// A reader of the tags hears each in its own voice.
TEST(Markdown, WordsAfterAMarkKeepTheirOwnLanguage) {
    const auto words = parse_line({{"**Mwy** ", "cy", {}, Markup::markdown},
                                   {": ", "en", {}, Markup::markdown},
                                   {"o wenu", "cy", {}, Markup::markdown}});
    ASSERT_EQ(words.size(), 4u);
    EXPECT_EQ(words[1].lang, "cy");
    EXPECT_EQ(words[2].text, ": ");
    EXPECT_EQ(words[2].lang, "en");
    EXPECT_EQ(words[3].text, "o wenu");
    EXPECT_EQ(words[3].lang, "cy");
}

TEST(Markdown, ParagraphsListsAndLinks) {
    const auto blocks =
        parse_blocks({{"One [two](https://x.org)\nthree.\n\n- a\n- *b*\n\nEnd", "cy", {}, Markup::markdown}});
    ASSERT_EQ(blocks.size(), 4u);
    EXPECT_EQ(blocks[0].words[1].url, "https://x.org");
    EXPECT_EQ(blocks[0].words[2].text, " three.");
    EXPECT_EQ(blocks[1].kind, TextBlock::Kind::bullet);
    EXPECT_TRUE(blocks[2].words[0].strong);
    EXPECT_EQ(blocks[3].kind, TextBlock::Kind::paragraph);
    EXPECT_EQ(blocks[0].words[0].lang, "cy");
}

}  // namespace
}  // namespace sayso::compose
