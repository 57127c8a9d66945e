// Everything that ships, in PDF 2.0: sound by the checker of PDF/UA-2 and PDF/A-4, and the same words on the
// same pages as in PDF 1.7.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

struct Made {
    const char* kind;
    const char* lang;
};

BuildOptions all_readers(const Made& made, const char* version) {
    BuildOptions options = one("", made.kind);
    options.audiences.clear();
    options.langs = {made.lang};
    options.draft_language = true;
    options.pdf = version;
    return options;
}

class Pdf2 : public testing::TestWithParam<Made> {};

TEST_P(Pdf2, EveryReadersDocumentKeepsToBothStandards) {
    MemoryEnv old_machine = shipped_machine(), machine = shipped_machine();
    const Report before = build(old_machine, example_project, all_readers(GetParam(), "1.7"));
    const Report report = build(machine, example_project, all_readers(GetParam(), "2.0"));
    EXPECT_EQ(faults(report), faults(before));
    ASSERT_EQ(report.files, before.files);
    ASSERT_FALSE(report.files.empty());
    for (const std::string& name : report.files) {
        if (!name.ends_with(".pdf")) continue;  // the report of the build
        const std::string &one = old_machine.files.at(name), &two = machine.files.at(name);
        EXPECT_THAT(pdf_ua_faults(one, PdfRules::ua_1), testing::IsEmpty()) << name;
        EXPECT_THAT(pdf_ua_faults(two, PdfRules::ua_2), testing::IsEmpty()) << name;
        const PdfFile old_file = read_pdf(one), file = read_pdf(two);
        EXPECT_EQ(file.pages.size(), old_file.pages.size()) << name;
        EXPECT_EQ(file.bookmarks.size(), old_file.bookmarks.size()) << name;
        EXPECT_EQ(plain(text_in_tree_order(file)), plain(text_in_tree_order(old_file))) << name;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Shipped, Pdf2,
    testing::Values(Made{"briefing", "en-GB"}, Made{"briefing", "cy"}, Made{"briefing", "ur"},
                    Made{"booklet", "en-GB"}, Made{"easy-read", "en-GB"}, Made{"handout", "en-GB"},
                    Made{"leaflet", "en-GB"}, Made{"leaflet", "ur"}, Made{"leaflet-screen", "en-GB"},
                    Made{"letter", "en-GB"}, Made{"one-page", "en-GB"}, Made{"one-page", "cy"},
                    Made{"plan-wording", "en-GB"}, Made{"poster", "en-GB"}, Made{"poster", "ur"},
                    Made{"slides", "en-GB"}, Made{"slides-4-3", "en-GB"}, Made{"speaker-notes", "en-GB"}),
    [](const auto& made) {
        std::string name = std::string(made.param.kind) + "_" + made.param.lang;
        std::ranges::replace(name, '-', '_');
        return name;
    });

/// What changes here changes for those who listen: look at the difference before you rewrite the golden with
/// SAYSO_UPDATE_GOLDENS=1.
TEST(Pdf2Golden, TheTagsOfALeaflet) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("family", "leaflet");
    options.pdf = "2.0";
    const Report report = build(env, example_project, options);
    ASSERT_FALSE(report.files.empty()) << faults(report);
    const std::string tags = dump_tags(read_pdf(env.files.at(report.files.front())));
    const std::string path = SAYSO_SOURCE_DIR "/tests/suite/pipeline/golden/leaflet-family.tags-2.0.txt";
    if (std::getenv("SAYSO_UPDATE_GOLDENS")) std::ofstream(path, std::ios::binary) << tags;
    std::ifstream file(path, std::ios::binary);
    std::stringstream expected;
    expected << file.rdbuf();
    EXPECT_EQ(expected.str(), tags) << "SAYSO_UPDATE_GOLDENS=1 rewrites " << path;
}

TEST(Pdf2Usage, AVersionOfPdfNeedsAPdf) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("family", "leaflet");
    options.formats = {"html"};
    options.pdf = "2.0";
    const Report report = build(env, example_project, options);
    EXPECT_TRUE(report.wrong_usage);
    EXPECT_THAT(faults(report), testing::HasSubstr("\"--pdf 2.0\" without a PDF"));
}

TEST(Pdf2Usage, TheDiagramAloneToo) {
    MemoryEnv env = shipped_machine();
    DiagramOptions options;
    options.formats = {"pdf"};
    options.pdf = "2.0";
    options.out = "/out";
    const Report report = Session(env, data_folder, example_project).diagram(options);
    ASSERT_EQ(report.files.size(), 1u) << faults(report);
    EXPECT_THAT(pdf_ua_faults(env.files.at(report.files.front()), PdfRules::ua_2), testing::IsEmpty());
}

}  // namespace
}  // namespace sayso::test
