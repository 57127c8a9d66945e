// How long the shipped content takes to become values: parsing alone, without the field tables.
#include <string>
#include <variant>

#include <benchmark/benchmark.h>

#include "env/env.h"
#include "env/limits.h"
#include "load/value.h"

namespace {

std::string read(const std::string& path) {
    const sayso::DiskEnv env;
    auto text = env.read(std::string(SAYSO_SOURCE_DIR "/") + path, sayso::limits::text_file_bytes);
    return std::holds_alternative<std::string>(text) ? std::get<std::string>(std::move(text)) : std::string();
}

void parse(benchmark::State& state, const std::string& path) {
    const auto text = read(path);
    if (text.empty()) return state.SkipWithError("cannot read the content");
    for (auto _ : state) {
        sayso::Diagnostics diagnostics;
        benchmark::DoNotOptimize(sayso::load::parse_yaml(1, text, "en-GB", diagnostics));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK_CAPTURE(parse, approach, "templates/approaches/intensive-interaction/approach.yaml")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(parse, audience, "templates/approaches/intensive-interaction/audiences/commissioners.yaml")
    ->Unit(benchmark::kMicrosecond);

}  // namespace
