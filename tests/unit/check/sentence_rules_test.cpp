#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string sentence_of(int words) {
    std::string out = "We";
    for (int i = 1; i < words; ++i) out += " wait";
    return out + ".";
}

TEST(Sentences, OfTwentyFiveWordsAreShortEnough) {
    Sample sample;
    sample.paragraph(sentence_of(25) + " " + sentence_of(25));
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(Sentences, OfMoreAreFoundWhereTheyWereWritten) {
    Sample sample;
    const NodeId paragraph = sample.paragraph("We wait. ");
    sample.words(paragraph, sentence_of(26));
    EXPECT_THAT(sample.faults(),
                ElementsAre("W long-sentence 3: a sentence of 26 words: \"We wait wait wait wait wait "
                            "wait wait wait wait…\""));
}

TEST(Sentences, OfEasyReadHaveFifteenWords) {
    const auto codes = [](int words) {
        Sample sample;
        sample.profile.easy_read = true;
        sample.profile.tested_by = "Six people, 2026";
        sample.row({sentence_of(words)});
        return sample.codes();
    };
    EXPECT_THAT(codes(15), IsEmpty());
    EXPECT_THAT(codes(16), ElementsAre("E easy-read-sentence"));
}

TEST(Sentences, OfCitationsAreTheirAuthors) {
    Sample sample;
    sample.paragraph(sentence_of(40));
    sample.profile.names = {sentence_of(40)};
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(Sentences, AreNotWhatAKeyOfShortFormsIs) {
    const std::string key =
        "Short forms: CQC, Care Quality Commission; EHCP, Education, Health and Care Plan; "
        "PBS, Positive Behaviour Support; SEND, special educational needs and disabilities of many kinds and "
        "at every age";
    Sample sample;
    sample.profile.abbreviations = {{"CQC", "Care Quality Commission"},
                                    {"EHCP", "Education, Health and Care Plan"},
                                    {"PBS", "Positive Behaviour Support"},
                                    {"SEND", "special educational needs and disabilities"}};
    sample.paragraph(key);
    sample.paragraph(key);
    sample.paragraph("One more, too, to have it over.");
    EXPECT_THAT(sample.faults(), IsEmpty());
    sample.profile.abbreviations = {};
    EXPECT_THAT(sample.codes(), testing::Contains("W long-sentence"));
}

TEST(Links, ThatSayNothingAreFound) {
    for (const char* words : {"click here", "Read more", "here.", "This page"}) {
        Sample sample;
        sample.link(sample.paragraph("To know more, "), words);
        EXPECT_THAT(sample.codes(), ElementsAre("W link-text")) << words;
    }
}

TEST(Links, ThatNameTheirEndAreFine) {
    Sample sample;
    sample.link(sample.paragraph("See "), "more about staying here");
    sample.link(sample.paragraph("See "), "https://example.org");
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(EnglishRules, PassOverOtherLanguages) {
    Sample welsh;
    welsh.document.lang = "cy";
    welsh.link(welsh.paragraph(sentence_of(30)), "here");
    EXPECT_THAT(welsh.faults(), IsEmpty());

    Sample mixed;
    mixed.document[mixed.paragraph(sentence_of(30))].lang = "cy";
    EXPECT_THAT(mixed.faults(), IsEmpty());
}

TEST(EnglishRules, NeedAWordList) {
    Sample sample;
    sample.has_words = false;
    sample.paragraph(sentence_of(30));
    sample.heading(2, "Second");
    EXPECT_THAT(sample.codes(), ElementsAre("E heading-order"));
}

}  // namespace
}  // namespace sayso::check
