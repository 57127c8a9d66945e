#include "text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Sentences, EndAtStopsQuestionsAndLineEnds) {
    const Segmenter english("en-GB");
    EXPECT_THAT(english.sentences("We wait. Are you well? Yes!\nA line without a stop"),
                ElementsAre("We wait.", "Are you well?", "Yes!", "A line without a stop"));
    EXPECT_THAT(english.sentences(" \n "), IsEmpty());
    EXPECT_THAT(english.sentences(""), IsEmpty());
}

TEST(Sentences, DoNotEndAtAbbreviations) {
    const Segmenter english("en");
    EXPECT_THAT(english.sentences("Inspectors, e.g. Ofsted, and Dr. Hewett came. They left."),
                ElementsAre("Inspectors, e.g. Ofsted, and Dr. Hewett came.", "They left."));
}

TEST(Sentences, KeepTheirClosingQuotes) {
    const Segmenter english("en");
    EXPECT_THAT(english.sentences("People can say “I am not sure.” Then they are helped."),
                ElementsAre("People can say “I am not sure.”", "Then they are helped."));
}

TEST(Words, AreLettersAndNumbers) {
    const Segmenter english("en");
    EXPECT_THAT(english.words("Don’t wait: 2,024 people – ‘all’ of them."),
                ElementsAre("Don’t", "wait", "2,024", "people", "all", "of", "them"));
    EXPECT_THAT(english.words("…!"), IsEmpty());
}

TEST(Words, JoinedByAHyphenAreOne) {
    const Segmenter english("en");
    EXPECT_THAT(english.words("person-centred, well‑being - and/or a-b-c"),
                ElementsAre("person-centred", "well‑being", "and", "or", "a-b-c"));
    EXPECT_THAT(english.words("ring jo@example.org now"), ElementsAre("ring", "jo@example.org", "now"));
}

TEST(Words, SurviveBadBytes) {
    const Segmenter english("en");
    EXPECT_EQ(english.words("caf\xC3 now \xFF").front().substr(0, 3), "caf");
    EXPECT_EQ(english.sentences("caf\xC3. Now").size(), 2u);
}

}  // namespace
}  // namespace sayso::text
