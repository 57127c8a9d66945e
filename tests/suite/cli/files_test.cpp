// What people name where a file or a folder is wanted: told for what it is, at its place, and never waited
// for.
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "suite/cli/program.h"

namespace sayso::suite {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* with_logo = "service:\n  name: Mill House\n  logo: {file: logo.png, alt: Mill House}\n";

std::string told_of(const Folder& folder) {
    const Finished run =
        run_sayso({"build", folder.path(), "--audience", "family", "-o", folder.path("out")});
    EXPECT_EQ(run.status, 1);
    EXPECT_FALSE(fs::exists(folder.path("out")));
    return run.err;
}

TEST(Files, ANamedPipeForALogoIsNotWaitedFor) {
    const Folder folder;
    folder.write("sayso.yaml", with_logo);
    ::mkfifo(folder.path("logo.png").c_str(), 0600);
    EXPECT_THAT(told_of(folder), HasSubstr("sayso.yaml:3:16: error: cannot read \"logo.png\": it is a named "
                                           "pipe, not a file"));
}

TEST(Files, ANamedPipeForSayso) {
    const Folder folder;
    ::mkfifo(folder.path("sayso.yaml").c_str(), 0600);
    EXPECT_THAT(told_of(folder), HasSubstr("it is a named pipe, not a file"));
}

TEST(Files, ALinkThatLeadsNowhereIsCalledThat) {
    const Folder folder;
    folder.write("sayso.yaml", with_logo);
    fs::create_symlink("nowhere.png", folder.path("logo.png"));
    EXPECT_THAT(told_of(folder), HasSubstr("\"logo.png\" is a link that leads nowhere"));
}

TEST(Files, ALinkedSaysoThatLeadsOutsideIsRefusedAndItsTextIsNotShown) {
    const Folder secret, folder;
    secret.write("notes.txt", "my secret: yes\n");
    fs::create_symlink(secret.path("notes.txt"), folder.path("sayso.yaml"));
    const std::string told = told_of(folder);
    EXPECT_THAT(told, HasSubstr("is a link to a place outside its folder"));
    EXPECT_THAT(told, HasSubstr("name the file that it leads to"));
    EXPECT_THAT(told, testing::Not(HasSubstr("my secret")));
}

TEST(Files, AFolderWithoutSaysoSaysWhatToDo) {
    const Folder folder;
    EXPECT_THAT(told_of(folder), HasSubstr("holds no sayso.yaml\n  hint: name a folder that does"));
    folder.write("sayso.yml", with_logo);
    EXPECT_THAT(told_of(folder), HasSubstr("rename \"sayso.yml\" to \"sayso.yaml\""));
}

TEST(Files, AMisspeltProjectGetsASuggestion) {
    const Folder folder;
    fs::create_directory(folder.path("willow"));
    const Finished run = run_sayso({"check", folder.path("wilow")});
    EXPECT_THAT(run.err, HasSubstr("did you mean \"" + folder.path("willow") + "\"?"));
}

TEST(Files, AProjectThatSomebodyStandsInIsNotPassedOverInSilence) {
    const Folder folder;
    folder.write("sayso.yaml", with_logo);
    const auto told = [&](const std::string& typed) {
        const std::string command = "cd " + folder.path() +
                                    " && SAYSO_HOME=" SAYSO_SOURCE_DIR " " SAYSO_PROGRAM " " + typed +
                                    " > told 2> err";
        EXPECT_EQ(std::system(command.c_str()), 0);
        return folder.read("err");
    };
    EXPECT_EQ(told("diagram --format svg"),
              "note: the sayso.yaml in this folder was not used; to use it, write: sayso diagram .\n");
    EXPECT_EQ(told("diagram --format svg --quiet"), "");
    EXPECT_EQ(told("init other"), "");
}

TEST(Files, AFileForTheFolderToWriteTo) {
    const Folder folder;
    folder.write("out", "a file");
    const Finished run = run_sayso({"build", "--audience", "family", "-o", folder.path("out")});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("a part of its path is a file, not a folder"));
    EXPECT_THAT(run.err, HasSubstr("hint: "));
}

TEST(Files, AStoppedBuildLeavesWholeFilesOnly) {
    const Folder folder;
    for (const int signal : {SIGINT, SIGTERM}) {
        const Finished run =
            run_sayso({"build", "--format", "png", "--dpi", "200", "-o", folder.path()}, signal, 500);
        EXPECT_EQ(run.status, 128 + signal);
        for (const auto& file : fs::directory_iterator(folder.path()))
            EXPECT_EQ(file.path().extension(), ".png");
    }
}

}  // namespace
}  // namespace sayso::suite
