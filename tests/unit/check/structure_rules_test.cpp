#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Headings, InOrderAreFine) {
    Sample sample;
    for (const int level : {1, 2, 3, 2, 3, 1}) sample.heading(level, "A heading");
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(Headings, ThatSkipALevelAreFound) {
    Sample sample;
    sample.heading(1, "First");
    sample.heading(3, "Third");
    EXPECT_THAT(
        sample.faults(),
        ElementsAre("E heading-order 3: the heading \"Third\" is of level 3, but follows one of level 1"));
    EXPECT_THAT(sample.hints(), ElementsAre("give it level 2"));
}

TEST(Headings, BeginWithLevelOne) {
    Sample sample;
    sample.heading(2, "Second");
    EXPECT_THAT(sample.faults(),
                ElementsAre("E heading-order 1: the heading \"Second\" is of level 2, but is the first"));
}

TEST(AltText, IsMissing) {
    Sample sample;
    sample.figure("");
    sample.figure(" …");
    EXPECT_THAT(sample.codes(), ElementsAre("E alt-missing", "E alt-missing"));
}

TEST(AltText, OfDecorationIsNotAskedFor) {
    Sample sample;
    sample.figure("", doc::Document::root, true);
    sample.figure("Two people laugh");
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(AltText, IsAFileName) {
    Sample sample;
    sample.figure("garden party.JPG");
    sample.figure("IMG_2041");
    sample.figure("Two people look at a picture");
    EXPECT_THAT(sample.codes(), ElementsAre("E alt-file-name", "E alt-file-name"));
}

TEST(AltText, RepeatsItsCaption) {
    Sample sample;
    sample.figure("Two people laugh");
    sample.paragraph("Two people laugh.");
    EXPECT_THAT(sample.codes(), ElementsAre("E alt-repeats-caption"));

    Sample other;
    other.figure("Two people laugh");
    other.paragraph("Lunch at Willow House");
    EXPECT_THAT(other.faults(), IsEmpty());
}

}  // namespace
}  // namespace sayso::check
