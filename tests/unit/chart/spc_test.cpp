// The arithmetic of control charts, against figures that others have published and figures worked by hand.
#include "chart/spc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace sayso::test {
namespace {

using namespace chart;
using testing::DoubleNear;
using testing::ElementsAre;

Spc spc_of(std::vector<Value> numbers, std::optional<std::size_t> start = {}) {
    Spc spc;
    spc.periods = quarters(numbers.size());
    spc.series = {"", std::move(numbers)};
    if (start) spc.start = Start{*start, "We began"};
    spc.better = Better::lower;
    return spc;
}

std::vector<std::size_t> marked(const Analysis& analysis, Signal signal) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < analysis.signals.size(); ++i)
        if (analysis.signals[i].signal == signal) out.push_back(i);
    return out;
}

std::size_t signals_in(const Analysis& analysis) {
    return analysis.signals.size() - marked(analysis, Signal::none).size();
}

// Published example: in-process inventory of 31 months, in D. J. Wheeler's "Making Sense of Data", as worked
// at https://xmrit.com/articles/plot-xmr-chart-instructions/ : mean 20.39, mean moving range 4.7 (4.7 is 141
// / 30), upper limit 32.89.
const std::vector<double> inventory{19, 27, 20, 16, 18, 25, 22, 24, 17, 25, 15, 17, 20, 22, 19, 16,
                                    22, 19, 25, 22, 18, 20, 16, 17, 20, 15, 27, 25, 17, 19, 28};

TEST(Spc, LimitsAreThoseOfAPublishedExample) {
    const Analysis analysis = analyse(spc_of(values(inventory)));
    ASSERT_EQ(analysis.segments.size(), 1u);
    const Segment& all = analysis.segments[0];
    EXPECT_THAT(all.mean, DoubleNear(632.0 / 31, 1e-9));  // 20.387, printed as 20.39
    EXPECT_THAT(*all.upper, DoubleNear(632.0 / 31 + 2.66 * 141 / 30, 1e-9));
    EXPECT_THAT(*all.upper, DoubleNear(32.89, 0.005));
    EXPECT_THAT(*all.lower, DoubleNear(7.885, 0.005));
    EXPECT_FALSE(all.trial());
    EXPECT_EQ(signals_in(analysis), 0u);
    EXPECT_EQ(analysis.variation, Variation::common);
}

// Published example: NHSRplotthedots' own tests (tests/testthat/test-ptd_spc_standard.R and its snapshot):
// R's set.seed(123); rnorm(20), as it stands and with the 15th value replaced by 10.
const std::vector<double> normal{-0.56047565, -0.23017749, 1.55870831,  0.07050839,  0.12928774,
                                 1.71506499,  0.46091621,  -1.26506123, -0.68685285, -0.44566197,
                                 1.22408180,  0.35981383,  0.40077145,  0.11068272,  -0.55584113,
                                 1.78691314,  0.49785048,  -1.96661716, 0.70135590,  -0.47279141};

Segment only_segment(std::vector<double> numbers, bool screened) {
    Spc spc = spc_of(values(numbers));
    spc.screened = screened;
    const Analysis analysis = analyse(spc);
    EXPECT_EQ(analysis.segments.size(), 1u);
    return analysis.segments[0];
}

TEST(Spc, ScreeningLeavesLargeMovingRangesOut) {
    const Segment calm = only_segment(normal, true);
    EXPECT_THAT(calm.mean, DoubleNear(0.1416238, 1e-6));
    EXPECT_THAT(*calm.lower, DoubleNear(-3.01138, 1e-5));
    EXPECT_THAT(*calm.upper, DoubleNear(3.294627, 1e-6));
    std::vector<double> leap = normal;
    leap[14] = 10;
    const Segment screened = only_segment(leap, true), whole = only_segment(leap, false);
    EXPECT_THAT(screened.mean, DoubleNear(0.6694159, 1e-6));
    EXPECT_THAT(*screened.lower, DoubleNear(-2.383666, 1e-5));
    EXPECT_THAT(*screened.upper, DoubleNear(3.722497, 1e-5));
    EXPECT_THAT(whole.mean, DoubleNear(0.6694159, 1e-6));
    EXPECT_THAT(*whole.lower, DoubleNear(-4.596625, 1e-5));
    EXPECT_THAT(*whole.upper, DoubleNear(5.935457, 1e-5));
}

TEST(Spc, APointOutsideTheLimitsIsASignal) {
    // By hand: mean 10 and moving ranges of 2 but for the leap. 10 11 … : see the assertion for the limits.
    const Analysis analysis = analyse(spc_of(values({9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 40})));
    EXPECT_THAT(marked(analysis, Signal::outside), ElementsAre(14u));
    EXPECT_EQ(analysis.variation, Variation::worsening);
}

TEST(Spc, SevenOnOneSideAreASignalAndSixAreNot) {
    // Means of 7: six above, then ever to and fro; and of 8.14: seven above.
    const Analysis six = analyse(spc_of(values({12, 11, 12, 11, 12, 11, 1, 12, 2, 11, 1, 12, 1, 1})));
    EXPECT_THAT(marked(six, Signal::shift), ElementsAre());
    const Analysis seven = analyse(spc_of(values({12, 11, 12, 11, 12, 11, 12, 1, 14, 2, 13, 1, 14, 2})));
    EXPECT_THAT(marked(seven, Signal::shift), ElementsAre(0u, 1u, 2u, 3u, 4u, 5u, 6u));
    EXPECT_EQ(seven.variation, Variation::common) << "the latest point is not part of the run";
}

TEST(Spc, SevenRisingPointsAreATrendAndSixAreNot) {
    const std::vector<double> before{30, 10, 30, 10, 30, 10, 30, 10};
    std::vector<double> six = before, seven = before;
    for (const double value : {14, 16, 18, 20, 22, 24}) six.push_back(value);
    for (const double value : {14, 16, 18, 20, 22, 24, 26}) seven.push_back(value);
    // The step from 10 to 14 rises as well: start from above instead.
    six[7] = seven[7] = 40;
    EXPECT_THAT(marked(analyse(spc_of(values(six))), Signal::trend), ElementsAre());
    const Analysis analysis = analyse(spc_of(values(seven)));
    EXPECT_THAT(marked(analysis, Signal::trend), ElementsAre(8u, 9u, 10u, 11u, 12u, 13u, 14u));
    EXPECT_EQ(analysis.signals[14].run, 7u);
    EXPECT_EQ(analysis.variation, Variation::worsening);
}

// NHSRplotthedots #171: a rising run below the mean was coloured by its side, not by its direction.
TEST(Spc, ATrendGoesByItsDirectionNotByItsSide) {
    std::vector<double> numbers{60, 50, 60, 50, 60, 50, 60, 50, 60, 50};
    for (const double value : {20, 22, 24, 26, 28, 30, 32}) numbers.push_back(value);
    Spc spc = spc_of(values(numbers));
    spc.better = Better::higher;
    const Analysis analysis = analyse(spc);
    EXPECT_EQ(analysis.signals.back().signal, Signal::trend);
    EXPECT_LT(numbers.back(), analysis.segments[0].mean);
    EXPECT_EQ(analysis.variation, Variation::improving);
}

TEST(Spc, EqualNeighboursBreakATrend) {
    const Analysis analysis =
        analyse(spc_of(values({30, 10, 30, 10, 30, 10, 30, 40, 14, 16, 18, 20, 20, 22, 24, 26})));
    EXPECT_THAT(marked(analysis, Signal::trend), ElementsAre());
}

// By hand: sixteen points of ±1 but for the last two. Mean 0; moving ranges 13 × 2, 4.5 and 0 → 30.5 / 15 =
// 2.0333; limits ±5.409, outer third from 3.606. NHSRplotthedots tests the same figures with opposite signs.
TEST(Spc, TwoOfThreeNearOneLimitAreASignalNearBothAreNot) {
    std::vector<double> numbers;
    for (int i = 0; i < 7; ++i) numbers.insert(numbers.end(), {1, -1});
    std::vector<double> same = numbers, opposite = numbers;
    same.insert(same.end(), {5, 5});
    opposite.insert(opposite.end(), {5.5, -5.5});
    const Analysis near = analyse(spc_of(values(same)));
    EXPECT_THAT(marked(near, Signal::near_limit), ElementsAre(14u, 15u));
    EXPECT_EQ(signals_in(analyse(spc_of(values(opposite)))), 0u);
}

TEST(Spc, TheStartOfTheWorkStartsNewLimitsAndNoRunCrossesIt) {
    std::vector<double> numbers(12, 0);
    for (std::size_t i = 0; i < 12; ++i) numbers[i] = i % 2 == 0 ? 48 : 52;
    for (std::size_t i = 0; i < 12; ++i) numbers.push_back(i % 2 == 0 ? 28 : 32);
    const Analysis analysis = analyse(spc_of(values(numbers), 12));
    ASSERT_EQ(analysis.segments.size(), 2u);
    EXPECT_EQ(analysis.segments[0].mean, 50);
    EXPECT_EQ(analysis.segments[1].mean, 30);
    EXPECT_THAT(*analysis.segments[1].upper, DoubleNear(30 + 2.66 * 4, 1e-9));
    EXPECT_EQ(signals_in(analysis), 0u);
    EXPECT_GT(signals_in(analyse(spc_of(values(numbers)))), 0u) << "without it the fall is one long signal";
}

// NHSRplotthedots #172: the assurance icon still spoke of the limits before a change.
TEST(Spc, AssuranceGoesByTheLatestLimits) {
    std::vector<double> numbers;
    for (std::size_t i = 0; i < 12; ++i) numbers.push_back(i % 2 == 0 ? 48 : 52);
    for (std::size_t i = 0; i < 12; ++i) numbers.push_back(i % 2 == 0 ? 28 : 32);
    Spc spc = spc_of(values(numbers), 12);  // limits 19.4 to 40.6 since the start, 39.4 to 60.6 before
    for (const auto& [target, says] : {std::pair{41.0, Assurance::passes},
                                       {30.0, Assurance::unsure},
                                       {19.0, Assurance::fails},
                                       {55.0, Assurance::passes}}) {
        spc.target = target;
        EXPECT_EQ(analyse(spc).assurance, says) << target;
    }
    spc.better = Better::higher;
    spc.target = 41;
    EXPECT_EQ(analyse(spc).assurance, Assurance::fails);
    spc.better = Better::neither;
    EXPECT_EQ(analyse(spc).assurance, Assurance::unknown);
}

TEST(Spc, UnderTwelvePointsTheLimitsAreOnTrial) {
    EXPECT_TRUE(analyse(spc_of(values(std::vector<double>(11, 5)))).segments[0].trial());
    EXPECT_FALSE(analyse(spc_of(values(std::vector<double>(12, 5)))).segments[0].trial());
}

TEST(Spc, EqualValuesAreNoSignal) {
    const Analysis analysis = analyse(spc_of(values(std::vector<double>(20, 0.1))));
    EXPECT_EQ(signals_in(analysis), 0u);
    EXPECT_EQ(analysis.variation, Variation::common);
}

TEST(Spc, AGapHasNoRangeAndEndsARun) {
    std::vector<Value> numbers = values({10, 12, 0, 12, 10, 12, 10});
    numbers[2] = Hidden{};
    const Analysis analysis = analyse(spc_of(numbers));
    // 10 12 | 12 10 12 10: ranges 2, 2, 2, 2
    EXPECT_THAT(*analysis.segments[0].upper - analysis.segments[0].mean, DoubleNear(2.66 * 2, 1e-9));
    std::vector<Value> run = values({1, 5, 1, 9, 8, 9, 8, 9, 8, 9, 1, 5, 1, 5});
    EXPECT_EQ(marked(analyse(spc_of(run)), Signal::shift).size(), 7u);
    run[6] = Missing{};
    EXPECT_EQ(marked(analyse(spc_of(run)), Signal::shift).size(), 0u);
}

TEST(Spc, OnePointHasAMeanAndNoLimits) {
    const Analysis analysis = analyse(spc_of(values({7})));
    ASSERT_EQ(analysis.segments.size(), 1u);
    EXPECT_FALSE(analysis.segments[0].upper);
    EXPECT_EQ(analysis.variation, Variation::unknown);
    EXPECT_TRUE(analyse(spc_of({Hidden{}, Hidden{}})).segments.empty());
}

}  // namespace
}  // namespace sayso::test
