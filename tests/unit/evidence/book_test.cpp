#include "evidence/book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::evidence {
namespace {

TEST(Book, IsReadBackAsItWasWritten) {
    const Known known{{{"mill", "Mill Lane"}}, {}, {}, {}, *parse_day("2026-01-01")};
    std::vector<sheet::FormSheet> book = empty_book(known, {});
    const auto sheet = [&](const std::string& name) -> sheet::FormSheet& {
        return *std::find_if(book.begin(), book.end(), [&](const auto& each) { return each.name == name; });
    };
    // The examples, as somebody who copies them would fill them in.
    sheet("Indicators").rows.push_back(sheet("Indicators").rows[0]);
    sheet("Indicators").rows[1][0] = "incidents";
    sheet("Values").rows.push_back({"incidents", "mill", "2025 Q1", "48"});
    sheet("Voices").rows.push_back(sheet("Voices").rows[0]);
    sheet("Voices").rows[1][0] = "sister";
    const auto bytes = sheet::write_workbook(book, "Evidence", 1'767'225'600);
    MemoryEnv env;
    env.files["p/evidence/our figures.xlsx"] = std::get<std::string>(bytes);
    SourceMap sources;
    Diagnostics faults;
    const Evidence evidence = load_evidence(env, "p/evidence", known, sources, faults);
    EXPECT_TRUE(faults.empty()) << render_text(faults.sorted().front(), sources, false);
    ASSERT_THAT(evidence.indicators, testing::SizeIs(1));
    EXPECT_EQ(evidence.indicators[0].label.text, "Incidents of distress");
    ASSERT_THAT(evidence.values, testing::SizeIs(1));
    EXPECT_EQ(evidence.values[0].number, 48);
    ASSERT_THAT(evidence.voices, testing::SizeIs(1));
    EXPECT_EQ(evidence.voices[0].consent->form.text, "written");
    EXPECT_THAT(evidence.voices[0].consent->uses, testing::SizeIs(2));
    EXPECT_TRUE(evidence.photos.empty() && evidence.costs.empty() && evidence.references.empty());
}

TEST(Book, EveryHeadingSaysWhatGoesThere) {
    for (const sheet::FormSheet& sheet : empty_book({}, {}))
        for (const sheet::FormColumn& column : sheet.columns)
            EXPECT_NE(column.note, "") << sheet.name << " " << column.heading;
}

}  // namespace
}  // namespace sayso::evidence
