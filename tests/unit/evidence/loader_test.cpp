#include "evidence/loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::evidence {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string incidents =
    "indicators:\n"
    "  - id: incidents\n"
    "    label: Incidents of distress\n"
    "    counts: events\n"
    "    better: lower\n"
    "    every: quarter\n"
    "    outcomes: [calm]\n"
    "    method: Every incident is written down on the day.\n"
    "    source: Incident log\n"
    "    by: Home managers\n"
    "    strength: fair\n";

struct Loaded {
    Evidence evidence;
    SourceMap sources;
    Diagnostics faults;
    std::vector<std::string> codes() const {
        std::vector<std::string> out;
        for (const Diagnostic& one : faults.sorted()) out.push_back(one.code);
        return out;
    }
    std::string text() const {
        std::string out;
        for (const Diagnostic& one : faults.sorted()) out += render_text(one, sources, false);
        return out;
    }
};

Loaded load(std::map<std::string, std::string> files) {
    MemoryEnv env;
    for (auto& [name, bytes] : files) env.files["p/evidence/" + name] = bytes;
    const Known known{{{"mill", "Mill Lane"}, {"orchard", "Orchard"}},
                      {"calm", "bonds"},
                      {"family"},
                      {"briefing"},
                      day_of(env.clock)};
    Loaded out;
    out.evidence = load_evidence(env, "p/evidence", known, out.sources, out.faults);
    return out;
}

TEST(Evidence, ValuesStandInRowsOrInColumns) {
    const Loaded rows = load({{"evidence.yaml", incidents},
                              {"values.csv",
                               "Our figures,,,\nIndicator;Site;Period;Value\nincidents;Mill Lane;Q1 2024;48\n"
                               "Incidents of distress;orchard;2024-03-31;1 029\n"}});
    EXPECT_THAT(rows.text(), HasSubstr("Our figures"));
    const Loaded good = load({{"evidence.yaml", incidents},
                              {"values.csv",
                               "Indicator;Site;Period;Value\nincidents;Mill Lane;Q1 2024;48\n"
                               "Incidents of distress;orchard;2024-03-31;1 029\nexample;mill;2024 Q1;1\n"}});
    EXPECT_EQ(good.text(), "");
    const Loaded columns = load({{"evidence.yaml", incidents},
                                 {"values.csv",
                                  "indicator,site,2024 Q1,2024 Q2,remarks\nincidents,mill,48,,none\n"
                                  "incidents,orchard,\"1,029\",,\n"}});
    EXPECT_EQ(columns.text(), "");
    for (const Loaded* each : {&good, &columns}) {
        ASSERT_THAT(each->evidence.values, SizeIs(2));
        EXPECT_EQ(each->evidence.values[0].site, "mill");
        EXPECT_EQ(each->evidence.values[0].number, 48);
        EXPECT_EQ(to_string(each->evidence.values[1].period), "2024 Q1");
        EXPECT_EQ(each->evidence.values[1].number, 1029);
    }
}

TEST(Evidence, EveryFaultOfEveryCellIsToldAtOnce) {
    const Loaded got = load({{"evidence.yaml", incidents},
                             {"values.csv",
                              "indicator,site,period,value\n"
                              "incident,mill,2024 Q1,3\n"
                              "incidents,mil,2024 Q1,3\n"
                              "incidents,mill,2024,-3\n"
                              "incidents,mill,2024 Q2,*\n"
                              "incidents,mill,2031 Q1,5%\n"
                              "incidents,mill,2024 Q3,7\n"
                              "incidents,mill,Q3 2024,8\n"
                              ",mill,2024 Q4,8\n"}});
    EXPECT_THAT(got.codes(), ElementsAre("unknown-indicator", "unknown-site", "bad-period", "bad-count",
                                         "suppressed-value", "period-in-future", "unit-mismatch",
                                         "two-values", "missing-indicator"));
    EXPECT_THAT(got.text(), HasSubstr("values.csv:3:11: error: cell B3 (site): there is no site \"mil\""));
    EXPECT_THAT(got.text(), HasSubstr("note: p/evidence/values.csv:7:24: the other is here"));
}

TEST(Evidence, OddPercentagesAreAskedAbout) {
    std::string percent = incidents;
    percent.replace(percent.find("events"), 6, "percent");
    const Loaded got = load({{"evidence.yaml", percent},
                             {"values.csv",
                              "indicator,site,period,value\nincidents,,2024 Q1,104%\nincidents,,2024 Q2,0.4\n"
                              "incidents,,2024 Q3,40 %\n"}});
    EXPECT_THAT(got.codes(), ElementsAre("odd-percent", "odd-percent"));
    EXPECT_FALSE(got.faults.has_errors());
    EXPECT_THAT(got.evidence.values, SizeIs(3));
}

TEST(Evidence, AWholeThatItsSitesDoNotAddUpToIsAskedAbout) {
    const std::string rows =
        "indicator,site,period,value\nincidents,mill,2024 Q1,3\nincidents,orchard,2024 Q1,4\n";
    EXPECT_THAT(load({{"evidence.yaml", incidents}, {"values.csv", rows + "incidents,,2024 Q1,7\n"}}).codes(),
                IsEmpty());
    EXPECT_THAT(
        load({{"evidence.yaml", incidents}, {"values.csv", rows + "incidents,all,2024 Q1,9\n"}}).codes(),
        ElementsAre("sum-differs"));
}

TEST(Evidence, RecordsMayStandInTables) {
    const Loaded got = load({{"voices.csv",
                              "Id,Text,By,Outcomes,Consent by,Consent form,Consent on,Consent "
                              "audiences,Consent uses,Consent record\n"
                              "mum,\"She, at last, laughs.\",A mother,calm; bonds,the "
                              "mother,written,2025-05-01,all,briefing,File 7\n"
                              "example,x,,,,,,,,\n"
                              "son,He knows me.,,,,,,,,\n"}});
    EXPECT_THAT(got.codes(), ElementsAre("missing-key"));
    ASSERT_THAT(got.evidence.voices, SizeIs(1));
    const Voice& voice = got.evidence.voices[0];
    EXPECT_EQ(voice.text.text, "She, at last, laughs.");
    EXPECT_THAT(voice.outcomes, SizeIs(2));
    ASSERT_TRUE(voice.consent);
    EXPECT_EQ(voice.consent->by.text, "the mother");
}

TEST(Evidence, NamesAndDaysAreChecked) {
    const Loaded got = load(
        {{"evidence.yaml",
          "voices:\n"
          "  - {id: a, text: x, by: y, outcomes: [clam], site: mil, consent: {by: z, form: best-interests, "
          "on: 2025-13-01, audiences: [familly], uses: [all], record: r, decided-by: d, consulted: c}}\n"
          "  - {id: a, text: x, by: y}\n"},
         {"voices.csv", "id,text,by\na,x,y\n"}});
    EXPECT_THAT(got.codes(),
                testing::UnorderedElementsAre("unknown-outcome", "unknown-site", "unknown-audience",
                                              "bad-day", "missing-key", "duplicate-id", "duplicate-id"));
}

TEST(Evidence, OtherFilesAreRefusedOrToldOf) {
    EXPECT_THAT(load({{"values.xls", "\xD0\xCF\x11\xE0"}}).codes(), ElementsAre("old-workbook"));
    EXPECT_THAT(load({{"evidence.yml", ""}}).codes(), ElementsAre("misnamed-file"));
    EXPECT_THAT(load({{"~$values.xlsx", "x"}, {"notes.txt", "x"}}).codes(), IsEmpty());
}

TEST(Evidence, TwoHundredSitesAreReadWhole) {
    std::string yaml = "indicators:\n", rows = "indicator,site,period,value\n";
    Known known;
    for (int i = 0; i < 8; ++i) {
        std::string one = incidents.substr(incidents.find('\n') + 1);
        yaml += one.replace(one.find("incidents"), 9, "incidents-" + std::to_string(i));
    }
    for (int site = 0; site < 200; ++site) {
        known.sites.push_back({"site-" + std::to_string(site), "Site " + std::to_string(site)});
        for (int i = 0; i < 96; ++i)
            rows += "incidents-" + std::to_string(i / 12) + ",site-" + std::to_string(site) + "," +
                    std::to_string(2021 + i % 12 / 4) + " Q" + std::to_string(i % 4 + 1) + "," +
                    std::to_string(i) + "\n";
    }
    MemoryEnv env;
    env.files = {{"p/evidence/evidence.yaml", yaml}, {"p/evidence/values.csv", rows}};
    known.today = day_of(env.clock);
    SourceMap sources;
    Diagnostics faults;
    const Evidence evidence = load_evidence(env, "p/evidence", known, sources, faults);
    EXPECT_THAT(evidence.values, SizeIs(200 * 96));
    EXPECT_TRUE(faults.empty());
}

}  // namespace
}  // namespace sayso::evidence
