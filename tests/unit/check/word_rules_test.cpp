#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Sample knowing_letters() {
    Sample sample;
    sample.profile.abbreviations = {{"CQC", "Care Quality Commission"},
                                    {"EHCP", "Education, Health and Care Plan"}};
    return sample;
}

TEST(Abbreviations, NotSpelledOutAreFoundOnce) {
    Sample sample = knowing_letters();
    sample.paragraph("The CQC looks at EHCPs.");
    sample.paragraph("The CQC comes back.");
    EXPECT_THAT(sample.faults(),
                ElementsAre("W abbreviation 2: \"CQC\" is not spelled out where it is first used",
                            "W abbreviation 2: \"EHCP\" is not spelled out where it is first used"));
    EXPECT_THAT(sample.hints(), ElementsAre("write \"Care Quality Commission (CQC)\" there",
                                            "write \"Education, Health and Care Plan (EHCP)\" there"));
}

TEST(Abbreviations, SpelledOutBeforeOrBesideAreFine) {
    for (const char* words :
         {"The Care Quality Commission (CQC) came.", "The CQC (Care Quality Commission) came."}) {
        Sample sample = knowing_letters();
        sample.paragraph(words);
        sample.paragraph("Education, health and care plans help. So do EHCPs.");
        EXPECT_THAT(sample.faults(), IsEmpty()) << words;
    }
}

TEST(Abbreviations, SpelledOutOnlyLaterAreFound) {
    Sample sample = knowing_letters();
    sample.paragraph("The CQC came.");
    sample.paragraph("That is the Care Quality Commission.");
    EXPECT_THAT(sample.codes(), ElementsAre("W abbreviation"));
}

TEST(Abbreviations, InAKeyAreFine) {
    Sample sample = knowing_letters();
    sample.paragraph("The CQC came.");
    sample.paragraph("CQC: Care Quality Commission");
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(Abbreviations, InNamesAreFineBesideTheirPlainSentence) {
    Sample sample = knowing_letters();
    sample.profile.names = {"Informed inspectors e.g. CQC"};
    sample.paragraph("Informed inspectors e.g. CQC: inspectors know what they are looking at.");
    EXPECT_THAT(sample.faults(), IsEmpty());

    Sample next_line = knowing_letters();
    next_line.profile.names = sample.profile.names;
    next_line.paragraph("Informed inspectors e.g. CQC");
    next_line.paragraph("Inspectors know what they are looking at.");
    EXPECT_THAT(next_line.faults(), IsEmpty());

    Sample alone = knowing_letters();
    alone.profile.names = sample.profile.names;
    alone.paragraph("Informed inspectors e.g. CQC");
    EXPECT_THAT(alone.codes(), ElementsAre("W abbreviation"));
}

TEST(Abbreviations, ThatNobodyKnowsNeedBrackets) {
    Sample sample = knowing_letters();
    sample.paragraph("British Sign Language (BSL) helps. So does BSL.");
    sample.paragraph("We use PECS too.");
    sample.paragraph("The NHS and the BBC are known.");
    EXPECT_THAT(sample.faults(),
                ElementsAre("W abbreviation 4: \"PECS\" is not spelled out where it is first used"));
}

TEST(Abbreviations, HaveNoPlaceInEasyRead) {
    Sample sample = knowing_letters();
    sample.profile.easy_read = true;
    sample.profile.tested_by = "Six people, 2026";
    sample.row({"The Care Quality Commission (CQC) came.", "You can watch TV."});
    EXPECT_THAT(sample.codes(), ElementsAre("E easy-read-abbreviation"));
}

TEST(Jargon, IsFoundWithItsPlainAlternative) {
    Sample sample;
    sample.paragraph("Staff facilitate sessions for service users.");
    EXPECT_THAT(sample.faults(), ElementsAre("W jargon 2: \"facilitate\" is jargon",
                                             "W jargon 2: \"service users\" is jargon"));
    EXPECT_THAT(sample.hints(), ElementsAre("say \"help\"", "say \"person\""));
}

TEST(Jargon, InNamesOfTheSourceIsFine) {
    Sample sample;
    sample.profile.names = {"Person-centred pedagogy"};
    sample.paragraph("Person-centred pedagogy starts from what this learner enjoys.");
    EXPECT_THAT(sample.faults(), IsEmpty());
    sample.paragraph("Our pedagogy is new.");
    EXPECT_THAT(sample.codes(), ElementsAre("W jargon"));
}

TEST(Jargon, IsFineWithinSomePhrases) {
    Sample sample;
    sample.paragraph("Non-verbal communication is a look or a touch.");
    EXPECT_THAT(sample.faults(), IsEmpty());
    sample.paragraph("Non-verbal people use looks.");
    EXPECT_THAT(sample.codes(), ElementsAre("W jargon"));
}

TEST(Jargon, IsNotPartOfAnotherWord) {
    Sample sample;
    sample.paragraph("We have a robustness of our own, and remainders.");
    EXPECT_THAT(sample.faults(), IsEmpty());
}

}  // namespace
}  // namespace sayso::check
