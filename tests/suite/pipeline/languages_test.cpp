// What a reader gets whose language has not all the words yet: nothing, or a page that says so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sayso/pack.h"
#include "suite/pipeline/machine.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using testing::HasSubstr;
using testing::Not;

BuildOptions in(const std::string& lang, const std::string& audience, const std::string& kind) {
    BuildOptions options = one(audience, kind);
    options.langs = {lang};
    return options;
}

std::string words_of(const MemoryEnv& env, const std::string& file) {
    return plain(text_in_tree_order(read_pdf(env.files.at(file))));
}

TEST(PartOfALanguage, WhatIsTranslatedInPartIsRefusedWithTheList) {
    MemoryEnv env = shipped_machine();
    const Report report = build(env, "", in("ur", "family", "easy-read"));
    EXPECT_TRUE(report.files.empty());
    EXPECT_THAT(faults(report), HasSubstr("words are in \"ur\"\n"));
    EXPECT_THAT(faults(report), HasSubstr("audiences/family.yaml:"));
    EXPECT_THAT(faults(report), HasSubstr("this is in \"en-GB\""));
    EXPECT_THAT(faults(report), HasSubstr("--draft-language"));
}

TEST(PartOfALanguage, ADraftSaysThatItIsOneAndKeepsItsWordsTheirWay) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = in("ur", "family", "easy-read");
    options.draft_language = true;
    const Report report = build(env, "", options);
    ASSERT_EQ(report.files.size(), 1U) << faults(report);
    EXPECT_THAT(env.files.at(report.files[0]), Not(HasSubstr("/Direction /R2L")));
    EXPECT_THAT(faults(report), Not(HasSubstr("error:")));
}

TEST(PartOfALanguage, WhatIsWholeIsNoDraft) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = in("cy", "family", "leaflet");
    options.draft_language = true;
    const Report report = build(env, "", options);
    ASSERT_EQ(report.files.size(), 1U) << faults(report);
    EXPECT_THAT(words_of(env, report.files[0]), Not(HasSubstr("Drafft o gyfieithiad")));
}

TEST(PartOfALanguage, AServicesOwnWordsAreMissedByName) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] = "overlays: [own.yaml]\nservice: {name: Mill House}\n";
    env.files["/p/own.yaml"] = "audiences:\n  family:\n    contact-intro: \"Ring Jo.\"\n";
    const std::string lost =
        "/p/own.yaml:3:20: warning: the service's own words have no translation into \"cy\", so they are "
        "left "
        "out there";
    const Report report = build(env, "/p", in("cy", "family", "leaflet"));
    EXPECT_THAT(faults(report), HasSubstr(lost));
    EXPECT_THAT(faults(report), HasSubstr("lang/cy/audiences/family.yaml:"));
    EXPECT_THAT(faults(report), HasSubstr("documents in that language say this instead"));

    BuildOptions strict = in("cy", "family", "leaflet");
    strict.strict = true;
    EXPECT_FALSE(build(env, "/p", strict).ok());

    env.files["/p/lang/cy/audiences/family.yaml"] = "contact-intro: \"Ffoniwch Jo.\"\n";
    EXPECT_THAT(faults(build(env, "/p", in("cy", "family", "leaflet"))), Not(HasSubstr("own words")));
}

TEST(PartOfALanguage, APackRefusesThemAndMayAskForDrafts) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] = "service: {name: Mill House}\n";
    const std::string group =
        "documents:\n  - kinds: [easy-read]\n    audiences: [family]\n    langs: [cy]\n";
    env.files["/p/pack.yaml"] = group;
    EXPECT_EQ(make_pack(env, data_folder, "/p", {}).failed, 1U);
    env.files["/p/pack.yaml"] = group + "    draft-language: true\n";
    EXPECT_EQ(make_pack(env, data_folder, "/p", {}).made, 1U);
    env.files["/p/pack.yaml"] = group;
    PackOptions options;
    options.draft_language = true;
    options.out = "other";
    EXPECT_EQ(make_pack(env, data_folder, "/p", options).made, 1U);
}

}  // namespace
}  // namespace sayso::test
