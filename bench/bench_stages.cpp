// Where the time of one three- to four-page briefing goes, stage by stage, with warm caches unless it says
// "cold".
#include <benchmark/benchmark.h>

#include "compose/compose.h"
#include "env/env.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "session/catalogue.h"
#include "session/workshop.h"

namespace {

using namespace sayso;

const Job briefing{"commissioners", "briefing", "",    "en-GB", compose::Edition::standard,
                   nullptr,         nullptr,    "out", false,   0};

/// Everything that stands before a stage: made once, outside the measured loop.
struct Bench {
    DiskEnv env;
    Catalogue catalogue{std::make_shared<RecordingEnv>(env, nullptr), SAYSO_SOURCE_DIR, ""};
    Diagnostics faults;
    bool ready = catalogue.prepare(briefing);
    Workshop workshop{catalogue.snapshot()};
    text::Shaper shaper{*catalogue.fonts()};
    compose::Request request = std::get<compose::Request>(workshop.request(briefing, {}, shaper).content);
    compose::Cache cache;
    compose::Composed composed = compose::compose(request, cache, faults);
    layout::Placed placed = layout::place(composed.document, composed.pages, shaper, faults);
};

void loading(benchmark::State& state) {
    DiskEnv env;
    for (auto _ : state) {
        Catalogue catalogue(std::make_shared<RecordingEnv>(env, nullptr), SAYSO_SOURCE_DIR, "");
        benchmark::DoNotOptimize(catalogue.prepare(briefing));
    }
}

void compose_tree(benchmark::State& state) {
    Bench bench;
    for (auto _ : state) benchmark::DoNotOptimize(compose::compose(bench.request, bench.cache, bench.faults));
}

void shape_and_layout_cold(benchmark::State& state) {
    Bench bench;
    for (auto _ : state) {
        text::Shaper shaper(*bench.catalogue.fonts());
        benchmark::DoNotOptimize(
            layout::place(bench.composed.document, bench.composed.pages, shaper, bench.faults));
    }
}

void layout_warm(benchmark::State& state) {
    Bench bench;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            layout::place(bench.composed.document, bench.composed.pages, bench.shaper, bench.faults));
    }
}

void write_cold(benchmark::State& state) {
    Bench bench;
    for (auto _ : state) {
        pdf::Cache cache(*bench.catalogue.fonts());
        benchmark::DoNotOptimize(
            pdf::write(bench.composed.document, bench.placed.pages, {}, cache, bench.faults));
    }
}

void write_warm(benchmark::State& state) {
    Bench bench;
    pdf::Cache cache(*bench.catalogue.fonts());
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            pdf::write(bench.composed.document, bench.placed.pages, {}, cache, bench.faults));
    }
}

void drawing(benchmark::State& state) {
    Bench bench;
    const model::Approach& approach = bench.request.approach;
    diagram::Options options;
    options.variant = state.range(0) == 0 ? diagram::Variant::poster : diagram::Variant::compact;
    options.size = state.range(0) == 0 ? Size{mm(420), mm(297)} : Size{mm(170), mm(118)};
    if (state.range(0) != 0) options.highlight = "commissioners";
    options.family = "AtkinsonHyperlegibleNext";
    const auto model = diagram::from_approach(approach, "", bench.request.audience->asks);
    for (auto _ : state) benchmark::DoNotOptimize(diagram::draw(model, options, bench.shaper, bench.faults));
}

}  // namespace

BENCHMARK(loading)->Unit(benchmark::kMillisecond);
BENCHMARK(compose_tree)->Unit(benchmark::kMicrosecond);
BENCHMARK(shape_and_layout_cold)->Unit(benchmark::kMicrosecond);
BENCHMARK(layout_warm)->Unit(benchmark::kMicrosecond);
BENCHMARK(write_cold)->Unit(benchmark::kMicrosecond);
BENCHMARK(write_warm)->Unit(benchmark::kMicrosecond);
BENCHMARK(drawing)->ArgName("compact")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);
