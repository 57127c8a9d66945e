// Files for a translator: everything that lacks words, nothing of what has them, and nothing lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"

namespace sayso::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* family = "/p/lang/fr/audiences/family.yaml";

MemoryEnv service() {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] =
        "approach: intensive-interaction\nservice:\n  name: Mill House\n  about: We are two homes.\n";
    return env;
}

Report translate(MemoryEnv& env, const std::string& lang, std::size_t& texts) {
    return Session(env, data_folder, "/p").translate({lang, {"family"}}, texts);
}

TEST(Translate, EachTextHasItsSourceItsPurposeAndItsRoom) {
    MemoryEnv env = service();
    std::size_t texts = 0;
    const Report report = translate(env, "fr", texts);
    EXPECT_TRUE(report.ok()) << faults(report);
    EXPECT_GT(texts, 300U);
    EXPECT_THAT(env.files.at(family),
                HasSubstr("# The benefit to this reader, in one sentence. Room for about 65 characters.\n"
                          "# en-GB: You need not be the only one who understands.\n"
                          "title:\n"));
    EXPECT_THAT(env.files.at(family),
                HasSubstr("  # en-GB: More people who speak their language\n  leaflet-promise:\n"));
    EXPECT_THAT(env.files.at(family), HasSubstr("asks:\n  - id: tell-us\n"));
    EXPECT_THAT(env.files.at("/p/lang/fr/sayso.yaml"), HasSubstr("service:\n"));
    EXPECT_THAT(env.files.at("/p/templates/lang/fr/leaflet.yaml"), HasSubstr("strings:\n"));
    EXPECT_EQ(env.files.count("/p/lang/fr/audiences/commissioners.yaml"), 0U);
}

TEST(Translate, EmptyLinesChangeNothingAndAreReadWithoutAFault) {
    MemoryEnv env = service();
    std::size_t texts = 0;
    translate(env, "fr", texts);
    BuildOptions options = one("family", "leaflet");
    options.langs = {"fr"};
    const Report refused = build(env, "/p", options);
    EXPECT_EQ(refused.errors, 1U) << faults(refused);
    EXPECT_THAT(faults(refused), HasSubstr("words are in \"fr\""));
    options.draft_language = true;
    EXPECT_TRUE(build(env, "/p", options).ok());
}

TEST(Translate, WhatIsTranslatedStaysAndIsNotAskedForAgain) {
    MemoryEnv env = service();
    std::size_t before = 0, after = 0;
    translate(env, "fr", before);
    std::string mine = env.files.at(family);
    mine.replace(mine.find("title:\n"), 7, "title: \"Vous n’êtes pas seule.\"  # by Anne\n");
    env.files[family] = mine;
    const Report report = translate(env, "fr", after);
    EXPECT_TRUE(report.ok()) << faults(report);
    EXPECT_EQ(env.files.at(family), mine);
    EXPECT_EQ(after + 1, before);
}

TEST(Translate, WhatIsNewGoesBehindWhatIsThere) {
    MemoryEnv env = service();
    const std::string mine = "# ours\ntitle: \"Vous n’êtes pas seule.\"\ntexts: {thanks: \"Merci.\"}\n";
    env.files[family] = mine;
    std::size_t texts = 0;
    translate(env, "fr", texts);
    const std::string once = env.files.at(family);
    EXPECT_TRUE(once.starts_with(mine)) << once;
    EXPECT_THAT(once, HasSubstr("\nstandfirst:\n"));
    EXPECT_THAT(once, HasSubstr("\n# texts:\n"));  // its key is there already: only as a comment
    EXPECT_THAT(once, Not(HasSubstr("\ntitle:\n")));
    translate(env, "fr", texts);
    EXPECT_EQ(env.files.at(family), once);
}

TEST(Translate, ShippedWordsAreNotAskedFor) {
    MemoryEnv env = service();
    std::size_t welsh = 0, french = 0;
    translate(env, "cy", welsh);
    translate(env, "fr", french);
    EXPECT_LT(welsh * 2, french);
}

TEST(Translate, ALanguageThatIsNoneOrTheOwnIsRefused) {
    MemoryEnv env = service();
    std::size_t texts = 0;
    EXPECT_TRUE(translate(env, "../x", texts).wrong_usage);
    EXPECT_TRUE(translate(env, "en", texts).wrong_usage);
    EXPECT_TRUE(Session(env, data_folder, "").translate({"fr", {}}, texts).wrong_usage);
}

}  // namespace
}  // namespace sayso::test
