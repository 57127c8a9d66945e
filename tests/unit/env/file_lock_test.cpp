#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "env/env.h"

namespace sayso {
namespace {

using Sharing = Env::Sharing;

class FileLock : public testing::Test {
  protected:
    FileLock() {
        std::string pattern = (std::filesystem::temp_directory_path() / "sayso-lock-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    ~FileLock() override { std::filesystem::remove_all(folder_); }

    auto lock(Sharing sharing) { return DiskEnv().lock(folder_ + "/deep/lock", sharing); }
    static bool is_held(const auto& answer) {
        const auto* held = std::get_if<std::shared_ptr<void>>(&answer);
        return held != nullptr && *held != nullptr;
    }

    std::string folder_;
};

TEST_F(FileLock, OneAloneKeepsOthersOutAndIsNamed) {
    const auto first = lock(Sharing::alone);
    ASSERT_TRUE(is_held(first));
    for (const Sharing sharing : {Sharing::alone, Sharing::together}) {
        const auto second = lock(sharing);
        const auto* other = std::get_if<LockHolder>(&second);
        ASSERT_NE(other, nullptr);
        EXPECT_NE(other->who.find("process " + std::to_string(::getpid())), std::string::npos) << other->who;
    }
}

TEST_F(FileLock, SeveralTogether) {
    const auto first = lock(Sharing::together), second = lock(Sharing::together);
    EXPECT_TRUE(is_held(first) && is_held(second));
    EXPECT_FALSE(is_held(lock(Sharing::alone)));
}

TEST_F(FileLock, DroppedItIsFreeAndTheFileEmpty) {
    { const auto held = lock(Sharing::alone); }
    EXPECT_EQ(std::filesystem::file_size(folder_ + "/deep/lock"), 0U);
    EXPECT_TRUE(is_held(lock(Sharing::alone)));
}

TEST_F(FileLock, LinesAreAddedWhole) {
    DiskEnv env;
    const std::string path = folder_ + "/journal";
    EXPECT_FALSE(env.append(path, "one\n"));
    EXPECT_FALSE(env.append(path, "two\n"));
    EXPECT_EQ(std::get<std::string>(env.read(path, 100)), "one\ntwo\n");
    EXPECT_FALSE(env.remove(path));
    EXPECT_FALSE(env.is_file(path));
    EXPECT_FALSE(env.remove(path));  // nothing is there: nothing to say
}

}  // namespace
}  // namespace sayso
