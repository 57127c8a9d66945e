// A seed that a change of the content has broken would leave the fuzzer at the door: these reach the finished
// PDF.
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "project_input.h"
#include "sayso/sayso.h"

namespace {

using testing::IsEmpty;

std::string seed(const std::string& name) {
    std::ifstream in(SAYSO_SOURCE_DIR "/tests/fuzz/corpus/project/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string first_fault(const sayso::Report& report) {
    return report.faults.empty() ? "" : report.faults.front().plain;
}

class Seeds : public testing::TestWithParam<std::string> {};

TEST_P(Seeds, ReachTheFinishedPdf) {
    const auto input = seed(GetParam());
    fuzz::ProjectMachine machine(input);
    sayso::Session session(machine.env(), std::string(fuzz::data_folder), std::string(fuzz::project_folder));
    const auto report = session.build({});
    EXPECT_TRUE(report.ok()) << first_fault(report);
    EXPECT_THAT(report.files, testing::Not(IsEmpty()));
}
INSTANTIATE_TEST_SUITE_P(Project, Seeds,
                         testing::Values("plain.project", "overlay.project", "templates.project"));

TEST(SplitProject, KnowsFilesByTheirSeparators) {
    const auto files = fuzz::split_project("a: b\n=== x/y.yaml\nc\n\n=== z");
    ASSERT_EQ(files.size(), 3U);
    EXPECT_EQ(files[0].path, "sayso.yaml");
    EXPECT_EQ(files[0].bytes, "a: b\n");
    EXPECT_EQ(files[1].path, "x/y.yaml");
    EXPECT_EQ(files[1].bytes, "c\n\n");
    EXPECT_EQ(files[2].path, "z");
    EXPECT_EQ(files[2].bytes, "");
}

TEST(SplitProject, TakesAnyBytes) {
    EXPECT_EQ(fuzz::split_project("").size(), 1U);
    EXPECT_EQ(fuzz::split_project("=== ").size(), 1U);
    EXPECT_EQ(fuzz::split_project("\n\n==== ").size(), 1U);
}

}  // namespace
