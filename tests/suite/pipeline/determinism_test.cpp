// Same input, same bytes: again, on other threads, and with the clock as the only difference.
#include <array>
#include <map>
#include <thread>

#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"

namespace sayso::test {
namespace {

std::map<std::string, std::string> made(const MemoryEnv& shipped) {
    MemoryEnv env = shipped;
    BuildOptions options = one("", "briefing");
    options.audiences.clear();
    options.kinds = {"briefing", "leaflet"};
    const Report report = build(env, example_project, options);
    std::map<std::string, std::string> files;
    for (const std::string& file : report.files) files[file] = env.files.at(file);
    return files;
}

TEST(Determinism, TwoRunsAndEightThreadsGiveTheSameBytes) {
    const MemoryEnv shipped = shipped_machine();
    const auto first = made(shipped);
    ASSERT_EQ(first.size(), 20u);
    std::array<std::map<std::string, std::string>, 8> others;
    std::vector<std::thread> threads;
    for (auto& other : others) threads.emplace_back([&] { other = made(shipped); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& other : others) EXPECT_TRUE(other == first);
}

/// What was made before must not show in what is made next: caches may change the time, never the bytes.
TEST(Determinism, ADocumentAloneEqualsItselfAmongOthers) {
    const auto among = made(shipped_machine());
    MemoryEnv env = shipped_machine();
    const Report report = build(env, example_project, one("inspectors", "leaflet"));
    ASSERT_EQ(report.files.size(), 1u) << faults(report);
    EXPECT_TRUE(env.files.at(report.files.front()) == among.at(report.files.front()));
}

TEST(Determinism, TheClockComesFromTheEnvironment) {
    MemoryEnv early = shipped_machine(), late = shipped_machine();
    early.clock = 1'000'000'000;  // 2001-09-09
    late.clock = 1'700'000'000;   // 2023-11-14
    const auto bytes = [](MemoryEnv& env) {
        return env.files.at(build(env, "", one("family", "one-page")).files.at(0));
    };
    EXPECT_NE(bytes(early).find("2001-09-09"), std::string::npos);
    EXPECT_NE(bytes(late).find("2023-11-14"), std::string::npos);
}

}  // namespace
}  // namespace sayso::test
