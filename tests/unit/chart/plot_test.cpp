// A chart as an Office file is given it: every number of the picture, and a gap for whatever is not told.
#include "chart/plot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chart/values.h"
#include "samples.h"

namespace sayso::test {
namespace {

using namespace chart;
using Part = PlotSeries::Part;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto gap = std::nullopt;

Chart of(Kind kind) {
    Chart out;
    out.title = "It fell";
    out.kind = std::move(kind);
    return out;
}

TEST(Plot, WhatIsHiddenOrMissingIsAGapThatItsPlaceMarks) {
    const auto plot = plot_of(of(Line{{"Q1", "Q2", "Q3"}, {{"A", {12.0, Hidden{}, Missing{}}}}, {}, {}}));
    ASSERT_TRUE(plot);
    EXPECT_THAT(plot->places, ElementsAre("Q1", "Q2 *", "Q3 \u2013"));
    EXPECT_THAT(plot->series.at(0).values, ElementsAre(12.0, gap, gap));
    EXPECT_THAT(plot->notes, testing::Contains(HasSubstr("fewer than 8")));
}

TEST(Plot, HiddenBarsSaySoInTheirNames) {
    const auto bars = plot_of(of(Bars{{{"A", 20.0, true}, {"B", Hidden{}, false}}, {}}));
    EXPECT_THAT(bars->places, ElementsAre("A", "B (fewer than 8)"));
    EXPECT_THAT(bars->series.at(0).values, ElementsAre(20.0, gap));
    EXPECT_THAT(bars->points, ElementsAre(PlotPoint{0, true, Variation::common}));
    const auto both = plot_of(of(BeforeAfter{"2024", "2026", {{"A", Hidden{}, 9.0}}}));
    EXPECT_THAT(both->places, ElementsAre("A (2024: fewer than 8)"));
    EXPECT_THAT(both->series.at(0).values, ElementsAre(gap));
    EXPECT_THAT(both->series.at(1).values, ElementsAre(9.0));
}

TEST(Plot, TheStartIsOnePointAsHighAsThePlotAndATargetGoesAllAlong) {
    const auto plot = plot_of(of(Line{{"Q1", "Q2"}, {{"A", {12.0, 30.0}}}, Start{1, "We began"}, 20.0}));
    ASSERT_EQ(plot->series.size(), 3u);
    EXPECT_EQ(plot->series[1].part, Part::target);
    EXPECT_THAT(plot->series[1].values, ElementsAre(20.0, 20.0));
    EXPECT_EQ(plot->series[2].part, Part::start);
    EXPECT_EQ(plot->series[2].name, "We began, Q2");
    EXPECT_THAT(plot->series[2].values, ElementsAre(gap, plot->axis.high));
}

TEST(Plot, LimitsBeginAnewWithTheWork) {
    const Chart chart = spc_chart();
    const auto plot = plot_of(chart);
    const Analysis analysis = analyse(std::get<Spc>(chart.kind));
    std::size_t means = 0;
    for (const PlotSeries& series : plot->series)
        if (series.part == Part::mean) {
            const Segment& segment = analysis.segments.at(means++);
            for (std::size_t i = 0; i < series.values.size(); ++i)
                EXPECT_EQ(series.values[i].has_value(), i >= segment.first && i < segment.last);
        }
    EXPECT_EQ(means, analysis.segments.size());
}

TEST(Plot, HoldsEveryNumberOfEveryChartAndNoOther) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Chart chart = random_chart(seed);
        const auto plot = plot_of(chart);
        if (!plot) continue;
        std::size_t told = 0, held = 0;
        for (const Value& value : values_of(chart)) told += number_in(value) != nullptr;
        for (const PlotSeries& series : plot->series) {
            EXPECT_EQ(series.values.size(), plot->places.size()) << seed;
            if (series.part == Part::measure || series.part == Part::before)
                for (const auto& value : series.values) held += value.has_value();
        }
        EXPECT_EQ(held, told) << seed;
    }
}

TEST(Plot, KindsThatOfficeHasNoChartOfStayPictures) {
    EXPECT_FALSE(plot_of(small_multiples()));
    EXPECT_FALSE(plot_of(pictogram()));
}

}  // namespace
}  // namespace sayso::test
