#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(WordList, ThatShipsIsWholeAndHasNoWordTwice) {
    const model::WordList& list = english();
    EXPECT_GE(list.jargon.size(), 150u);
    EXPECT_GE(list.hard_words.size(), 50u);
    EXPECT_FALSE(list.easy_read_draft.empty());
    std::set<std::string> seen;
    for (const model::Jargon& one : list.jargon) {
        EXPECT_TRUE(seen.insert(one.word).second) << one.word;
        EXPECT_NE(one.say, one.word);
        EXPECT_FALSE(one.say.empty()) << one.word;
    }
    for (const model::HardWord& one : list.hard_words)
        EXPECT_TRUE(seen.insert("hard " + one.word).second) << one.word;
}

TEST(WordList, OffersNoJargonForJargon) {
    Sample sample;
    for (const model::Jargon& one : english().jargon) sample.paragraph("It is " + one.say + " now.");
    EXPECT_THAT(sample.faults(), IsEmpty());
}

TEST(WordList, ExplainsHardWordsInEasyOnes) {
    for (const model::HardWord& one : english().hard_words) {
        Sample sample;
        sample.profile.easy_read = true;
        sample.profile.tested_by = "Six people, 2026";
        sample.row({"That means " + one.means + "."});
        EXPECT_THAT(sample.faults(), IsEmpty()) << one.word;
    }
}

model::WordList load(const MemoryEnv& env, const std::string& project, Diagnostics& diagnostics) {
    SourceMap sources;
    return model::load_word_list(env, "data", project, "en-GB", sources, diagnostics)
        .value_or(model::WordList{});
}

TEST(WordList, OfAProjectComesBehindTheShippedOne) {
    MemoryEnv env;
    env.files["data/templates/words/en.yaml"] = "lang: en\njargon:\n  - {word: robust, say: strong}\n";
    env.files["home/words/en.yaml"] = "lang: en\njargon:\n  - {word: huddle, say: short meeting}\n";
    Diagnostics diagnostics;
    EXPECT_EQ(load(env, "", diagnostics).jargon.size(), 1u);
    const model::WordList both = load(env, "home", diagnostics);
    ASSERT_EQ(both.jargon.size(), 2u);
    EXPECT_EQ(both.jargon[1].word, "huddle");
    EXPECT_TRUE(diagnostics.empty());
}

TEST(WordList, FaultsAreNamed) {
    MemoryEnv env;
    env.files["data/templates/words/en.yaml"] = "lang: en\njargon:\n  - {word: robust, sya: strong}\n";
    Diagnostics diagnostics;
    load(env, "", diagnostics);
    EXPECT_THAT(described(diagnostics), testing::Contains(testing::HasSubstr("\"sya\"")));
}

TEST(WordList, OfAnotherLanguageIsNone) {
    const DiskEnv disk;
    SourceMap sources;
    Diagnostics diagnostics;
    for (const char* lang : {"cy", "ur-PK", "", "../en", "EN"}) {
        EXPECT_FALSE(model::load_word_list(disk, SAYSO_SOURCE_DIR, "", lang, sources, diagnostics)) << lang;
    }
    EXPECT_TRUE(diagnostics.empty());
}

}  // namespace
}  // namespace sayso::check
