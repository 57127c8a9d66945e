#include "env/env.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

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

TEST_F(DiskTest, WhatIsNoFileSaysWhatItIs) {
    ::mkfifo(path("pipe").c_str(), 0600);
    const int door = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path("door").copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(door, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const auto reason = [&](const std::string& what) {
        const auto read = disk_.read(what, 100);
        const auto* error = std::get_if<IoError>(&read);
        return error == nullptr ? "" : error->reason;
    };
    EXPECT_EQ(reason(folder_), "it is a folder, not a file");
    EXPECT_EQ(reason(path("pipe")), "it is a named pipe, not a file");
    EXPECT_EQ(reason(path("door")), "it is a socket, not a file");
    EXPECT_EQ(reason("/dev/null"), "it is a device, not a file");
    ::close(door);
}

TEST_F(DiskTest, ReplacesWhatIsThereAndLeavesNothingBeside) {
    disk_.write(path("x.pdf"), "old");
    EXPECT_FALSE(disk_.write(path("x.pdf"), "new"));
    EXPECT_EQ(std::get<std::string>(disk_.read(path("x.pdf"), 100)), "new");
    EXPECT_EQ(disk_.list(folder_), std::vector<std::string>{"x.pdf"});
    EXPECT_EQ(fs::status(path("x.pdf")).permissions() & fs::perms::owner_all,
              fs::perms::owner_read | fs::perms::owner_write);
}

/// Writes without an end until it is stopped; what is in the folder then must be whole.
TEST_F(DiskTest, AProgramStoppedWhileItWritesLeavesNothingHalfDone) {
    for (const int signal : {SIGINT, SIGTERM}) {
        for (int wait = 1; wait <= 4; ++wait) {
            const pid_t writer = ::fork();
            ASSERT_GE(writer, 0);
            if (writer == 0) {
                const std::string bytes(8u << 20, 'x');
                for (;;) disk_.write(path("big.pdf"), bytes);
            }
            ::usleep(static_cast<useconds_t>(wait) * 7'000);
            ::kill(writer, signal);
            int status = 0;
            ::waitpid(writer, &status, 0);
            EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal);  // a shell calls this 130 or 143
            for (const std::string& name : disk_.list(folder_)) {
                EXPECT_EQ(name, "big.pdf");
                EXPECT_EQ(fs::file_size(path(name)), 8u << 20);
            }
        }
    }
}

TEST_F(DiskTest, EveryRefusalToWriteHasAHint) {
    disk_.write(path("file"), "x");
    for (const std::string& where : {path("file/x.pdf"), path(std::string(300, 'n'))}) {
        const auto error = disk_.write(where, "bytes");
        ASSERT_TRUE(error) << where;
        EXPECT_FALSE(error->hint_or("").empty()) << where << ": " << error->reason;
    }
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
