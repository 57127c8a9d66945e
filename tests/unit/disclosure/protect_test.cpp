#include "disclosure/protect.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tables.h"

namespace sayso::disclosure {
namespace {

using testing::IsEmpty;

/// Counts among the hidden that the attacker narrows to less than 1 to `small`.
std::vector<CountId> beaten(const Problem& problem, const Printed& printed) {
    const attack::Clues clues = clues_of(problem, printed);
    std::vector<CountId> out;
    for (const CountId count : hidden_counts(problem, printed)) {
        const auto values = attack::possible_values(clues, count, problem.small);
        if (values.size() < static_cast<std::size_t>(problem.small)) out.push_back(count);
    }
    return out;
}

Printed small_ones_hidden(const Problem& problem) {
    Printed printed;
    for (const Statement& each : problem.statements) {
        const std::int64_t count = problem.counts[each.count];
        printed.push_back(count < 1 || count > problem.small);
    }
    return printed;
}

std::size_t hidden(const Printed& printed) {
    return static_cast<std::size_t>(std::count(printed.begin(), printed.end(), false));
}

TableShape random_shape(std::mt19937& random) {
    const auto side = [&](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(2, most)(random);
    };
    TableShape shape;
    shape.sides = {side(5), side(4)};
    if (random() % 5 == 0) shape.sides = {2, side(3), 2};
    if (random() % 4 == 0) shape.rounded_to = 5;
    shape.small_share = 0.1 + 0.1 * static_cast<double>(random() % 6);
    return shape;
}

TEST(Protect, ARowWithOneSmallCountHidesAnother) {
    Problem problem;
    problem.counts = {3, 20, 31, 54};
    problem.always = {{{{0, 1}, {1, 1}, {2, 1}, {3, -1}}, 0, 0}};
    for (CountId i = 0; i < 4; ++i) problem.statements.push_back(says(problem, i, 1, i == 1 ? 1 : 2));
    const Plan plan = protect(problem);
    EXPECT_EQ(plan.printed, (Printed{false, false, true, true}));
    EXPECT_THAT(plan.refused, IsEmpty());
    EXPECT_EQ(plan.findings.size(), 2U);
}

TEST(Protect, WhatWasPrintedBeforeCannotBeTakenBack) {
    Problem problem;
    problem.counts = {3, 20, 23};
    problem.always = {{{{0, 1}, {1, 1}, {2, -1}}, 0, 0}, {{{1, 1}}, 20, 20}, {{{2, 1}}, 23, 23}};
    for (CountId i = 0; i < 3; ++i) problem.statements.push_back(says(problem, i));
    EXPECT_EQ(protect(problem).refused, std::vector<CountId>{0});
}

TEST(Protect, RoundingAloneLeaks) {
    // "*", 10, 10 with a total of 15: only 1 fits, if the others are at least 8 each, and 8 + 8 + 1 is 17 at
    // most.
    Problem problem;
    problem.counts = {1, 8, 8, 17};
    problem.always = {{{{0, 1}, {1, 1}, {2, 1}, {3, -1}}, 0, 0}};
    for (CountId i = 0; i < 4; ++i) problem.statements.push_back(says(problem, i, 5));
    EXPECT_THAT(beaten(problem, {false, true, true, true}), testing::ElementsAre(0));
    const Plan plan = protect(problem);
    EXPECT_THAT(plan.refused, IsEmpty());
    EXPECT_THAT(beaten(problem, plan.printed), IsEmpty());
}

TEST(Protect, NothingSmallHidesNothing) {
    std::mt19937 random(7);
    TableShape shape{{4, 5}};
    shape.small_share = 0;
    EXPECT_EQ(hidden(protect(table(shape, random)).printed), 0U);
}

/// A thousand tables, in parts that run side by side.
class RandomTables : public testing::TestWithParam<unsigned> {};

TEST_P(RandomTables, TellTheAttackerNothing) {
    std::mt19937 random(20'260'101 + GetParam());
    std::size_t beaten_unprotected = 0;
    for (int i = 0; i < 125; ++i) {
        Problem problem = table(random_shape(random), random);
        if (problem.counts.size() <= 12 && random() % 3 == 0) problem = with_parts(problem, random);
        const Plan plan = protect(problem);
        ASSERT_THAT(plan.refused, IsEmpty()) << "table " << i;
        ASSERT_THAT(beaten(problem, plan.printed), IsEmpty()) << "table " << i;
        beaten_unprotected += !beaten(problem, small_ones_hidden(problem)).empty();
    }
    EXPECT_GT(beaten_unprotected, 60U);  // the attacker wins where small counts alone are hidden
}

INSTANTIATE_TEST_SUITE_P(Parts, RandomTables, testing::Range(0U, 8U));

TEST(Protect, OneStatementTooManyIsFound) {
    // Protection broken on purpose: of the last statements that were hidden to protect others, one is
    // printed.
    std::mt19937 random(11);
    std::size_t tried = 0, won = 0;
    for (int i = 0; i < 200; ++i) {
        const Problem problem = table(random_shape(random), random);
        Printed printed = protect(problem).printed;
        const Printed small = small_ones_hidden(problem);
        for (std::size_t at = printed.size(); at-- > 0;) {
            if (printed[at] || !small[at]) continue;
            printed[at] = true;
            ++tried;
            const bool attacker = !beaten(problem, printed).empty();
            const auto findings = audit(problem, printed);
            const bool safe =
                std::all_of(findings.begin(), findings.end(), [](const Finding& f) { return f.safe(); });
            EXPECT_EQ(attacker, !safe) << "table " << i;
            won += attacker;
            break;
        }
    }
    EXPECT_GT(won, tried / 2);
}

TEST(Protect, TheSameInputHasTheSameAnswer) {
    std::mt19937 first(5), second(5);
    const TableShape shape{{6, 6}};
    EXPECT_EQ(protect(table(shape, first)).printed, protect(table(shape, second)).printed);
}

TEST(Protect, SixHundredCountsAreAllProven) {
    std::mt19937 random(1);
    TableShape shape{{12, 8, 4}, 60, 0.12};
    const Problem problem = table(shape, random);
    EXPECT_EQ(problem.counts.size(), 585U);
    const Plan plan = protect(problem);
    EXPECT_THAT(plan.refused, IsEmpty());
    EXPECT_GE(hidden(plan.printed), hidden(small_ones_hidden(problem)));
}

}  // namespace
}  // namespace sayso::disclosure
