// The shipped talks, for every reader: as a tagged PDF, and as a PowerPoint file that keeps to every rule our
// linter knows, with the same titles and notes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/ooxml_lint.h"
#include "support/ooxml_reader.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

class Decks : public testing::TestWithParam<const char*> {};

TEST_P(Decks, AreAccessibleAndSoundForEveryReader) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("", GetParam(), "both");
    options.audiences.clear();
    const bool is_deck = std::string_view(GetParam()) == "slides";
    options.formats =
        is_deck ? std::vector<std::string>{"pdf", "pptx", "html"} : std::vector<std::string>{"pdf"};
    const Report report = build(env, example_project, options);
    EXPECT_EQ(faults(report), "");
    EXPECT_EQ(report.files.size(), is_deck ? 30u : 10u);
    for (const std::string& file : report.files) {
        const std::string& bytes = env.files.at(file);
        const std::vector<std::string> found = file.ends_with(".pdf")    ? pdf_ua_faults(bytes)
                                               : file.ends_with(".pptx") ? office_faults(bytes)
                                                                         : std::vector<std::string>{};
        EXPECT_THAT(found, testing::IsEmpty()) << file;
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Decks, testing::Values("slides", "handout", "speaker-notes"),
                         [](const auto& kind) {
                             std::string name = kind.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

/// Longer words than English ones have room in the drawing, too, at 18 pt and more.
class TalksInOtherLanguages : public testing::TestWithParam<std::tuple<const char*, const char*>> {};

TEST_P(TalksInOtherLanguages, AreMadeForEveryReader) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("", std::get<0>(GetParam()));
    options.audiences.clear();
    options.langs = {std::get<1>(GetParam())};
    options.draft_language = true;
    const Report report = build(env, example_project, options);
    EXPECT_EQ(report.errors, 0u) << faults(report);
    EXPECT_EQ(report.files.size(), 10u);
}

INSTANTIATE_TEST_SUITE_P(Shipped, TalksInOtherLanguages,
                         testing::Combine(testing::Values("slides", "slides-4-3"),
                                          testing::Values("cy", "ur")),
                         [](const auto& made) {
                             std::string name =
                                 std::string(std::get<0>(made.param)) + "_" + std::get<1>(made.param);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

/// No talk has a slide that goes on over a second one, with one card alone; and the opening bears no number.
class OneSlideEach : public testing::TestWithParam<const char*> {};

TEST_P(OneSlideEach, OfEveryShippedTalk) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("", GetParam(), "both");
    options.audiences.clear();
    options.formats = {"pptx"};
    const Report report = build(env, example_project, options);
    EXPECT_EQ(faults(report), "");
    EXPECT_EQ(report.files.size(), 10u);
    for (const std::string& file : report.files) {
        const OfficeFile deck = read_office(env.files.at(file));
        for (const auto& [path, part] : deck.parts) {
            const bool goes_on = path.starts_with("ppt/slides/slide") && part.find(" (2/") != part.npos;
            EXPECT_FALSE(goes_on) << file << ": " << path;
        }
        EXPECT_THAT(deck.parts.at("ppt/slides/slide1.xml"), testing::Not(testing::HasSubstr("sldNum")));
        EXPECT_THAT(deck.parts.at("ppt/slides/slide2.xml"), testing::HasSubstr("sldNum"));
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, OneSlideEach, testing::Values("slides", "slides-4-3"),
                         [](const auto& kind) { return std::string(kind.index == 0 ? "wide" : "narrow"); });

/// In Urdu everything runs from the right, but a telephone number, which keeps its order.
TEST(Deck, RunsFromTheRight) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("family", "slides");
    options.langs = {"ur"};
    options.draft_language = true;
    options.formats = {"pptx"};
    const Report report = build(env, example_project, options);
    ASSERT_EQ(report.files.size(), 1u) << faults(report);
    EXPECT_THAT(office_faults(env.files.at(report.files.front())), testing::IsEmpty());
    const OfficeFile deck = read_office(env.files.at(report.files.front()));
    std::string last = "ppt/slides/slide1.xml";
    for (int i = 2; deck.parts.contains("ppt/slides/slide" + std::to_string(i) + ".xml"); ++i)
        last = "ppt/slides/slide" + std::to_string(i) + ".xml";
    EXPECT_THAT(deck.parts.at(last), testing::HasSubstr("\u206601632 960 123\u2069"));
    // What is translated runs from the right; the English that stands in for the rest does not.
    const auto layout_of = [&](const char* slide) {
        return deck.parts.at(deck.related(slide, "slideLayout").at(0).target);
    };
    EXPECT_THAT(layout_of("ppt/slides/slide4.xml"), testing::HasSubstr("algn=\"r\" rtl=\"1\""));
    EXPECT_THAT(layout_of("ppt/slides/slide2.xml"), testing::Not(testing::HasSubstr("rtl=\"1\"")));
}

/// A deck that says what its regions cannot hold is refused, with its place; one that names no layout too.
TEST(Deck, FaultsHaveTheirPlace) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] = "approach: intensive-interaction\n";
    env.files["/p/templates/talk.yaml"] =
        "id: talk\nname: Talk\nkind: talk\nextends: slides\nflow:\n"
        "  - slide: \"One\"\n    layout: nowhere\n    flow: [{text: \"a\"}]\n"
        "  - slide: \"Two\"\n    layout: cards\n    flow: [{text: \"b\", region: side}]\n"
        "  - slide: \"Three\"\n    layout: words\n    flow: [{text: \"" +
        std::string(1500, 'x') + "\"}]\n";
    const Report report = build(env, "/p", one("family", "talk"));
    EXPECT_THAT(faults(report), testing::HasSubstr("there is no slide layout \"nowhere\""));
    EXPECT_THAT(faults(report), testing::HasSubstr("the slide layout \"cards\" has no region \"side\""));
    EXPECT_TRUE(report.files.empty());
}

TEST(Deck, APaperIsNoTalk) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("family", "leaflet");
    options.formats = {"pptx"};
    const Report report = build(env, "", options);
    EXPECT_THAT(faults(report), testing::HasSubstr("is no talk"));
    EXPECT_TRUE(report.files.empty());
}

}  // namespace
}  // namespace sayso::test
