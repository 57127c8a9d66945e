// HTML holds the words of the tagged PDF, in its order, for every kind and reader.
#include <pugixml.hpp>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

/// Without what breaks lines: paper and screens break them elsewhere.
std::string squeezed(const std::string& text) {
    std::string out;
    for (const char c : plain(text))
        if (c != ' ' && c != '\n') out += c;
    return out;
}

/// All words but those of drawings, which stand in their descriptions.
void collect(const pugi::xml_node& node, std::string& out) {
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_pcdata) out += child.value();
        if (std::string_view(child.name()) != "svg") collect(child, out);
    }
}

/// All words but those of drawings, and of the marks of lists, which browsers draw themselves.
void collect(const PdfFile& file, int element, std::string& out) {
    const PdfElement& one = file.elements[static_cast<std::size_t>(element)];
    if (one.type == "Lbl") return;
    for (const PdfKid& kid : one.kids) {
        if (kid.kind == PdfKid::Kind::element) collect(file, kid.index, out);
        if (kid.kind == PdfKid::Kind::mark && one.type != "Figure")
            out += file.pages[static_cast<std::size_t>(kid.page)].marks.at(kid.index).text;
    }
}

class HtmlWords : public testing::TestWithParam<const char*> {};

TEST_P(HtmlWords, AreThoseOfThePdfInItsOrder) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("", GetParam(), "both");
    options.audiences.clear();
    options.formats = {"pdf", "html"};
    const Report report = build(env, example_project, options);
    ASSERT_EQ(faults(report), "");
    ASSERT_GT(report.files.size(), 0u);
    for (std::size_t i = 0; i + 1 < report.files.size(); i += 2) {
        const PdfFile pdf = read_pdf(env.files.at(report.files[i]));
        pugi::xml_document html;
        ASSERT_TRUE(html.load_string(env.files.at(report.files[i + 1]).c_str(),
                                     pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata));
        std::string tagged, shown;
        collect(pdf, 0, tagged);
        collect(html.child("html").child("body").child("main"), shown);
        EXPECT_EQ(squeezed(shown), squeezed(tagged)) << report.files[i];
    }
}

/// Whoever reads by the pictures is told two things by two pictures.
TEST(EasyReadPictures, NoneStandsForTwoIdeas) {
    for (const char* lang : {"", "cy", "ur"}) {
        for (const char* audience : {"person", "family"}) {
            MemoryEnv env = shipped_machine();
            BuildOptions options = one(audience, "easy-read");
            if (*lang != 0) options.langs = {lang};
            options.draft_language = true;
            options.formats = {"html"};
            const Report report = build(env, "", options);
            ASSERT_EQ(report.files.size(), 1U) << faults(report);
            const std::string& page = env.files.at(report.files.front());
            std::set<std::string> seen;
            std::size_t pictures = 0;
            for (std::size_t at = page.find("<svg"); at != page.npos; at = page.find("<svg", at + 1)) {
                const std::string picture = page.substr(at, page.find("</svg>", at) - at);
                ++pictures;
                EXPECT_TRUE(seen.insert(picture).second)
                    << audience << " " << lang << ": the picture " << pictures
                    << " stands there twice: " << page.substr(at + picture.size(), 400);
            }
            EXPECT_GT(pictures, 20U);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, HtmlWords,
                         testing::Values("briefing", "leaflet", "one-page", "plan-wording", "easy-read",
                                         "poster", "booklet"),
                         [](const auto& kind) {
                             std::string name = kind.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace sayso::test
