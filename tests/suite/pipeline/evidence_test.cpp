// The example's evidence in finished documents: what is shown, what is hidden, and what is left out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "machine.h"

namespace sayso::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string& evidence_file(MemoryEnv& env) {
    return env.files.at(std::string(example_project) + "/evidence/evidence.yaml");
}

void replace(std::string& text, std::string_view what, std::string_view with) {
    const auto at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    text.replace(at, what.size(), with);
}

std::string html(MemoryEnv& env, const std::string& audience, const std::string& site = "") {
    BuildOptions options = one(audience, "briefing");
    options.formats = {"html"};
    if (!site.empty()) options.sites = {site};
    const Report report = build(env, example_project, options);
    EXPECT_TRUE(report.ok()) << faults(report);
    return report.files.empty() ? "" : env.files.at(report.files.at(0));
}

TEST(EvidenceInDocuments, ABriefingHasItsKeyFigureItsChartAndItsRegister) {
    MemoryEnv env = shipped_machine();
    const std::string page = html(env, "management");
    EXPECT_THAT(page, HasSubstr("What we see here"));
    EXPECT_THAT(page, HasSubstr("Incidents of distress"));
    EXPECT_THAT(page, HasSubstr("Where our figures come from"));
    EXPECT_THAT(page, HasSubstr("Incident log"));
    EXPECT_THAT(page, HasSubstr("<svg"));
    EXPECT_THAT(page, HasSubstr("I stay because of the mornings with her."));
}

TEST(EvidenceInDocuments, WithoutEvidenceNothingIsSaidOfIt) {
    MemoryEnv env = shipped_machine();
    std::erase_if(env.files,
                  [](const auto& file) { return file.first.find("/evidence/") != std::string::npos; });
    const std::string page = html(env, "management");
    EXPECT_THAT(page, Not(HasSubstr("What we see here")));
    EXPECT_THAT(page, Not(HasSubstr("Where our figures come from")));
}

/// Of one home alone there is no total, and at the others nothing to say.
TEST(EvidenceInDocuments, WhereThereIsNoValueNothingIsSaid) {
    MemoryEnv env = shipped_machine();
    const std::string folder = std::string(example_project) + "/evidence/";
    replace(evidence_file(env), "indicators:\n",
            "indicators:\n  - {id: a-zoo, label: Visits to the zoo, counts: percent, better: higher, every: "
            "quarter, "
            "method: Counted., source: Diary, by: Staff, strength: fair}\n");
    env.files[folder + "visits.csv"] =
        "indicator,site,period,value\na-zoo,mill-lane,2025 Q1,50%\n"
        "a-zoo,mill-lane,2025 Q2,60%\na-zoo,canal-side,2025 Q3,60%\n";
    EXPECT_THAT(html(env, "management", "mill-lane"), HasSubstr("Visits to the zoo"));
    for (const char* site : {"the-orchard", ""}) {
        const std::string page = html(env, "management", site);
        EXPECT_THAT(page, Not(HasSubstr("Visits to the zoo")));
        EXPECT_THAT(page, HasSubstr("Incident log"));
    }
}

/// A long title, a start and marks of missing values take more than the height that the template gives.
TEST(EvidenceInDocuments, AChartWithManyWordsIsTaller) {
    MemoryEnv env = shipped_machine();
    std::erase_if(env.files,
                  [](const auto& file) { return file.first.find("/evidence/") != std::string::npos; });
    const std::string folder = std::string(example_project) + "/evidence/";
    env.files[folder + "evidence.yaml"] =
        "indicators:\n  - {id: left, label: People who left within a year, counts: percent, better: lower, "
        "every: quarter, "
        "method: Counted., source: Diary, by: Staff, strength: fair, start: 2025 Q2}\n";
    env.files[folder + "values.csv"] = "indicator,site,period,value\nleft,,2025 Q1,27%\nleft,,2025 Q4,17%\n";
    EXPECT_THAT(html(env, "management"), HasSubstr("from 27%"));
}

TEST(EvidenceInDocuments, AWithdrawnConsentTakesTheWordsOutAndNothingElse) {
    MemoryEnv env = shipped_machine();
    const std::string before = html(env, "management");
    replace(evidence_file(env), "      until: 2032-09-30\n",
            "      until: 2032-09-30\n      withdrawn: 2025-12-01\n");
    const std::string after = html(env, "management");
    EXPECT_THAT(after, Not(HasSubstr("I stay because")));
    EXPECT_THAT(after, HasSubstr("Incident log"));
    EXPECT_THAT(html(env, "family"), HasSubstr("He looks for me"));
}

TEST(EvidenceInDocuments, WordsWithoutConsentAreInNoDocument) {
    MemoryEnv env = shipped_machine();
    for (const char* audience : {"management", "family", "commissioners"})
        EXPECT_THAT(html(env, audience), Not(HasSubstr("I hear laughing"))) << audience;
}

TEST(EvidenceInDocuments, ASmallCountIsShownNowhere) {
    MemoryEnv env = shipped_machine();
    const std::string page = html(env, "educators", "canal-side");
    EXPECT_THAT(page, HasSubstr("People with good time, one to one, every day: not shown"));
}

TEST(EvidenceInDocuments, WhatHasExpiredIsLeftOut) {
    MemoryEnv env = shipped_machine();
    replace(evidence_file(env), "    expires: 2032-03-31", "    expires: 2025-12-31");
    const std::string page = html(env, "management");
    EXPECT_THAT(page, Not(HasSubstr("Incident log")));
    EXPECT_THAT(page, HasSubstr("Payroll"));
}

}  // namespace
}  // namespace sayso::test
