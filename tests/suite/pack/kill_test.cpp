// The program killed at any moment, as by a power cut: every file in the folder is whole, and the next run
// completes the pack.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/cli/program.h"
#include "suite/pack/service.h"

namespace sayso::test {
namespace {

using suite::run_sayso;

void expect_whole_files(const std::map<std::string, std::string>& files) {
    for (const auto& [path, bytes] : files) {
        EXPECT_TRUE(!path.ends_with(".pdf") || bytes.ends_with("%%EOF\n")) << path;
        EXPECT_EQ(path.find(".part-"), std::string::npos) << path;
    }
}

TEST(PackKilled, FiftyTimesAtRandomTheFolderEndsAsACleanRunLeavesIt) {
    Service service;
    const std::vector<std::string> command{"pack", service.project(), "-o", service.path("out"), "-q", "-j2",
                                           "--zip"};
    std::vector<std::string> clean = command;
    clean[3] = service.path("clean");
    const auto began = std::chrono::steady_clock::now();
    ASSERT_EQ(run_sayso(clean).status, 0);
    const auto took = std::chrono::steady_clock::now() - began;
    const auto expected = files_in(service.path("clean"));

    // Moments of a first run, and of runs over what an earlier one left, which are shorter.
    std::mt19937 random(20261122);
    const int most =
        static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()) + 1;
    std::uniform_int_distribution<int> moment(1, most);
    int killed = 0;
    for (int i = 0; killed < 50 && i < 500; ++i) {
        const auto run = run_sayso(command, SIGKILL, moment(random));
        expect_whole_files(files_in(service.path("out")));
        if (run.status == 128 + SIGKILL) {
            ++killed;
        } else {  // it was through: begin anew
            ASSERT_EQ(run.status, 0) << run.err;
            EXPECT_THAT(differences(expected, files_in(service.path("out"))), testing::IsEmpty());
            std::filesystem::remove_all(service.path("out"));
        }
    }
    EXPECT_EQ(killed, 50);
    ASSERT_EQ(run_sayso(command).status, 0);
    EXPECT_THAT(differences(expected, files_in(service.path("out"))), testing::IsEmpty());
}

TEST(PackProgram, SaysWhatItDidAndWhereToLook) {
    Service service;
    const std::string out = service.path("out");
    const auto made = run_sayso({"pack", service.project(), "-o", out});
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_EQ(made.out, out + "/index.html\n");
    EXPECT_THAT(made.err, testing::HasSubstr("14 made, 0 kept"));
    const auto kept = run_sayso({"pack", service.project(), "-o", out, "--explain", "-q"});
    EXPECT_THAT(kept.out, testing::HasSubstr("kept\tmill-lane/family-leaflet\tnothing that goes into it"));
    EXPECT_EQ(kept.err, "");
}

TEST(PackProgram, WrongUsage) {
    EXPECT_EQ(run_sayso({"pack", "--shard", "5/4"}).status, 2);
    EXPECT_EQ(run_sayso({"pack", "--jobs", "0"}).status, 2);
    EXPECT_EQ(run_sayso({"pack", "diff", "only-one"}).status, 2);
    EXPECT_EQ(run_sayso({"pack", "merge"}).status, 2);
    EXPECT_THAT(run_sayso({"pack", "--shard", "5/4"}).err, testing::HasSubstr("such as 2/4"));
}

}  // namespace
}  // namespace sayso::test
