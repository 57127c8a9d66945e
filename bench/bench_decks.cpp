// A deck as PowerPoint and as PDF, and a briefing as Word: what writing one costs in a batch, with warm
// caches, and what a first one costs. `kilobytes` is the file's size.
#include <benchmark/benchmark.h>

#include "compose/compose.h"
#include "docx/docx.h"
#include "env/env.h"
#include "pptx/pptx.h"
#include "session/catalogue.h"
#include "session/stages.h"
#include "session/workshop.h"

namespace {

using namespace sayso;

/// A document of the example, which has evidence, ready to be written.
struct Bench {
    Bench(const char* audience, const char* kind)
        : job{audience, kind, "", "en-GB", compose::Edition::standard, nullptr, nullptr, "out", false, 0} {
        composed = compose_tree(request, worker, faults);
        placed = place_pages(composed, {}, worker, faults);
    }

    void write(benchmark::State& state, const char* format) {
        Emit emit;
        emit.formats = {format};
        std::size_t bytes = 0;
        for (auto _ : state) bytes = emit_files(emit, composed, placed, worker, faults).front().bytes.size();
        state.counters["kilobytes"] = static_cast<double>(bytes) / 1000;
    }

    DiskEnv env;
    Job job;
    Catalogue catalogue{std::make_shared<RecordingEnv>(env, nullptr), SAYSO_SOURCE_DIR,
                        SAYSO_SOURCE_DIR "/examples/willow-house"};
    Diagnostics faults;
    bool ready = catalogue.prepare(job);
    Workshop workshop{catalogue.snapshot()};
    Worker worker{*catalogue.fonts()};
    Request request = workshop.request(job, {}, worker.shaper);
    compose::Composed composed;
    doc::Placed placed;
};

void deck_as_powerpoint(benchmark::State& state) {
    Bench("funders", "slides").write(state, "pptx");
}
void deck_as_pdf(benchmark::State& state) {
    Bench("funders", "slides").write(state, "pdf");
}
void briefing_as_word(benchmark::State& state) {
    Bench("funders", "briefing").write(state, "docx");
}

/// From the snapshot to the file, with a worker of its own each time.
void whole_deck_cold(benchmark::State& state) {
    Bench bench("funders", "slides");
    for (auto _ : state) {
        Worker worker(*bench.catalogue.fonts());
        Diagnostics faults;
        Request request = bench.workshop.request(bench.job, {}, worker.shaper);
        request.emit.formats = {"pptx"};
        benchmark::DoNotOptimize(run(request, worker, faults));
    }
}

/// The same in a batch.
void whole_deck_warm(benchmark::State& state) {
    Bench bench("funders", "slides");
    Request request = bench.workshop.request(bench.job, {}, bench.worker.shaper);
    request.emit.formats = {"pptx"};
    for (auto _ : state) {
        Diagnostics faults;
        benchmark::DoNotOptimize(run(request, bench.worker, faults));
    }
}

}  // namespace

BENCHMARK(deck_as_powerpoint)->Unit(benchmark::kMillisecond);
BENCHMARK(deck_as_pdf)->Unit(benchmark::kMillisecond);
BENCHMARK(briefing_as_word)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_deck_cold)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_deck_warm)->Unit(benchmark::kMillisecond);
