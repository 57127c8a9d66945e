// One briefing, and a pack of 100 (every audience × 10 sites) in one process on one thread, as the public API
// makes them: read, composed, laid out, written as PDF into memory.
#include <string>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include "env/env.h"
#include "sayso/sayso.h"

namespace {

/// The real disk for reading; what is written is counted and dropped, so that the disk is not what is
/// measured.
class CountingEnv final : public sayso::Env {
  public:
    std::size_t bytes = 0;
    std::string project;  // the text of /bench/sayso.yaml

    std::variant<std::string, sayso::IoError> read(const std::string& path,
                                                   std::size_t max_bytes) const override {
        if (path == "/bench/sayso.yaml") return project;
        return disk_.read(path, max_bytes);
    }
    std::vector<std::string> list(const std::string& folder) const override { return disk_.list(folder); }
    bool is_file(const std::string& path) const override {
        return path == "/bench/sayso.yaml" || disk_.is_file(path);
    }
    bool is_folder(const std::string& path) const override {
        return path == "/bench" || disk_.is_folder(path);
    }
    std::optional<std::string> resolve(const std::string& path) const override {
        return path.starts_with("/bench") ? path : disk_.resolve(path);
    }
    std::optional<sayso::IoError> write(const std::string&, std::string_view contents) override {
        bytes += contents.size();
        return std::nullopt;
    }
    std::int64_t now() const override { return 1'767'225'600; }

  private:
    sayso::DiskEnv disk_;
};

std::string project_with_sites(int sites) {
    std::string yaml =
        "approach: intensive-interaction\nservice:\n  name: Willow House\n  fictional: true\n  strands: "
        "[adults]\n"
        "  contact: {name: Jo Bell, role: coordinator, phone: 01632 960 001, email: jo@willow.example}\n  "
        "sites:\n";
    for (int i = 1; i <= sites; ++i)
        yaml += fmt::format("    - {{id: site-{0}, name: House {0}, place: Leeds}}\n", i);
    return yaml;
}

long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

void build(benchmark::State& state, const sayso::BuildOptions& options, int sites) {
    CountingEnv env;
    env.project = project_with_sites(sites);
    std::size_t files = 0;
    for (auto _ : state) {
        sayso::Session session(env, SAYSO_SOURCE_DIR, "/bench");
        const auto report = session.build(options);
        if (!report.ok()) return state.SkipWithError(report.faults.front().plain.c_str());
        files = report.files.size();
    }
    state.counters["documents"] = static_cast<double>(files);
    const auto made = static_cast<double>(files) * static_cast<double>(state.iterations());
    state.counters["each"] =
        benchmark::Counter(made, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["KB_each"] = static_cast<double>(env.bytes) / 1000 / made;
    state.counters["peak_MB"] = static_cast<double>(peak_kilobytes()) / 1000;
}

void one_briefing(benchmark::State& state) {
    sayso::BuildOptions options;
    options.audiences = {"commissioners"};
    build(state, options, 0);
}
BENCHMARK(one_briefing)->Unit(benchmark::kMillisecond);

/// Ten audiences, each for as many sites as the argument says.
void briefings_of_all(benchmark::State& state) {
    const auto sites = static_cast<int>(state.range(0));
    sayso::BuildOptions options;
    for (int i = 1; i <= sites; ++i) options.sites.push_back(fmt::format("site-{}", i));
    build(state, options, sites);
}
BENCHMARK(briefings_of_all)->Arg(1)->Arg(10)->Arg(50)->Unit(benchmark::kMillisecond);

}  // namespace
