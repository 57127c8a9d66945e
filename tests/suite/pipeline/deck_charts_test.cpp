// Charts in PowerPoint files: the workbook inside holds what the chart shows, and nothing that is hidden.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/ooxml_lint.h"
#include "support/ooxml_reader.h"

namespace sayso::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A talk of one slide: how many have good time every day at one home, where the last count is 5.
std::string chart_talk() {
    MemoryEnv env = shipped_machine();
    env.files[std::string(example_project) + "/templates/talk.yaml"] =
        "id: talk\nname: Talk\nkind: talk\nextends: slides\nflow:\n"
        "  - slide: \"How it went\"\n    layout: chart\n"
        "    flow: [{chart: good-time-daily, width: 302mm, height: 115mm}]\n";
    BuildOptions options = one("funders", "talk");
    options.sites = {"canal-side"};
    options.formats = {"pptx"};
    const Report report = build(env, example_project, options);
    EXPECT_EQ(faults(report), "");
    return report.files.empty() ? std::string() : env.files.at(report.files.front());
}

TEST(DeckCharts, TheWorkbookHoldsNoHiddenCount) {
    const std::string bytes = chart_talk();
    EXPECT_THAT(office_faults(bytes), IsEmpty());  // cells and cache agree, among other things
    const OfficeFile deck = read_office(bytes);
    const auto charts = deck.related("ppt/slides/slide1.xml", "chart");
    ASSERT_EQ(charts.size(), 1u);
    const auto books = deck.related(charts[0].target, "package");
    ASSERT_EQ(books.size(), 1u);
    const OfficeFile book = read_office(deck.parts.at(books[0].target));
    const std::string& sheet = book.parts.at("xl/worksheets/sheet1.xml");
    EXPECT_THAT(sheet, HasSubstr("<c r=\"B2\"><v>8</v></c>"));
    EXPECT_THAT(sheet, HasSubstr("<t>2025 Q4 *</t>"));
    EXPECT_THAT(sheet, Not(HasSubstr("<v>5</v>")));
    EXPECT_THAT(sheet, Not(HasSubstr("\"B13\"")));
    const std::string& chart = deck.parts.at(charts[0].target);
    EXPECT_THAT(chart, Not(HasSubstr("<c:v>5</c:v>")));
    EXPECT_THAT(chart, HasSubstr("* not shown"));
    EXPECT_THAT(chart, Not(HasSubstr("srgbClr")));
}

}  // namespace
}  // namespace sayso::test
