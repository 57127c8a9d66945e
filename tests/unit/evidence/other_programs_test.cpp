// Sheets as openpyxl and LibreOffice save them: sheets/README.md says how they were made.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/loader.h"

namespace sayso::evidence {
namespace {

constexpr const char* indicators = R"(indicators:
  - {id: all, label: People supported, counts: people, unit: people, better: higher, every: quarter, method: Counted., source: Register, by: Office, strength: strong}
  - {id: share, label: Rooms checked, counts: percent, better: higher, every: month, method: Counted., source: Log, by: Managers, strength: fair, decimals: 1}
)";

std::vector<std::string> values_in(const std::string& name) {
    const auto bytes =
        DiskEnv().read(std::string(SAYSO_SOURCE_DIR) + "/tests/unit/evidence/sheets/" + name, 1U << 20);
    MemoryEnv env;
    env.files["p/evidence/evidence.yaml"] = indicators;
    env.files["p/evidence/values" + name.substr(name.rfind('.'))] = std::get<std::string>(bytes);
    SourceMap sources;
    Diagnostics faults;
    const Known known{{{"north", "North"}, {"south", "South"}}, {}, {}, {}, *parse_day("2026-01-01")};
    const Evidence evidence = load_evidence(env, "p/evidence", known, sources, faults);
    EXPECT_TRUE(faults.empty()) << render_text(faults.sorted().front(), sources, false);
    std::vector<std::string> out;
    for (const Value& value : evidence.values)
        out.push_back(evidence.indicators[value.indicator].id.text + " " + value.site + " " +
                      to_string(value.period) + " " + std::to_string(value.number));
    return out;
}

TEST(OtherPrograms, SaveTheWorkbookSoThatItIsReadAlike) {
    const std::vector<std::string> wanted = {
        "all north 2025 Q1 1234.000000", "all south 2025 Q1 30.000000",   "all north 2025 Q2 21.000000",
        "all south 2025 Q2 1032.000000", "share north 2025-01 40.500000", "share south 2025-01 40.500000",
        "share north 2025-02 50.000000", "share south 2025-02 38.500000"};
    for (const char* name : {"openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.csv"})
        EXPECT_EQ(values_in(name), wanted) << name;
}

}  // namespace
}  // namespace sayso::evidence
