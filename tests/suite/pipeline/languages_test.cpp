// What a reader gets whose language has not all the words yet: nothing, or a page that says so.
#include <algorithm>
#include <ostream>
#include <sstream>
#include <string_view>
#include <tuple>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sayso/pack.h"
#include "suite/pipeline/machine.h"
#include "support/pdf_reader.h"
#include "support/poppler.h"

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

/// Whether the one document of `report` was made and each of its pages has each word of `mark`. Poppler turns
/// the order of words round that run from the right, and puts marks between the parts of Bengali ones.
testing::AssertionResult every_page_says(const MemoryEnv& env, const Report& report,
                                         const std::string& mark) {
    constexpr std::string_view no_space = "\u200B";
    if (report.files.size() != 1) return testing::AssertionFailure() << faults(report);
    for (std::string page : copied_pages(env.files.at(report.files[0]))) {
        for (std::size_t at = 0; (at = page.find(no_space, at)) != page.npos;)
            page.erase(at, no_space.size());
        std::istringstream words(mark);
        for (std::string word; words >> word;)
            if (page.find(word) == page.npos)
                return testing::AssertionFailure() << word << " is not in " << page;
    }
    return testing::AssertionSuccess();
}

/// A language of the people served, with words of the family's leaflet, of the person's Easy Read, and of the
/// mark of each.
struct Tongue {
    const char* lang;
    bool rtl;
    const char* leaflet;
    const char* easy;
    const char* mark;
};

void PrintTo(const Tongue& tongue, std::ostream* out) {
    *out << tongue.lang;
}

class Tongues : public testing::TestWithParam<Tongue> {};

TEST_P(Tongues, HaveTheFamilysLeafletAndThePersonsEasyRead) {
    const Tongue& tongue = GetParam();
    MemoryEnv env = shipped_machine();
    for (const auto& [audience, kind, words] :
         {std::tuple("family", "leaflet", tongue.leaflet), std::tuple("person", "easy-read", tongue.easy)}) {
        for (const char* edition : {"standard", "large-print"}) {
            BuildOptions options = in(tongue.lang, audience, kind);
            options.edition = edition;
            options.strict = true;
            const Report report = build(env, "", options);
            ASSERT_EQ(report.files.size(), 1U) << faults(report);
            EXPECT_EQ(faults(report), "");
            const std::string& pdf = env.files.at(report.files[0]);
            EXPECT_EQ(read_pdf(pdf).lang, tongue.lang);
            EXPECT_EQ(pdf.find("/Direction/R2L") != pdf.npos, tongue.rtl);
            EXPECT_THAT(words_of(env, report.files[0]), HasSubstr(words));
            EXPECT_TRUE(every_page_says(env, report, tongue.mark));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, Tongues,
    testing::Values(
        Tongue{"pl", false, "Spotkali się na warsztatach", "Możesz przerwać, kiedy chcesz.",
               "Wersja robocza tłumaczenia"},
        Tongue{"pa", false, "ਸਾਡੇ ਨਾਲ ਗੱਲ ਕਰੋ", "ਤੁਸੀਂ ਜਦੋਂ ਚਾਹੋ ਰੁਕ ਸਕਦੇ ਹੋ।", "ਅਨੁਵਾਦ ਦਾ ਖਰੜਾ"},
        Tongue{"bn", false, "দিনে আরও হাসি", "আপনি যখন চান থামতে পারেন।", "অনুবাদের খসড়া"},
        Tongue{"ar", true, "تحدّثوا إلينا", "يمكنك التوقف متى أردت.", "مسودة ترجمة"},
        Tongue{"so", false, "Nala soo hadal", "Waad joojin kartaa markaad rabto.", "Qabyo-qoraal turjumaad"},
        Tongue{"cy", false, "Siaradwch â ni", "Gallwch stopio pan fynnwch.", "Drafft o gyfieithiad"},
        Tongue{"ur", true, "ہم سے بات کریں", "آپ جب چاہیں رک سکتے ہیں۔", "ترجمے کا مسودہ"}),
    [](const auto& tongue) { return std::string(tongue.param.lang); });

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
    const std::vector<SeenWord> words = seen_words(env.files.at(report.files[0]), 0);
    const auto first = std::ranges::find(words, "Good", &SeenWord::text);
    ASSERT_NE(first, words.end());
    EXPECT_LT(first->x, 100) << "the English that it is mostly in begins at the left";
    EXPECT_THAT(faults(report), Not(HasSubstr("error:")));
}

TEST(PartOfALanguage, WhatIsWholeIsNoDraftOnceSomebodyHasCheckedIt) {
    MemoryEnv env = shipped_machine();
    const BuildOptions options = in("cy", "family", "leaflet");
    const Report unchecked = build(env, "", options);
    EXPECT_TRUE(every_page_says(env, unchecked, "Drafft o gyfieithiad"));

    env.files["/p/sayso.yaml"] = "service: {name: Mill House}\n";
    for (const char* file : {"approach.yaml", "audiences/family.yaml"})
        env.files[std::string("/p/lang/cy/") + file] = "status: \"\"\n";
    const Report report = build(env, "/p", options);
    ASSERT_EQ(report.files.size(), 1U) << faults(report);
    for (const std::string& page : copied_pages(env.files.at(report.files[0])))
        EXPECT_THAT(page, Not(HasSubstr("Drafft o gyfieithiad")));
    CheckOptions checked;
    checked.langs = {"cy"};
    checked.audiences = {"family"};
    checked.kinds = {"leaflet"};
    const std::string said = faults(Session(env, data_folder, "/p").check(checked));
    EXPECT_THAT(said, Not(HasSubstr("audiences/family.yaml")));
    EXPECT_THAT(said, HasSubstr("audiences/person.yaml:2:9: warning: this file is machine-drafted"));
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
