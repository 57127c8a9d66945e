#include "evidence/period.h"

#include <gtest/gtest.h>

#include "evidence/number.h"

namespace sayso::evidence {
namespace {

std::string read(std::string_view text, int months) {
    const auto period = parse_period(text, months);
    return period ? to_string(*period) : "";
}

TEST(Period, IsReadAsPeopleWriteIt) {
    for (const char* quarter : {"2024 Q1", "2024-Q1", "Q1 2024", "q1/2024", "2024Q1", "Jan-Mar 2024",
                                "2024-01-01", "2024-03-31", "31/03/2024", "1 January 2024"}) {
        EXPECT_EQ(read(quarter, 3), "2024 Q1") << quarter;
    }
    for (const char* month :
         {"2024-03", "03/2024", "March 2024", "Mar-24", "2024 March", "2024-03-17", "17/03/2024"})
        EXPECT_EQ(read(month, 1), "2024-03") << month;
    EXPECT_EQ(read("2023/24", 12), "2023/24");
    EXPECT_EQ(read("2023/24 Q1", 3), "2023 Q2");
    EXPECT_EQ(read("Q4 2023/24", 3), "2024 Q1");
    EXPECT_EQ(read("2024", 12), "2024");
    EXPECT_EQ(read("2024 H2", 6), "2024 H2");
}

TEST(Period, OfAnotherLengthIsNone) {
    for (const char* text : {"2024 Q5", "2024", "2024-02", "2024-02-29x", "soon", "2024-02-15", "2024-13-01",
                             "1558336020 Q1", ""})
        EXPECT_EQ(read(text, 3), "") << text;
    EXPECT_EQ(read("2024 Q1", 1), "");
    EXPECT_EQ(read("2024-02-30", 1), "");
}

TEST(Day, IsReadStrictly) {
    EXPECT_EQ(parse_day("1970-01-02"), 1);
    EXPECT_EQ(parse_day("2024-02-30"), std::nullopt);
    EXPECT_EQ(parse_day("2024-2-3"), std::nullopt);
    EXPECT_EQ(month_of_day(*parse_day("2024-03-31")), 2024 * 12 + 2);
}

TEST(TypedNumber, IsReadAsPeopleTypeIt) {
    const auto number = [](std::string_view text) {
        return parse_typed(text).value_or(TypedNumber{-99}).number;
    };
    EXPECT_EQ(number("1,234"), 1234);
    EXPECT_EQ(number("1 234"), 1234);
    EXPECT_EQ(number("1\xE2\x80\xAF"
                     "234,5"),
              1234.5);
    EXPECT_EQ(number("1.234,5"), 1234.5);
    EXPECT_EQ(number("1.234"), 1.234);
    EXPECT_EQ(number("12,5"), 12.5);
    EXPECT_EQ(number("£1,200.50"), 1200.5);
    EXPECT_EQ(number("\xE2\x88\x92"
                     "3"),
              -3);
    EXPECT_TRUE(parse_typed("40 %")->percent);
    for (const char* text : {"", "*", "<8", "1,23,456", "12,34.5", "4-5", "12a"})
        EXPECT_FALSE(parse_typed(text)) << text;
}

}  // namespace
}  // namespace sayso::evidence
