// A poster without eyes: the tags of finished files. Its drawing is headings and lists, not one picture.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

std::size_t count(const PdfFile& file, const std::string& type) {
    return static_cast<std::size_t>(std::ranges::count(file.elements, type, &PdfElement::type));
}

/// The figures whose descriptions run to several lines: drawings of the whole model.
bool holds_the_model_as_a_figure(const PdfFile& file) {
    return std::ranges::any_of(file.elements, [](const PdfElement& element) {
        return element.type == "Figure" && element.alt.find('\n') != std::string::npos;
    });
}

TEST(PosterTags, EveryReadersDrawingIsHeadingsAndLists) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("", "poster");
    options.audiences.clear();
    const Report report = build(env, example_project, options);
    ASSERT_TRUE(report.ok()) << faults(report);
    ASSERT_FALSE(report.files.empty());
    for (const std::string& name : report.files) {
        if (name.find("person-poster") != std::string::npos) continue;  // pictures and lines, no drawing
        const std::string& bytes = env.files.at(name);
        EXPECT_THAT(pdf_ua_faults(bytes), testing::IsEmpty()) << name;
        const PdfFile file = read_pdf(bytes);
        EXPECT_FALSE(holds_the_model_as_a_figure(file)) << name;
        EXPECT_EQ(count(file, "H1"), 1u) << name;
        // What goes in, what happens, what comes of it, and that it comes round.
        EXPECT_GE(count(file, "H2"), 3u) << name;
        EXPECT_GE(count(file, "LI"), 4u) << name;
        EXPECT_EQ(file.bookmarks.size(), 1 + count(file, "H2") + count(file, "H3")) << name;
    }
}

TEST(PosterTags, InABriefingTheDrawingIsOneFigureWithItsDescription) {
    MemoryEnv env = shipped_machine();
    const Report report = build(env, example_project, one("commissioners", "briefing"));
    ASSERT_TRUE(report.ok()) << faults(report);
    EXPECT_TRUE(holds_the_model_as_a_figure(read_pdf(env.files.at(report.files.front()))));
}

}  // namespace
}  // namespace sayso::test
