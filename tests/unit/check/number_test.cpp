// What is a number that needs evidence, and what is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/check.h"

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> flagged(const std::string& text, const std::string& lang = "en-GB") {
    Diagnostics faults;
    NumberFinder finder;
    check_numbers({{text, {1, 1, 1, 1}, lang}}, finder, faults);
    std::vector<std::string> out;
    for (const Diagnostic& one : faults.items()) {
        EXPECT_EQ(one.code, "number-without-evidence");
        const auto open = one.message.find('"') + 1;
        out.push_back(one.message.substr(open, one.message.rfind('"') - open));
    }
    return out;
}

TEST(Numbers, WhatCountsSomethingNeedsEvidence) {
    EXPECT_THAT(flagged("We support 75 people in 4 homes."), ElementsAre("75", "4"));
    EXPECT_THAT(flagged("It fell by 40%, or **1,200** in all."), ElementsAre("40%", "1,200"));
    EXPECT_THAT(flagged("It costs £18,400 a year."), ElementsAre("£18,400"));
    EXPECT_THAT(flagged("40 per cent of 3.5 hours"), ElementsAre("40 per cent"));
    EXPECT_THAT(flagged("Waiting fell from 12 weeks to 3."), ElementsAre("12", "3"));
}

TEST(Numbers, WhatNamesSomethingDoesNot) {
    for (const char* text :
         {"In 2024 they met.", "In 2024/25 and 2023–2024, as in the 1980s.",
          "On 14 March 2026, or 2026-03-14.", "From 3 to 5 May", "March 14th",
          "Ring 01632 960 123 or +44 1632 960123.", "Come at 10am or 10:30.", "Northbridge NB1 2AB",
          "See page 3, Regulation 9 and step 2.", "A4, KS2 and COVID-19", "the 3rd time",
          "1. Sit down.\n2. Wait.", "these 3 steps", "See [the guide](https://x.example/2/75).", "open 24/7"})
        EXPECT_THAT(flagged(text), IsEmpty()) << text;
}

TEST(Numbers, AgesAndLengthsOfTimeAreFineUntilTheyChange) {
    EXPECT_THAT(flagged("Try 10 minutes a day for 6 weeks."), IsEmpty());
    EXPECT_THAT(flagged("For people aged 16 to 25, and under 5s."), IsEmpty());
    EXPECT_THAT(flagged("Stays grew by 14 months. Try 10 minutes."), ElementsAre("14"));
}

TEST(Numbers, OtherLanguagesAreNotRead) {
    EXPECT_THAT(flagged("Rydym yn cefnogi 75 o bobl.", "cy"), IsEmpty());
}

}  // namespace
}  // namespace sayso::check
