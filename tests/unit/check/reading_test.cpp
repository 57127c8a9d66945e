// What a reader finds in a text, and that it reads no text twice.
#include "check/reading.h"

#include <gtest/gtest.h>

namespace sayso::check {
namespace {

TEST(Reader, ReadsATextOnce) {
    Reader reader;
    const auto first = reader.read("We wait. Then we join in.");
    EXPECT_EQ(reader.read("We wait. Then we join in."), first);
    EXPECT_NE(reader.read("We wait."), first);
}

TEST(Reader, SaysWhereEachSentenceIsAndWhatItSays) {
    Reader reader;
    const std::string text = "We wait. Then we join in!";
    const auto reading = reader.read(text);
    ASSERT_EQ(reading->sentences.size(), 2u);
    const Sentence& second = reading->sentences[1];
    EXPECT_EQ(second.text, "Then we join in!");
    EXPECT_EQ(second.begin, 9u);
    EXPECT_EQ(text.substr(second.said.begin, second.said.end - second.said.begin), "Then we join in");
    EXPECT_EQ(second.words.size(), 4u);
    EXPECT_EQ(second.tokens.size(), 4u);
}

TEST(Reader, CountsTheSyllablesOfEachWord) {
    Reader reader;
    const auto reading = reader.read("Communication helps. Communication helps!");
    for (const Sentence& sentence : reading->sentences) {
        ASSERT_EQ(sentence.words.size(), 2u);
        EXPECT_EQ(sentence.words[0].syllables, 5);
        EXPECT_EQ(sentence.words[1].syllables, 1);
    }
}

TEST(Reader, FindsTheNamesItWasAskedForLast) {
    Reader reader;
    const std::vector<Token> text = tokens("Use of Intensive Interaction");
    EXPECT_TRUE(reader.phrases({"Intensive Interaction"}).occurs_in(text));
    EXPECT_FALSE(reader.phrases({"Talking Mats"}).occurs_in(text));
    EXPECT_TRUE(reader.phrases({"Intensive Interaction"}).occurs_in(text));
}

}  // namespace
}  // namespace sayso::check
