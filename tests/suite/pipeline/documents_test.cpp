// What ships, made and read again: every reader, every kind, both strands.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"
#include "support/poppler.h"

namespace sayso::test {
namespace {

struct Made {
    const char* kind;
    const char* strand;
};

class Documents : public testing::TestWithParam<Made> {};

/// Each document passes the strict reading of PDF/UA-1 and PDF/A-2a, and is made without a warning.
TEST_P(Documents, AreAccessibleForEveryReader) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("", GetParam().kind, GetParam().strand);
    options.audiences.clear();
    const Report report = build(env, example_project, options);
    EXPECT_EQ(faults(report), "");
    EXPECT_GT(report.files.size(), 0u);
    for (const std::string& file : report.files) {
        EXPECT_THAT(pdf_ua_faults(env.files.at(file)), testing::IsEmpty()) << file;
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Documents,
                         testing::Values(Made{"briefing", "adults"}, Made{"briefing", "children"},
                                         Made{"briefing", "both"}, Made{"leaflet", "adults"},
                                         Made{"leaflet", "children"}, Made{"leaflet", "both"},
                                         Made{"one-page", "adults"}, Made{"one-page", "children"},
                                         Made{"plan-wording", "both"}, Made{"easy-read", "adults"},
                                         Made{"poster", "both"}, Made{"booklet", "children"}),
                         [](const auto& made) {
                             std::string name = std::string(made.param.kind) + "_" + made.param.strand;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(Briefing, WithoutAProjectReadsAsTheDocumentDoes) {
    MemoryEnv env = shipped_machine();
    const Report report = build(env, "", one("commissioners", "briefing"));
    ASSERT_EQ(report.files, std::vector<std::string>{"/out/commissioners-briefing.pdf"}) << faults(report);
    const PdfFile file = read_pdf(env.files.at(report.files.front()));
    const std::string text = plain(text_in_tree_order(file));
    std::size_t at = 0;
    // The seven questions, in their order.
    for (const char* heading :
         {"What this is", "What to look for in a contract", "Behind each line of a budget is a person",
          "What is known, and what is not", "What keeps it going once it is bought",
          "What to ask at the next contract review", "How your yes comes back to you", "Who to talk to"}) {
        const std::size_t found = text.find(heading, at);
        ASSERT_NE(found, std::string::npos) << heading;
        at = found;
    }
    for (const char* type : {"H1", "H2", "L", "LI", "LBody", "Figure", "Link"}) {
        EXPECT_NE(dump_tags(file).find(type), std::string::npos) << type;
    }
}

/// Read the headings alone: no two readers get the same story.
TEST(Briefing, HeadingsAreMessagesToItsReader) {
    MemoryEnv env = shipped_machine();
    std::vector<std::string> headings;
    for (const char* audience : {"practitioners", "carers", "family", "therapists", "management", "educators",
                                 "commissioners", "funders", "inspectors"}) {
        const Report report = build(env, "", one(audience, "briefing"));
        ASSERT_EQ(report.files.size(), 1u) << faults(report);
        for (const PdfBookmark& bookmark : read_pdf(env.files.at(report.files.front())).bookmarks)
            if (bookmark.title.starts_with("What it takes") || bookmark.title.starts_with("What holds") ||
                bookmark.title.starts_with("What keeps"))
                headings.push_back(bookmark.title);
    }
    EXPECT_GE(headings.size(), 4U);
    std::sort(headings.begin(), headings.end());
    EXPECT_EQ(std::unique(headings.begin(), headings.end()), headings.end());
}

TEST(Briefing, IsVisiblyAboutItsReader) {
    MemoryEnv env = shipped_machine();
    std::vector<std::string> titles;
    for (const char* audience : {"person", "practitioners", "carers", "family", "therapists", "management",
                                 "educators", "commissioners", "funders", "inspectors"}) {
        const Report report = build(env, "", one(audience, "briefing"));
        ASSERT_EQ(report.files.size(), 1u) << faults(report);
        titles.push_back(read_pdf(env.files.at(report.files.front())).info["Title"]);
    }
    std::sort(titles.begin(), titles.end());
    EXPECT_EQ(std::unique(titles.begin(), titles.end()), titles.end());
}

/// Neither in the text nor in the figure's description: those who have a reading age to meet get no key to
/// them.
TEST(PlainReaders, MeetNoShortForms) {
    MemoryEnv env = shipped_machine();
    for (const char* audience : {"person", "family", "carers"}) {
        for (const char* kind : {"briefing", "leaflet", "one-page", "poster"}) {
            const Report report = build(env, "", one(audience, kind));
            ASSERT_EQ(report.files.size(), 1u) << faults(report);
            const std::string dump = dump_tags(read_pdf(env.files.at(report.files.front())));
            for (const char* letters : {"EHCP", "PBS", "SENCO", "SEND", "LD ", "II "})
                EXPECT_EQ(dump.find(letters), std::string::npos) << audience << " " << kind << " " << letters;
        }
    }
}

TEST(Leaflet, TagsFollowReadingOrderNotTheSheet) {
    MemoryEnv env = shipped_machine();
    const auto text = [&](const char* kind) {
        const Report report = build(env, "", one("family", kind));
        return plain(text_in_tree_order(read_pdf(env.files.at(report.files.at(0)))));
    };
    EXPECT_EQ(text("leaflet"), text("leaflet-screen"));
}

TEST(Everyone, GetsThePoster) {
    MemoryEnv env = shipped_machine();
    const Report report = build(env, "", one("everyone", "poster"));
    EXPECT_EQ(report.files, std::vector<std::string>{"/out/everyone-poster.pdf"}) << faults(report);
}

/// Every kind for every reader, of a service and of none: a header that is too tall, a figure without
/// room or words off their ground would be an error here.
class LargePrint : public testing::TestWithParam<Made> {};

TEST_P(LargePrint, HasNoFault) {
    MemoryEnv env = shipped_machine();
    for (const char* project : {"", example_project}) {
        CheckOptions options;
        options.kinds = {GetParam().kind};
        options.strand = GetParam().strand;
        options.edition = "large-print";
        EXPECT_EQ(faults(Session(env, data_folder, project).check(options)), "") << project;
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, LargePrint,
                         testing::Values(Made{"briefing", "children"}, Made{"leaflet", "adults"},
                                         Made{"leaflet-screen", "children"}, Made{"easy-read", "adults"},
                                         Made{"one-page", "adults"}, Made{"poster", "both"},
                                         Made{"plan-wording", "both"}, Made{"booklet", "children"}),
                         [](const auto& made) {
                             std::string name = std::string(made.param.kind) + "_" + made.param.strand;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(LargePrintLeaflet, NothingIsBelowSixteenPoints) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("family", "leaflet");
    options.edition = "large-print";
    const Report report = build(env, "", options);
    ASSERT_EQ(report.files, std::vector<std::string>{"/out/family-leaflet-large-print.pdf"})
        << faults(report);
    EXPECT_THAT(pdf_ua_faults(env.files.at(report.files.front())), testing::IsEmpty());
}

TEST(Languages, UrduRunsFromTheRightAndSaysWhatItLacks) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("family", "leaflet");
    options.langs = {"ur"};
    Report report = build(env, "", options);
    ASSERT_EQ(report.files, std::vector<std::string>{"/out/family-leaflet-ur.pdf"}) << faults(report);
    const PdfFile file = read_pdf(env.files.at(report.files.front()));
    EXPECT_EQ(file.lang, "ur");
    EXPECT_NE(text_in_tree_order(file).find("ہم سے بات کریں"), std::string::npos);

    std::string& strings = env.files.at("/sayso/templates/kinds/lang/ur/leaflet.yaml");
    strings.erase(strings.find("  asks:"), strings.find("  loop:") - strings.find("  asks:"));
    report = build(env, "", options);
    EXPECT_NE(faults(report).find("no translation into \"ur\""), std::string::npos);
    EXPECT_NE(faults(report).find("How you can help"), std::string::npos);
}

TEST(Languages, WelshAndUrduLackNothingForTheirReaders) {
    MemoryEnv env = shipped_machine();
    for (const char* kind : {"leaflet", "booklet", "briefing", "one-page", "poster"}) {
        BuildOptions options = one("family", kind);
        options.audiences = {"family", "person"};
        options.langs = {"cy", "ur"};
        const Report report = build(env, "", options);
        EXPECT_EQ(report.files.size(), 4U) << faults(report);
        EXPECT_EQ(faults(report).find("no translation"), std::string::npos) << faults(report);
    }
}

TEST(Languages, ArabicAndWelshSentencesAreExtractedAsWritten) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] = "approach: intensive-interaction\noverlays: [own.yaml]\n";
    env.files["/p/own.yaml"] =
        "audiences:\n  family:\n    what-this-is: \"Mae’r tŵr yn ŵyl i’r ŷd. السلام عليكم، أهلا بكم في "
        "البيت.\"\n";
    const Report report = build(env, "/p", one("family", "briefing"));
    ASSERT_EQ(report.files.size(), 1u) << faults(report);
    const std::string text = text_in_tree_order(read_pdf(env.files.at(report.files.front())));
    EXPECT_NE(text.find("Mae’r tŵr yn ŵyl i’r ŷd."), std::string::npos);
    EXPECT_NE(text.find("السلام عليكم، أهلا بكم في البيت."), std::string::npos) << text;
}

TEST(SampleData, IsMarkedOnEveryPageAndNothingElseIs) {
    MemoryEnv env = shipped_machine();
    std::string& project = env.files.at(std::string(example_project) + "/sayso.yaml");
    constexpr std::string_view made_up = "fictional: true";
    ASSERT_NE(project.find(made_up), std::string::npos);
    for (const bool fictional : {true, false}) {
        if (!fictional) project.replace(project.find(made_up), made_up.size(), "fictional: false");
        for (const auto& [kind, mark] : {std::pair("briefing", "Sample data: this service is made up"),
                                         std::pair("leaflet", "Made-up sample")}) {
            const Report report = build(env, example_project, one("commissioners", kind));
            const auto pages = copied_pages(env.files.at(report.files.at(0)));
            EXPECT_GT(pages.size(), 1u);
            for (const std::string& words : pages)
                EXPECT_EQ(words.find(mark) != std::string::npos, fictional) << kind << ": " << words;
        }
    }
}

}  // namespace
}  // namespace sayso::test
