#include "env/env.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace sayso {
namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes with the test.
class DiskTest : public testing::Test {
  protected:
    DiskTest() {
        std::string pattern = (fs::temp_directory_path() / "sayso-env-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    ~DiskTest() override { fs::remove_all(folder_); }
    std::string path(const std::string& name) const { return folder_ + "/" + name; }
    std::string folder_;
    DiskEnv disk_;
};

TEST(Paths, JoinFoldsDots) {
    EXPECT_EQ(join_path("a/b", "../c"), "a/c");
    EXPECT_EQ(join_path("a", "/etc/x"), "/etc/x");
    EXPECT_EQ(join_path("", "a//./b/"), "a/b");
    EXPECT_EQ(join_path("a", "../../x"), "../x");
    EXPECT_EQ(join_path("/", "../x"), "/x");
    EXPECT_EQ(folder_of("a/b.yaml"), "a");
    EXPECT_EQ(folder_of("b.yaml"), ".");
    EXPECT_EQ(name_of("a/b.yaml"), "b.yaml");
}

TEST_F(DiskTest, WritesWholeFilesAndMakesFolders) {
    EXPECT_FALSE(disk_.write(path("new/deep/x.txt"), "hello"));
    EXPECT_EQ(std::get<std::string>(disk_.read(path("new/deep/x.txt"), 100)), "hello");
    EXPECT_EQ(disk_.list(path("new/deep")), std::vector<std::string>{"x.txt"});  // nothing beside it
}

TEST_F(DiskTest, ReadsNeitherFoldersNorPipesNorTooMuch) {
    EXPECT_TRUE(std::holds_alternative<IoError>(disk_.read(folder_, 100)));
    EXPECT_TRUE(std::holds_alternative<IoError>(disk_.read(path("none"), 100)));
    EXPECT_TRUE(std::holds_alternative<IoError>(disk_.read("/dev/zero", 100)));
    disk_.write(path("big"), std::string(101, 'x'));
    EXPECT_TRUE(std::holds_alternative<IoError>(disk_.read(path("big"), 100)));
}

TEST_F(DiskTest, AFolderInTheWayIsAnErrorAndLeavesNothing) {
    fs::create_directories(path("x.pdf"));
    EXPECT_TRUE(disk_.write(path("x.pdf"), "bytes"));
    EXPECT_EQ(disk_.list(folder_), std::vector<std::string>{"x.pdf"});
    EXPECT_TRUE(disk_.write("/proc/no/such", "bytes"));
}

TEST_F(DiskTest, ResolveFollowsLinks) {
    disk_.write(path("real.txt"), "x");
    fs::create_symlink(path("real.txt"), path("link.txt"));
    EXPECT_EQ(disk_.resolve(path("link.txt")), disk_.resolve(path("real.txt")));
    EXPECT_EQ(disk_.resolve(path("none")), std::nullopt);
}

TEST(Clock, SourceDateEpochIsHonoured) {
    ::setenv("SOURCE_DATE_EPOCH", "1234567890", 1);
    EXPECT_EQ(DiskEnv{}.now(), 1234567890);
    ::setenv("SOURCE_DATE_EPOCH", "soon", 1);
    EXPECT_GT(DiskEnv{}.now(), 1'700'000'000);
    ::unsetenv("SOURCE_DATE_EPOCH");
}

TEST(MemoryEnv, FoldersAreThereWhereFilesLie) {
    MemoryEnv env;
    env.files = {{"/a/b/c.txt", "1"}, {"/a/d.txt", "2"}};
    EXPECT_EQ(env.list("/a"), (std::vector<std::string>{"b", "d.txt"}));
    EXPECT_TRUE(env.is_folder("/a/b"));
    EXPECT_FALSE(env.is_folder("/a/b/c.txt"));
    EXPECT_FALSE(env.is_file("/a"));
    EXPECT_EQ(std::get<std::string>(env.read("/a/b/../d.txt", 9)), "2");
}

}  // namespace
}  // namespace sayso
