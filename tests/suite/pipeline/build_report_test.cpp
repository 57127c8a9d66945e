// The report of a build follows the evidence: what is taken away goes out of the documents that used it and
// no other, and the report says which and why.
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "machine.h"
#include "sayso/pack.h"

namespace sayso::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Json = nlohmann::json;
using Paths = std::set<std::string>;

class BuildReports : public testing::Test {
  protected:
    BuildReports() : env_(shipped_machine()) {
        env_.files[std::string(example_project) + "/pack.yaml"] =
            "documents:\n  - kinds: [briefing]\n    sites: [mill-lane, canal-side]\n"
            "  - audiences: [family]\n    kinds: [leaflet]\n    whole-service: true\n";
        pack();
        before_ = report();
    }

    void pack() {
        PackOptions options;
        options.out = "/pack";
        made_ = make_pack(env_, data_folder, example_project, options);
        EXPECT_TRUE(made_.ok()) << faults(made_);
    }
    Json report() const { return Json::parse(env_.files.at("/pack/build-report.json")); }
    std::string page() const { return env_.files.at("/pack/build-report.html"); }

    void change(std::string_view what, std::string_view with) {
        std::string& text = env_.files.at(std::string(example_project) + "/evidence/evidence.yaml");
        const auto at = text.find(what);
        ASSERT_NE(at, std::string::npos) << what;
        text.replace(at, what.size(), with);
    }

    /// Documents that the report says had it.
    static Paths documents_with(const Json& report, const std::string& id) {
        Paths out;
        for (const Json& document : report.at("documents"))
            for (const Json& each : document.at("evidence"))
                if (each.at("id") == id) out.insert(document.at("path"));
        return out;
    }

    Paths remade() const {
        Paths out;
        for (const PackReport::Document& each : made_.documents)
            if (each.fate == PackReport::Document::Fate::made) out.insert(each.path);
        return out;
    }

    static std::vector<std::string> reasons(const Json& report, const std::string& id) {
        std::vector<std::string> out;
        for (const Json& each : report.at("left-out"))
            if (each.at("id") == id) out.push_back(each.at("why"));
        return out;
    }

    MemoryEnv env_;
    PackReport made_;
    Json before_;
};

TEST_F(BuildReports, AWithdrawnConsentChangesTheDocumentsThatUsedItAndNoOther) {
    const Paths used = documents_with(before_, "support-worker");
    ASSERT_THAT(used, Not(IsEmpty()));
    ASSERT_THAT(reasons(before_, "support-worker"), IsEmpty());
    change("      until: 2032-09-30\n", "      until: 2032-09-30\n      withdrawn: 2025-12-01\n");
    pack();
    EXPECT_EQ(remade(), used);
    EXPECT_THAT(documents_with(report(), "support-worker"), IsEmpty());
    EXPECT_THAT(reasons(report(), "support-worker"),
                testing::ElementsAre("the consent was withdrawn on 2025-12-01"));
    EXPECT_THAT(page(), HasSubstr("the consent was withdrawn on 2025-12-01"));
}

TEST_F(BuildReports, WhatHasExpiredChangesTheDocumentsThatUsedItAndNoOther) {
    const Paths used = documents_with(before_, "staff-turnover");
    ASSERT_THAT(used, Not(IsEmpty()));
    change("by: the finance office\n    strength: strong\n    start: 2024 Q1\n    expires: 2032-03-31",
           "by: the finance office\n    strength: strong\n    start: 2024 Q1\n    expires: 2025-12-31");
    pack();
    EXPECT_EQ(remade(), used);
    EXPECT_THAT(documents_with(report(), "staff-turnover"), IsEmpty());
    EXPECT_THAT(reasons(report(), "staff-turnover"), testing::ElementsAre("expired on 2025-12-31"));
}

TEST_F(BuildReports, AClaimWithoutASourceIsInNoDocument) {
    const Paths used = documents_with(before_, "staff-turnover");
    change("    source: Payroll\n", "");
    pack();
    EXPECT_EQ(remade(), used);
    EXPECT_THAT(faults(made_), HasSubstr("names no source"));
    EXPECT_THAT(documents_with(report(), "staff-turnover"), IsEmpty());
    EXPECT_THAT(reasons(report(), "staff-turnover"), testing::ElementsAre("it names no source"));
}

TEST_F(BuildReports, ARunThatKeepsADocumentKnowsWhatIsInIt) {
    pack();
    EXPECT_THAT(remade(), IsEmpty());
    EXPECT_EQ(report(), before_);
    // Another thing changes, and every document is looked at again.
    change("    caption: Where many of the mornings are spent.\n", "");
    pack();
    EXPECT_EQ(documents_with(report(), "support-worker"), documents_with(before_, "support-worker"));
}

TEST_F(BuildReports, ItSaysWhereAConsentDoesNotReach) {
    std::vector<std::string> documents;
    for (const Json& each : before_.at("left-out-by-consent"))
        if (each.at("id") == "support-worker") documents.push_back(each.at("document"));
    EXPECT_THAT(documents, Contains("mill-lane/family-briefing"));
    EXPECT_THAT(documents, Not(Contains("mill-lane/management-briefing")));
    EXPECT_THAT(page(), HasSubstr("the consent is not for the audience &quot;family&quot;"));
}

TEST_F(BuildReports, AnEndWithin90DaysIsToldFromTheDayOnThatItIsNear) {
    EXPECT_THAT(before_.at("expires-soon"), IsEmpty());
    constexpr std::int64_t day = 86'400, from_1970_to_2031_12_31 = 22'644;
    const auto near = [&] { return report().at("expires-soon").size(); };
    env_.clock = from_1970_to_2031_12_31 * day;
    pack();
    EXPECT_EQ(near(), 0U);  // 91 days before 2032-03-31
    env_.clock += day;
    pack();
    EXPECT_EQ(near(), 5U);  // four indicators and the cost
    EXPECT_THAT(remade(), IsEmpty()) << "a report alone is no reason to make a document";
}

/// Which of the hidden counts are small would narrow them down.
TEST_F(BuildReports, SaysNothingOfHiddenCountsButThatTheyAreHidden) {
    const Json people = before_.at("counts-of-people");
    EXPECT_TRUE(people.at("proven"));
    for (const Json& each : people.at("hidden")) EXPECT_EQ(each.size(), 3U) << each;
    Paths keys;
    for (const auto& [key, value] : people.items()) keys.insert(key);
    EXPECT_EQ(keys, Paths({"numbers", "hidden", "could-be", "rounded-to", "proven", "bound"}));
}

TEST_F(BuildReports, GoesWithTheEvidence) {
    std::erase_if(env_.files, [](const auto& file) {
        return file.first.find("/examples/") != std::string::npos &&
               file.first.find("/evidence/") != std::string::npos;
    });
    pack();
    EXPECT_FALSE(env_.files.contains("/pack/build-report.json"));
    EXPECT_FALSE(env_.files.contains("/pack/build-report.html"));
    EXPECT_THAT(env_.files.at("/pack/index.html"), Not(HasSubstr("build-report")));
}

TEST_F(BuildReports, ADiffNamesTheClaimThatChangedAndWhatCameOrWent) {
    for (const auto& [path, bytes] : std::map(env_.files))
        if (path.starts_with("/pack/")) env_.files["/old" + path.substr(5)] = bytes;
    std::string& values = env_.files.at(std::string(example_project) + "/evidence/values.csv");
    const std::string_view was = "incidents,mill-lane,2025 Q4,9\n";
    const auto at = values.find(was);
    ASSERT_NE(at, std::string::npos);
    values.replace(at, was.size(), "incidents,mill-lane,2025 Q4,8\n");
    change("      until: 2032-09-30\n", "      until: 2032-09-30\n      withdrawn: 2025-12-01\n");
    pack();
    std::vector<std::string> lines;
    const Report diff = diff_packs(env_, "/old", "/pack", lines);
    EXPECT_TRUE(diff.ok()) << faults(diff);
    const auto starts = [](const std::string& text) { return testing::Contains(testing::StartsWith(text)); };
    EXPECT_THAT(lines, starts("claim incidents changed: Incidents of distress fell from "));
    EXPECT_THAT(lines, starts("chart incidents has other figures: "));
    EXPECT_THAT(lines, starts("voice support-worker is gone: I stay because of the mornings with her."));
    EXPECT_THAT(lines, Not(starts("claim staff-turnover")));
    EXPECT_THAT(lines, Contains(HasSubstr("mill-lane/management-briefing")));
}

TEST_F(BuildReports, ABuildHasOneBesideItsDocuments) {
    const Report built = build(env_, example_project, one("management", "briefing"));
    ASSERT_EQ(built.files.size(), 1U) << faults(built);
    const Json json = Json::parse(env_.files.at("/out/build-report.json"));
    ASSERT_EQ(json.at("documents").size(), 1U);
    EXPECT_EQ(json.at("documents")[0].at("path"), "management-briefing");
    EXPECT_THAT(env_.files.at("/out/build-report.html"), HasSubstr("Payroll"));
}

}  // namespace
}  // namespace sayso::test
