#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Sample of_sentences(int count, const std::string& sentence, double target) {
    Sample sample;
    sample.profile.reading_age_target = target;
    sample.heading(1, "Communication and understanding everywhere");
    for (int i = 0; i < count; ++i) sample.paragraph(sentence);
    return sample;
}

TEST(ReadingAge, OverItsTargetIsSaidOnceAtTheTop) {
    const Sample sample = of_sentences(30, "We talk together.", 11);
    EXPECT_THAT(
        sample.faults(),
        ElementsAre("W reading-age 2: the reading age is 13.5 years (SMOG), and this reader's target is 11"));
    EXPECT_THAT(sample.hints(), ElementsAre("find shorter words for the longest ones: \"together\" (30)"));
}

TEST(ReadingAge, WithinItsTargetIsFine) {
    EXPECT_THAT(of_sentences(30, "We talk together.", 13.5).faults(), IsEmpty());
    EXPECT_THAT(of_sentences(30, "We talk.", 8).faults(), IsEmpty());
}

TEST(ReadingAge, IsNotMeasuredOnShortTextsOrWithoutATarget) {
    EXPECT_THAT(of_sentences(29, "We talk together.", 9).faults(), IsEmpty());
    EXPECT_THAT(of_sentences(60, "We talk together.", 0).faults(), IsEmpty());
}

TEST(ReadingAge, IsNotForEasyRead) {
    Sample sample = of_sentences(30, "We talk together.", 9);
    sample.profile.easy_read = true;
    EXPECT_THAT(sample.codes(), testing::Not(testing::Contains("W reading-age")));
}

TEST(ReadingAge, LeavesOutTheApproachsName) {
    Sample sample = of_sentences(30, "We like Intensive Interaction.", 9);
    EXPECT_THAT(sample.codes(), ElementsAre("W reading-age"));
    sample.profile.uncounted = {"Intensive Interaction"};
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(ReadingAge, CountsFullSentencesAlone) {
    Sample sample = of_sentences(30, "We talk.", 9);
    sample.paragraph("communication and social development");
    EXPECT_EQ(measure(sample.document, sample.profile).sentences, 30u);
    EXPECT_EQ(measure(sample.document, sample.profile).complex_words, 0u);
}

Sample easy_read(int lines, const std::string& line) {
    Sample sample;
    sample.profile.easy_read = true;
    sample.profile.tested_by = "Six people, 2026";
    for (int i = 0; i < lines; ++i) sample.row({line});
    return sample;
}

TEST(EasyReadLevel, BelowEightyIsFound) {
    EXPECT_THAT(easy_read(30, "Everybody enjoys conversation together regularly.").codes(),
                ElementsAre("W easy-read-level"));
    EXPECT_THAT(easy_read(30, "We sit with you.").faults(), IsEmpty());
}

TEST(EasyReadLevel, NeedsAHundredWords) {
    EXPECT_THAT(easy_read(3, "Everybody enjoys conversation together regularly.").faults(), IsEmpty());
}

}  // namespace
}  // namespace sayso::check
