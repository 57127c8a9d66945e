#include "evidence/published.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/claim.h"
#include "evidence/loader.h"

namespace sayso::evidence {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const int today = *parse_day("2026-01-01");

std::string indicator(const std::string& id, const std::string& counts, const std::string& more = "") {
    return "  - {id: " + id + ", label: Label of " + id + ", counts: " + counts +
           ", better: higher, every: quarter, method: Counted., source: Log, by: Managers, strength: fair" +
           (more.empty() ? "" : ", " + more) + "}\n";
}

struct Disclosed {
    Evidence evidence;
    Published published;
    Diagnostics faults;
    std::vector<std::string> codes() const {
        std::vector<std::string> out;
        for (const Diagnostic& one : faults.items()) out.push_back(one.code);
        return out;
    }
    Shown at(const std::string& id, const std::string& site, const std::string& period) const {
        for (const Point& point : published.indicator(id)->at(site)->points)
            if (to_string(point.period) == period) return point.shown;
        return -1.0;
    }
};

Disclosed disclosed(const std::string& yaml, const std::string& values,
                    const std::vector<PrintedNumber>& earlier = {}, int day = today) {
    MemoryEnv env;
    env.files["p/evidence/evidence.yaml"] = yaml;
    if (!values.empty()) env.files["p/evidence/values.csv"] = "indicator,site,period,value\n" + values;
    SourceMap sources;
    Disclosed out;
    const Known known{{{"a", "A"}, {"b", "B"}, {"c", "C"}}, {}, {}, {}, day};
    out.evidence = load_evidence(env, "p/evidence", known, sources, out.faults);
    EXPECT_FALSE(out.faults.has_errors()) << render_text(out.faults.sorted().front(), sources, false);
    out.published = disclose(out.evidence, day, earlier, out.faults);
    return out;
}

TEST(Disclose, ASmallCountOfPeopleTakesAnotherWithIt) {
    const Disclosed got = disclosed("indicators:\n" + indicator("out", "people"),
                                    "out,a,2025 Q1,3\nout,b,2025 Q1,20\nout,c,2025 Q1,31\n");
    EXPECT_EQ(got.at("out", "a", "2025 Q1"), Shown(Hidden{}));
    EXPECT_EQ(got.at("out", "b", "2025 Q1"), Shown(Hidden{}));
    EXPECT_EQ(got.at("out", "c", "2025 Q1"), Shown(31.0));
    EXPECT_EQ(got.at("out", "", "2025 Q1"), Shown(54.0));
    EXPECT_FALSE(got.published.indicator("out")->says_fewer);
    EXPECT_EQ(got.published.proof.people, 4U);
    EXPECT_EQ(got.published.proof.small, 1U);
    EXPECT_EQ(got.published.proof.others, 1U);
    EXPECT_TRUE(got.published.proof.complete);
}

TEST(Disclose, EventsAreNotHidden) {
    const Disclosed got =
        disclosed("indicators:\n" + indicator("falls", "events"), "falls,a,2025 Q1,3\nfalls,b,2025 Q1,2\n");
    EXPECT_EQ(got.at("falls", "a", "2025 Q1"), Shown(3.0));
    EXPECT_EQ(got.at("falls", "", "2025 Q1"), Shown(5.0));
    EXPECT_THAT(got.published.printed, IsEmpty());
}

TEST(Disclose, FewerThanIsSaidWhereItIsTrueAndTellsNothing) {
    const Disclosed alone = disclosed("indicators:\n" + indicator("out", "people", "over-sites: none"),
                                      "out,a,2025 Q1,3\nout,b,2025 Q1,20\n");
    EXPECT_TRUE(alone.published.indicator("out")->says_fewer);
    // A later pack must protect the count knowing that this was said.
    EXPECT_THAT(alone.published.printed,
                testing::Contains(PrintedNumber{"out", "a", *parse_period("2025 Q1", 3), 7, 0, {}}));
    // 7 and 7 of 14: "fewer than 8" would tell both.
    const Disclosed both =
        disclosed("indicators:\n" + indicator("out", "people"), "out,a,2025 Q1,7\nout,b,2025 Q1,7\n");
    EXPECT_EQ(both.at("out", "", "2025 Q1"), Shown(14.0));
    EXPECT_FALSE(both.published.indicator("out")->says_fewer);
}

TEST(Disclose, APercentageOfPeopleIsPartOfTheProof) {
    // 10 % of 30 are 3 people: the percentage would tell them.
    const Disclosed got = disclosed(
        "indicators:\n" + indicator("all", "people") + indicator("share", "percent", "part-of: all"),
        "all,a,2025 Q1,30\nall,b,2025 Q1,40\nshare,a,2025 Q1,10%\nshare,b,2025 Q1,50%\n");
    EXPECT_EQ(got.at("share", "a", "2025 Q1"), Shown(Hidden{}));
    EXPECT_EQ(got.at("share", "b", "2025 Q1"), Shown(50.0));
    EXPECT_EQ(got.at("share", "", "2025 Q1"), Shown(Hidden{}));  // a mean of both would tell it again
}

TEST(Disclose, RoundingIsPrintedAndKept) {
    const Disclosed got =
        disclosed("disclosure: {round-to: 5}\nindicators:\n" + indicator("out", "people", "over-sites: none"),
                  "out,a,2025 Q1,23\nout,b,2025 Q1,22\nout,c,2025 Q1,0\n");
    EXPECT_EQ(got.at("out", "a", "2025 Q1"), Shown(25.0));
    EXPECT_EQ(got.at("out", "b", "2025 Q1"), Shown(20.0));
    EXPECT_EQ(got.at("out", "c", "2025 Q1"), Shown(0.0));
    ASSERT_THAT(got.published.printed, SizeIs(3));
    EXPECT_EQ(got.published.printed[0].rounded_to, 5);
}

TEST(Disclose, WhatAnEarlierPackPrintedIsNotTakenBack) {
    const std::string yaml = "indicators:\n" + indicator("out", "people");
    const std::string values = "out,a,2025 Q1,3\nout,b,2025 Q1,20\nout,c,2025 Q1,31\n";
    const Period period = *parse_period("2025 Q1", 3);
    const Disclosed got = disclosed(yaml, values, {{"out", "b", period, 20, 1, {}}});
    EXPECT_EQ(got.at("out", "c", "2025 Q1"), Shown(Hidden{}));  // b is known: something else must be hidden
    EXPECT_TRUE(got.published.proof.complete);
    const Disclosed lost = disclosed(
        yaml, values,
        {{"out", "b", period, 20, 1, {}}, {"out", "c", period, 31, 1, {}}, {"out", "", period, 54, 1, {}}});
    EXPECT_THAT(lost.codes(), ElementsAre("count-not-protected"));
    EXPECT_EQ(lost.published.indicator("out"), nullptr);
    EXPECT_THAT(lost.published.left_out, SizeIs(1));
    // A number that was mended since tells nothing of today's.
    EXPECT_TRUE(disclosed(yaml, values, {{"out", "a", period, 9, 1, {}}}).published.proof.complete);
}

TEST(Disclose, ATotalOfFewerSitesIsRemembered) {
    const std::string yaml = "indicators:\n" + indicator("out", "people");
    const std::string first = "out,a,2025 Q1,3\nout,b,2025 Q1,31\n", late = "out,c,2025 Q1,5\n";
    const Disclosed before = disclosed(yaml, first);
    EXPECT_EQ(before.at("out", "", "2025 Q1"), Shown(34.0));
    EXPECT_EQ(before.at("out", "b", "2025 Q1"), Shown(Hidden{}));
    // Alone, these would show the 31, and with the 34 of then they would tell the 3.
    const Disclosed forgetful = disclosed(yaml, first + late);
    EXPECT_THAT(forgetful.codes(), IsEmpty());
    EXPECT_EQ(forgetful.at("out", "b", "2025 Q1"), Shown(31.0));
    const Disclosed after = disclosed(yaml, first + late, before.published.printed);
    EXPECT_THAT(after.codes(), IsEmpty());
    EXPECT_EQ(after.at("out", "b", "2025 Q1"), Shown(Hidden{}));
    EXPECT_TRUE(after.published.proof.complete);
}

TEST(Disclose, AHiddenTotalOfFewerSitesStaysHidden) {
    const std::string yaml = "indicators:\n" + indicator("out", "people");
    const std::string first = "out,a,2025 Q1,2\nout,b,2025 Q1,3\n", late = "out,c,2025 Q1,31\n";
    const Disclosed before = disclosed(yaml, first);
    const Period period = *parse_period("2025 Q1", 3);
    EXPECT_THAT(before.published.printed,
                ElementsAre(PrintedNumber{"out", "", period, 0, PrintedNumber::not_shown, {"a", "b"}}));
    const Disclosed after = disclosed(yaml, first + late, before.published.printed);
    const bool both =
        after.at("out", "", "2025 Q1") == Shown(36.0) && after.at("out", "c", "2025 Q1") == Shown(31.0);
    EXPECT_FALSE(both);
}

TEST(Disclose, AskedTwiceTheAnswerIsTheSame) {
    const std::string yaml = "indicators:\n" + indicator("out", "people");
    const std::string values =
        "out,a,2025 Q1,3\nout,b,2025 Q1,3\nout,c,2025 Q1,31\nout,a,2025 Q2,9\nout,b,2025 Q2,9\nout,c,2025 "
        "Q2,2\n";
    EXPECT_EQ(disclosed(yaml, values).published.printed, disclosed(yaml, values).published.printed);
}

TEST(Disclose, WhatHasExpiredIsLeftOutAndWhatWillIsTold) {
    const std::string yaml = "indicators:\n" + indicator("old", "events", "expires: 2025-12-31") +
                             indicator("soon", "events", "expires: 2026-03-01");
    const Disclosed got = disclosed(yaml, "old,a,2025 Q1,3\nsoon,a,2025 Q1,3\n");
    EXPECT_EQ(got.published.indicator("old"), nullptr);
    ASSERT_THAT(got.published.left_out, SizeIs(1));
    EXPECT_EQ(got.published.left_out[0].why, "expired on 2025-12-31");
    ASSERT_THAT(got.published.expiring, SizeIs(1));
    EXPECT_EQ(got.published.expiring[0].id, "soon");
}

std::string voice(const std::string& id, const std::string& consent) {
    return "  - {id: " + id + ", text: Words., by: Somebody" +
           (consent.empty() ? ""
                            : ", consent: {by: them, form: written, "
                              "on: 2025-06-01, record: file, " +
                                  consent + "}") +
           "}\n";
}

TEST(Consent, WithoutItNothingIsUsed) {
    const Disclosed got =
        disclosed("voices:\n" + voice("good", "audiences: [family], uses: [leaflet]") + voice("none", "") +
                      voice("over", "until: 2025-12-31, audiences: [all], uses: [all]") +
                      voice("back", "withdrawn: 2025-11-01, audiences: [all], uses: [all]"),
                  "");
    ASSERT_THAT(got.published.voices, SizeIs(1));
    EXPECT_EQ(got.published.voices[0].id.text, "good");
    std::vector<std::string> why;
    for (const LeftOut& each : got.published.left_out) why.push_back(each.id + ": " + each.why);
    EXPECT_THAT(why, ElementsAre("none: there is no consent", "over: the consent ended on 2025-12-31",
                                 "back: the consent was withdrawn on 2025-11-01"));
    const auto& consent = got.published.voices[0].consent;
    EXPECT_EQ(refusal(consent, today, "family", "leaflet"), "");
    EXPECT_THAT(refusal(consent, today, "funders", "leaflet"), HasSubstr("not for the audience \"funders\""));
    EXPECT_THAT(refusal(consent, today, "family", "poster"),
                HasSubstr("not for documents of the kind \"poster\""));
    EXPECT_THAT(refusal(consent, *parse_day("2025-05-31"), "family", "leaflet"), HasSubstr("begins on"));
}

}  // namespace
}  // namespace sayso::evidence
