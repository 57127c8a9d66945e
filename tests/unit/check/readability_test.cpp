#include "check/readability.h"

#include <gtest/gtest.h>

namespace sayso::check {
namespace {

std::string times(int count, const std::string& sentence) {
    std::string out;
    for (int i = 0; i < count; ++i) out += sentence + " ";
    return out;
}

TEST(Readability, CountsSentencesWordsAndSyllables) {
    const Readability text = readability("We wait. Then we join in with everybody.");
    EXPECT_EQ(text.sentences, 2u);
    EXPECT_EQ(text.words, 8u);
    EXPECT_EQ(text.syllables, 11u);
    EXPECT_EQ(text.complex_words, 1u);
    EXPECT_EQ(text.complex_uses.at("everybody"), 1);
}

TEST(Readability, FleschIsTheFormula) {
    // 206.835 - 1.015 * 6 / 1 - 84.6 * 6 / 6
    EXPECT_NEAR(*readability("The cat sat on the mat.").flesch(), 116.145, 0.001);
    EXPECT_FALSE(readability("").flesch());
}

TEST(Readability, HardTextsScoreLowerThanEasyOnes) {
    const double hard = *readability(
                             "Multidisciplinary collaboration facilitates individualised communication "
                             "opportunities throughout educational organisations.")
                             .flesch();
    const double easy =
        *readability("We sit down with you. We wait. You make a sound, and we make it too.").flesch();
    EXPECT_LT(hard, 0);
    EXPECT_GT(easy, 100);
}

TEST(Readability, SmogAsksForThirtySentences) {
    EXPECT_FALSE(readability(times(29, "We talk together.")).smog_age());
    // 30 long words in 30 sentences: 8 + the root of 30.
    EXPECT_NEAR(*readability(times(30, "We talk together.")).smog_age(), 13.477, 0.001);
    EXPECT_NEAR(*readability(times(60, "We talk together.")).smog_age(), 13.477, 0.001);
    EXPECT_NEAR(*readability(times(30, "We talk.")).smog_age(), 8, 0.001);
}

TEST(Readability, NamesDoNotCount) {
    const Readability text = readability("We use Intensive Interaction daily.", {"Intensive Interaction"});
    EXPECT_EQ(text.words, 3u);
    EXPECT_EQ(text.complex_words, 0u);
    EXPECT_EQ(readability("We use Intensive Interaction daily.").complex_words, 2u);
}

}  // namespace
}  // namespace sayso::check
