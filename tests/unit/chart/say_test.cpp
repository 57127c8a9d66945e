// A chart in words and as a table: every value, alike, and hidden ones as hidden.
#include "chart/say.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chart/values.h"
#include "samples.h"

namespace sayso::test {
namespace {

using namespace chart;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string flat(const Table& table) {
    std::string out;
    for (const auto& row : table) {
        for (const std::string& cell : row) out += cell + " | ";
        out += "\n";
    }
    return out;
}

TEST(Say, TheTableAndTheDescriptionHoldEveryValue) {
    for (const auto& [name, chart] : all_samples()) {
        const std::string table = flat(table_of(chart)), description = description_of(chart);
        for (const Value& value : values_of(chart)) {
            EXPECT_THAT(table, HasSubstr("| " + Speech(chart).written(value) + " |")) << name;
            EXPECT_THAT(description, HasSubstr(Speech(chart).written(value))) << name;
        }
        for (const auto& row : table_of(chart)) EXPECT_EQ(row.size(), table_of(chart)[0].size()) << name;
    }
}

TEST(Say, RandomChartsHaveATableOfEveryValue) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Chart chart = random_chart(seed);
        std::size_t cells = 0;
        const Table table = table_of(chart);
        for (const auto& row : table) cells += row.size() - 1;
        const bool total =
            std::holds_alternative<Pictogram>(chart.kind) && std::get<Pictogram>(chart.kind).total;
        EXPECT_EQ(cells - (table[0].size() - 1) - (total ? 1 : 0), values_of(chart).size()) << seed;
    }
}

TEST(Say, AltTextsSayHowItWent) {
    EXPECT_EQ(alternative_text(line_chart()),
              "Line chart: Times of distress fell by a third once we began. Times of distress written down "
              "each quarter, all four homes: from 46 (Jan\u2013Mar 2023) to 29 (Oct\u2013Dec 2025).");
    EXPECT_EQ(alternative_text(pictogram()),
              "Count of figures: Most families say that their relative is calmer. 17 of 24 families say "
              "\u201ccalmer than a year ago\u201d.");
    EXPECT_THAT(alternative_text(spc_chart()), HasSubstr("Only the usual ups and downs."));
    EXPECT_THAT(alternative_text(spc_signal()),
                HasSubstr("Getting better: the latest point is outside the limits."));
}

TEST(Say, AControlChartNamesItsLimitsAndSignals) {
    const std::string said = description_of(spc_chart());
    EXPECT_THAT(said, HasSubstr("Jan\u2013Mar 2023 \u2013 Oct\u2013Dec 2025: Mean 47.4; limits from"));
    EXPECT_THAT(said, HasSubstr("The mean was 47.4 before that and is 31.8 since."));
}

TEST(Say, FewPointsAreOnTrialAndSaidToBe) {
    Chart chart = spc_chart();
    Spc& spc = std::get<Spc>(chart.kind);
    spc.start = Start{14, "We began"};
    EXPECT_THAT(findings(Speech(chart), spc), testing::Contains("Trial limits: fewer than 12 points"));
    spc.start = Start{12, "We began"};
    EXPECT_THAT(findings(Speech(chart), spc), Not(testing::Contains("Trial limits: fewer than 12 points")));
}

TEST(Say, NumbersAreWrittenAsTheirLanguageDoes) {
    Chart chart = line_chart();
    chart.number = {1, "\u00a3", "m"};
    EXPECT_EQ(Speech(chart).written(1234.56), "\u00a31,234.6m");
    EXPECT_EQ(Speech(chart).written(-2.0), "\u2212\u00a32m");
    EXPECT_EQ(Speech(chart).written(-0.01), "\u00a30m") << "nothing has no sign";
    chart.lang = "de";
    EXPECT_EQ(Speech(chart).written(1234.56), "\u00a31.234,6m");
    EXPECT_EQ(Speech(chart).written(Value(Hidden{})), "fewer than 8");
}

TEST(Say, WordsAreFilledByNameInAnyOrder) {
    EXPECT_EQ(fill("{b} of {a}{c}", {{"a", "1"}, {"b", "2"}}), "2 of 1{c}");
    EXPECT_EQ(fill("{a", {{"a", "1"}}), "{a");
}

TEST(Sound, EveryFaultOfAChartIsSaidAtOnce) {
    Chart chart = three_lines();
    Line& line = std::get<Line>(chart.kind);
    chart.title.clear();
    line.series[0].values.pop_back();
    line.series[1].values[0] = std::nan("");
    line.start = Start{12, "We began"};
    while (line.series.size() < 5) line.series.push_back(line.series[2]);
    Diagnostics diagnostics;
    EXPECT_FALSE(sound(chart, diagnostics));
    std::vector<std::string> codes;
    for (const Diagnostic& d : diagnostics.items()) codes.push_back(d.code);
    EXPECT_THAT(codes,
                ElementsAre("chart-title", "chart-lines", "chart-periods", "chart-number", "chart-start"));
}

TEST(Sound, AChartWithoutValuesIsAFault) {
    for (auto [name, chart] : all_samples()) {
        Diagnostics none;
        EXPECT_TRUE(sound(chart, none)) << name;
    }
    Chart chart = pictogram();
    std::get<Pictogram>(chart.kind).count = Missing{};
    Diagnostics diagnostics;
    EXPECT_FALSE(sound(chart, diagnostics));
    EXPECT_EQ(diagnostics.items()[0].code, "chart-empty");
}

}  // namespace
}  // namespace sayso::test
