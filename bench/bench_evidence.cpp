// Evidence: reading the tables of 200 sites, and deciding what may be shown of 600 counts of people.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "env/env.h"
#include "evidence/loader.h"
#include "evidence/published.h"

namespace {

using namespace sayso;

constexpr const char* folder = "p/evidence";
const int today = 20'781;  // 2026-11-24

std::string indicator(int number, const char* counts, bool part) {
    return fmt::format(
        "  - {{id: i{0}, label: Label of {0}, counts: {1}, unit: people, better: higher, every: quarter, "
        "method: Counted., source: Log, by: Managers, strength: fair{2}}}\n",
        number, counts, part ? ", part-of: i0" : "");
}

/// Values from a generator of numbers that is the same everywhere. Of people, every indicator is part of the
/// first: the counts of one quarter are a table with sums along and bounds across.
struct Tables {
    Tables(int sites, int quarters, int indicators, bool people) {
        std::string yaml = "indicators:\n", csv = "indicator,site,period,value\n";
        known.today = today;
        for (int site = 0; site < sites; ++site)
            known.sites.push_back({fmt::format("s{}", site), fmt::format("Home {}", site)});
        for (int i = 0; i < indicators; ++i)
            yaml += indicator(i, people ? "people" : "events", people && i > 0);
        unsigned state = 1;
        const auto below = [&](unsigned end) {
            return ((state = state * 1'664'525 + 1'013'904'223) >> 16) % end;
        };
        for (int quarter = 0; quarter < quarters; ++quarter) {
            for (int site = 0; site < sites; ++site) {
                const unsigned whole = below(40);
                for (int i = 0; i < indicators; ++i)
                    csv += fmt::format("i{},s{},{} Q{},{}\n", i, site, 2023 + quarter / 4, 1 + quarter % 4,
                                       i == 0 ? whole : below(whole + 1));
            }
        }
        env.files[std::string(folder) + "/evidence.yaml"] = yaml;
        env.files[std::string(folder) + "/values.csv"] = csv;
    }

    evidence::Evidence load() {
        SourceMap sources;
        return evidence::load_evidence(env, folder, known, sources, faults);
    }

    MemoryEnv env;
    evidence::Known known;
    Diagnostics faults;
};

void load_200_sites_12_quarters_8_indicators(benchmark::State& state) {
    Tables tables(200, 12, 8, false);
    for (auto _ : state) benchmark::DoNotOptimize(tables.load());
    if (tables.faults.has_errors()) state.SkipWithError("the tables have faults");
}

/// 600 counts of people: 10 sites, 12 quarters, 5 indicators.
void protect_600_counts(benchmark::State& state) {
    Tables tables(10, 12, 5, true);
    const evidence::Evidence evidence = tables.load();
    evidence::Proof proof;
    for (auto _ : state) proof = evidence::disclose(evidence, today, {}, tables.faults).proof;
    if (!proof.complete || tables.faults.has_errors()) state.SkipWithError("not proven");
    state.counters["counts"] = static_cast<double>(proof.people);
    state.counters["small"] = static_cast<double>(proof.small);
    state.counters["others"] = static_cast<double>(proof.others);
}

BENCHMARK(load_200_sites_12_quarters_8_indicators)->Unit(benchmark::kMillisecond);
BENCHMARK(protect_600_counts)->Unit(benchmark::kMillisecond);

}  // namespace
