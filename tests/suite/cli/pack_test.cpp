// `sayso pack` as people start it by mistake: what they are told, and what is left behind.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/cli/program.h"

namespace sayso::suite {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* project = "service:\n  name: Mill House\n";
constexpr const char* one_leaflet = "documents:\n  - kinds: [leaflet]\n    audiences: [family]\n";

std::string place(const Folder& folder) {
    return folder.path("pack");
}

TEST(PackCommand, AProjectWithFaultsLeavesNoFolder) {
    const Folder folder;
    folder.write("sayso.yaml", "service: {nmae: Mill House}\n");
    const Finished run = run_sayso({"pack", folder.path(), "-o", place(folder)});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("did you mean \"name\"?"));
    EXPECT_FALSE(fs::exists(place(folder)));
}

TEST(PackCommand, TheProjectsOwnFolderIsNotAPack) {
    const Folder folder;
    folder.write("sayso.yaml", project);
    const Finished run = run_sayso({"pack", folder.path(), "-o", folder.path()});
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.err, HasSubstr("is the folder of the project itself\n  hint: name another with -o"));
    EXPECT_FALSE(fs::exists(folder.path("index.html")));
}

TEST(PackCommand, APageThatIsNoPacksIsNotWrittenOver) {
    const Folder folder;
    folder.write("sayso.yaml", project);
    folder.write("pack.yaml", one_leaflet);
    fs::create_directory(place(folder));
    folder.write("pack/index.html", "my own page");
    const Finished run = run_sayso({"pack", folder.path(), "-o", place(folder)});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("holds an index.html that is not of a pack"));
    EXPECT_EQ(folder.read("pack/index.html"), "my own page");
}

TEST(PackCommand, APackThatWasHandedOnCanBeMadeAgain) {
    const Folder folder;
    folder.write("sayso.yaml", project);
    folder.write("pack.yaml", one_leaflet);
    EXPECT_EQ(run_sayso({"pack", folder.path(), "-o", place(folder)}).status, 0);
    fs::remove_all(folder.path("pack/.sayso"));
    EXPECT_EQ(run_sayso({"pack", folder.path(), "-o", place(folder)}).status, 0);
}

TEST(PackCommand, AFrontPageThatIsNotThereIsNoResult) {
    const Folder folder;
    folder.write("sayso.yaml", project);
    folder.write("pack.yaml", one_leaflet);
    fs::create_directories(folder.path("pack/whole-service/family-leaflet.pdf"));
    const Finished run = run_sayso({"pack", folder.path(), "-o", place(folder)});
    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("it is a folder, not a file"));
    EXPECT_THAT(run.err, HasSubstr("name a file, or move the folder away"));
}

TEST(PackCommand, AFileForTheFolderOfThePack) {
    const Folder folder;
    folder.write("sayso.yaml", project);
    const Finished run = run_sayso({"pack", folder.path(), "-o", folder.path("sayso.yaml")});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("a part of its path is a file, not a folder"));
    EXPECT_THAT(run.err, HasSubstr("hint: name a path that leads through folders"));
}

TEST(PackCommand, MergeAndDiffOfFoldersThatAreNotThereMakeNone) {
    const Folder folder;
    const Finished merge = run_sayso({"pack", "merge", folder.path("p")});
    EXPECT_EQ(merge.status, 1);
    EXPECT_THAT(merge.err, HasSubstr("there is no folder \"" + folder.path("p") + "\""));
    EXPECT_FALSE(fs::exists(folder.path("p")));
    const Finished diff = run_sayso({"pack", "diff", folder.path("p"), folder.path()});
    EXPECT_EQ(diff.status, 1);
    EXPECT_THAT(diff.err, HasSubstr("there is no folder \"" + folder.path("p") + "\""));
    EXPECT_THAT(diff.err, HasSubstr("there is no finished pack in \"" + folder.path() + "\""));
}

TEST(PackCommand, APackFileWithAnotherEndingIsNotPassedOver) {
    const Folder folder;
    folder.write("sayso.yaml", project);
    folder.write("pack.yml", one_leaflet);
    const Finished run = run_sayso({"pack", folder.path(), "-o", place(folder)});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("rename \"pack.yml\" to \"pack.yaml\""));
}

TEST(PackCommand, ALinkedPackFileThatLeadsOutsideIsRefused) {
    const Folder secret, folder;
    secret.write("notes.txt", "my secret: yes\n");
    folder.write("sayso.yaml", project);
    fs::create_symlink(secret.path("notes.txt"), folder.path("pack.yaml"));
    const Finished run = run_sayso({"pack", folder.path(), "-o", place(folder)});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("is a link to a place outside the project's folder"));
    EXPECT_THAT(run.err, testing::Not(HasSubstr("my secret")));
}

TEST(List, SitesTellsOfRowsThatCannotBeUsed) {
    const Folder folder;
    folder.write("sayso.yaml", "service: {name: Mill House, sites-file: sites.csv}\n");
    folder.write("sites.csv", "id,name\nmill,The Mill\nTHE MILL,The Mill\n");
    const Finished run = run_sayso({"list", "sites", folder.path()});
    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(run.out, "mill\tThe Mill\t\n");
    EXPECT_THAT(run.err, HasSubstr("cell A3 (id): \"THE MILL\" cannot be an id"));
    EXPECT_THAT(run.err, HasSubstr("such as \"the-mill\""));
}

}  // namespace
}  // namespace sayso::suite
