#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Sample tested() {
    Sample sample;
    sample.profile.easy_read = true;
    sample.profile.tested_by = "Six people at Willow House, 4 May 2026";
    return sample;
}

TEST(EasyReadPictures, StandBesideEachIdea) {
    Sample sample = tested();
    const NodeId row = sample.row({"We wait."});
    EXPECT_THAT(sample.faults(), IsEmpty());
    sample.document[sample.document[row].children.front()].children.clear();
    EXPECT_THAT(sample.faults(),
                ElementsAre("E easy-read-picture 1: this idea has no picture: \"We wait.\""));
}

TEST(EasyReadPictures, StandBeforeTheirWords) {
    Sample sample = tested();
    std::vector<NodeId>& cells = sample.document[sample.row({"We wait."})].children;
    std::swap(cells[0], cells[1]);
    EXPECT_THAT(sample.codes(), ElementsAre("E easy-read-picture-side"));
}

TEST(EasyReadPictures, StandInRows) {
    Sample sample = tested();
    sample.paragraph("We wait.");
    EXPECT_THAT(sample.codes(), ElementsAre("E easy-read-picture"));
}

TEST(EasyReadPages, AreTwentyFourAtMost) {
    Sample sample = tested();
    sample.row({"We wait."});
    sample.pages = 24;
    EXPECT_THAT(sample.faults(), IsEmpty());
    sample.pages = 25;
    EXPECT_THAT(sample.faults(), ElementsAre("E easy-read-pages 6: 25 pages, and easy read has 24 at most"));
}

TEST(EasyReadDraft, SaysThatItIsOne) {
    Sample sample = tested();
    sample.profile.tested_by = "";
    sample.row({"We wait."});
    EXPECT_THAT(sample.codes(), ElementsAre("E easy-read-draft"));
    sample.footer("Easy read draft");
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(EasyReadDraft, IsClearedByADatedLine) {
    Sample sample = tested();
    sample.row({"We wait."});
    EXPECT_THAT(sample.faults(), IsEmpty());
    sample.profile.tested_by = "Six people at Willow House";
    EXPECT_THAT(sample.codes(), ElementsAre("W easy-read-tested"));
}

TEST(EasyReadLines, HoldOneSentence) {
    Sample sample = tested();
    sample.row({"We wait. You look."});
    EXPECT_THAT(sample.faults(),
                ElementsAre("W easy-read-line 6: a second sentence on the line: \"You look.\""));

    Sample two_lines = tested();
    two_lines.row({"We wait.\nYou look.", "We join in."});
    EXPECT_THAT(two_lines.faults(), IsEmpty());
}

TEST(HardWords, AreExplainedOnTheirLineOrTheNext) {
    Sample sample = tested();
    sample.row({"We need training.", "That means someone shows us how."});
    sample.row({"Consent means you say yes."});
    sample.row({"We like training."});
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(HardWords, WithoutAnExplanationAreFound) {
    Sample sample = tested();
    sample.row({"We need training.", "We like it."});
    EXPECT_THAT(
        sample.faults(),
        ElementsAre("W hard-word 6: \"training\" is a hard word with nothing next to it that explains it"));
    EXPECT_THAT(sample.hints(), ElementsAre("add a line: \"That means someone shows you how to do it.\""));
}

TEST(Passive, IsFound) {
    for (const char* words : {"You will be helped.", "It was given to you.", "They are not always told.",
                              "The form is quickly filled in."}) {
        Sample sample = tested();
        sample.row({words});
        EXPECT_THAT(sample.codes(), ElementsAre("W passive")) << words;
    }
}

TEST(Passive, IsNotEveryFormOfBe) {
    for (const char* words : {"You are tired.", "It is red.", "We have helped you.", "This is called a look.",
                              "You are here. ", "Are they well, asked Jo."}) {
        Sample sample = tested();
        sample.row({words});
        EXPECT_THAT(sample.faults(), IsEmpty()) << words;
    }
}

TEST(EasyReadRules, AreNotForOtherDocuments) {
    Sample sample;
    sample.pages = 100;
    sample.paragraph("It was given to you. We need training.");
    EXPECT_THAT(sample.faults(), IsEmpty());
}

}  // namespace
}  // namespace sayso::check
