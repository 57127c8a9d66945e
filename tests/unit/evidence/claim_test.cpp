#include "evidence/claim.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::evidence {
namespace {

PublishedIndicator made(const std::string& counts, const std::string& better, std::vector<Shown> shown) {
    PublishedIndicator out;
    out.about.id.text = "x";
    out.about.label.text = "Incidents of distress";
    out.about.counts_word.text = counts;
    out.about.better.text = better;
    out.about.every.text = "quarter";
    out.about.strength.text = "fair";
    out.series.push_back({"", {}});
    for (std::size_t i = 0; i < shown.size(); ++i)
        out.series[0].points.push_back({{2023 * 12 + 3 * static_cast<int>(i), 3}, shown[i]});
    return out;
}

std::map<std::string, std::string> told(const PublishedIndicator& indicator,
                                        const std::string& lang = "en-GB") {
    DiskEnv env;
    SourceMap sources;
    Diagnostics faults;
    const ClaimWords words =
        load_claim_words(env, SAYSO_SOURCE_DIR "/templates/claims", lang, sources, faults);
    EXPECT_TRUE(faults.empty());
    return texts_of(*claim_of(indicator, ""), Published{}, words, lang);
}

TEST(Claim, IsSaidInASentence) {
    auto texts = told(made("events", "lower", {48.0, 40.0, 29.0}));
    EXPECT_EQ(texts["sentence"],
              "Incidents of distress fell from 48 a quarter (January to March 2023) to 29 (July to September "
              "2023), about 40% fewer.");
    EXPECT_EQ(texts["change-words"], "fell from 48 to 29 a quarter, about 40% fewer");
    EXPECT_EQ(texts["percent"], "40%");
    EXPECT_EQ(texts["change"], "19");
    EXPECT_EQ(texts["verdict"], "better");
}

TEST(Claim, BadNewsIsSaidAsSuch) {
    auto texts = told(made("events", "lower", {40.0, 50.0}));
    EXPECT_THAT(texts["sentence"], testing::EndsWith("25% more. That is the wrong way."));
    EXPECT_EQ(texts["verdict"], "worse");
}

TEST(Claim, PercentagesChangeByPointsAndFewNumbersHaveNoPercentage) {
    EXPECT_EQ(told(made("percent", "higher", {40.0, 55.0}))["change-words"],
              "rose from 40% to 55%, 15 percentage points more");
    EXPECT_EQ(told(made("events", "lower", {4.0, 2.0}))["change-words"], "fell from 4 to 2 a quarter");
    EXPECT_EQ(told(made("events", "lower", {0.0, 2.0}))["change-words"], "rose from 0 to 2 a quarter");
}

TEST(Claim, WhatIsHiddenTellsNothing) {
    PublishedIndicator hidden = made("people", "higher", {20.0, Hidden{}});
    auto texts = told(hidden);
    EXPECT_EQ(texts["latest"], "not shown");
    EXPECT_EQ(texts.count("change") + texts.count("percent") + texts.count("verdict"), 0U);
    hidden.says_fewer = true;
    EXPECT_EQ(told(hidden)["sentence"], "Incidents of distress: fewer than 8 in April to June 2023.");
}

TEST(Claim, TheBaselineIsTheLastBeforeTheWorkBegan) {
    PublishedIndicator indicator = made("events", "lower", {60.0, 48.0, 40.0, 29.0});
    indicator.about.start = Words{"2023 Q3", {}, {}};
    EXPECT_EQ(told(indicator)["baseline"], "48");
    indicator.about.baseline = Words{"2023 Q1", {}, {}};
    EXPECT_EQ(told(indicator)["baseline"], "60");
}

TEST(Claim, NumbersAreWrittenAsTheLanguageHasThem) {
    EXPECT_EQ(number_in(1234.5, 1, "en-GB"), "1,234.5");
    EXPECT_EQ(number_in(1234.5, 1, "de"), "1.234,5");
    EXPECT_EQ(money_in(1200, "GBP", "en-GB"), "£1,200");
    EXPECT_EQ(month_in(2026 * 12 + 1, true, "cy"), "Chwefror 2026");
    auto texts = told(made("events", "lower", {48.0, 29.0}), "fr");
    EXPECT_EQ(texts["sentence"], "Incidents of distress: 48 → 29");
}

TEST(Claim, UnitsAreSingularAndPlural) {
    PublishedIndicator one = made("events", "lower", {1.0});
    one.about.unit = Words{"incidents", {}, {}};
    one.about.unit_one = Words{"incident", {}, {}};
    EXPECT_EQ(told(one)["sentence"], "Incidents of distress: 1 incident (January to March 2023).");
    one.series[0].points[0].shown = 2.0;
    EXPECT_EQ(told(one)["sentence"], "Incidents of distress: 2 incidents (January to March 2023).");
}

}  // namespace
}  // namespace sayso::evidence
