#include "pack/printed.h"

#include <gtest/gtest.h>

namespace sayso::pack {
namespace {

const std::vector<evidence::PrintedNumber> numbers = {{"out", "mill", {24'300, 3}, 20, 1, {}},
                                                      {"out", "", {24'300, 3}, 55, 5, {"hill", "mill"}}};

TEST(PrintedRecord, IsReadBackAsItWasWritten) {
    const PrintedRecord record{numbers, 20'000};
    EXPECT_EQ(printed_from_json(to_json(record)), record);
}

TEST(PrintedRecord, AnythingElseIsNone) {
    for (const char* text : {"", "{}", "[]", "{\"holds-until\": 1, \"numbers\": [{}]}"})
        EXPECT_EQ(printed_from_json(text), std::nullopt) << text;
}

TEST(PrintedRecord, NumbersAreKeptOnce) {
    const auto both = joined_numbers(numbers, {numbers[0]});
    EXPECT_EQ(both.size(), 2U);
    EXPECT_EQ(both, joined_numbers({numbers[0]}, numbers));
}

}  // namespace
}  // namespace sayso::pack
