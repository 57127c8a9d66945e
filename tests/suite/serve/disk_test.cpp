// The ground moving under an open workbench: folders that go, disks that fill, files that others write.
#include <csignal>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "suite/serve/house.h"
#include "support/full_disk.h"

namespace sayso::suite {
namespace {

using serve::Json;
using testing::HasSubstr;

/// This thread and those that it starts no longer write where the folder's rights forbid it, also as root.
void be_nobody_special() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct sets[2]{};
    ASSERT_EQ(::syscall(SYS_capget, &header, sets), 0);
    sets[0].effective &= ~(1u << CAP_DAC_OVERRIDE);
    ASSERT_EQ(::syscall(SYS_capset, &header, sets), 0);
}

TEST(Disk, AFolderThatIsDeletedAndPutBack) {
    const House house;
    const std::string elsewhere = house.path() + "-elsewhere";
    std::filesystem::rename(house.path(), elsewhere);
    const Reply edited = house.edit({"service", "name"}, "Elm Court", "Oak Court");
    EXPECT_EQ(edited.status, 410);
    EXPECT_THAT(sentence(edited), HasSubstr("The project's folder is no longer there. Put it back"));
    for (const serve::Route& route : serve::all_routes()) {
        if (route.path == "/api/watch" || route.path == "/api/project") continue;  // waits; opens another
        const Reply reply = house.ask(std::string(route.method), std::string(route.path), "{}");
        EXPECT_TRUE(reply.whole) << route.path;
        EXPECT_LT(reply.status, 500) << route.path << reply.body;
    }
    EXPECT_FALSE(std::filesystem::exists(house.path())) << "it was made again, empty";
    std::filesystem::rename(elsewhere, house.path());
    EXPECT_EQ(house.edit({"service", "name"}, "Elm Court", "Oak Court").status, 200);
    EXPECT_THAT(house.read("sayso.yaml"), HasSubstr("name: Oak Court  # as on the sign"));
}

TEST(Disk, AFolderThatBecomesReadOnly) {
    be_nobody_special();
    const House house;
    namespace fs = std::filesystem;
    EXPECT_EQ(house.edit({"service", "name"}, "Elm Court", "Oak Court").status, 200);
    fs::permissions(house.path(), fs::perms::owner_read | fs::perms::owner_exec);
    const std::string before = house.read("sayso.yaml");
    const Reply edited = house.edit({"service", "name"}, "Oak Court", "Ash Court");
    EXPECT_EQ(edited.status, 507);
    EXPECT_THAT(sentence(edited), HasSubstr("“sayso.yaml” could not be saved: permission denied."));
    EXPECT_THAT(sentence(edited), HasSubstr("What you typed is still here"));
    EXPECT_EQ(house.ask("POST", "/api/undo").status, 507);
    EXPECT_EQ(house.read("sayso.yaml"), before);
    EXPECT_TRUE(house.lives());
    fs::permissions(house.path(), fs::perms::owner_all);
    EXPECT_EQ(house.edit({"service", "name"}, "Oak Court", "Ash Court").status, 200);
    EXPECT_EQ(house.ask("POST", "/api/undo").status, 200);
    EXPECT_EQ(house.ask("POST", "/api/undo").status, 200);
    EXPECT_EQ(house.read("sayso.yaml"), elm);
}

TEST(Disk, AProjectThatWasReadOnlyFromTheFirst) {
    be_nobody_special();
    namespace fs = std::filesystem;
    const Folder folder;
    fs::create_directory(folder.path("oak"));
    folder.write("oak/sayso.yaml", elm);
    fs::permissions(folder.path("oak"), fs::perms::owner_read | fs::perms::owner_exec);
    {
        const House house(nullptr, folder.path("oak"));
        EXPECT_THAT(house.ask("GET", "/api/state").body, HasSubstr("can be looked at but not changed"));
        EXPECT_EQ(house.edit({"service", "name"}, "Elm Court", "Oak Court").status, 423);
        EXPECT_EQ(house.ask("GET", "/api/form?name=project").status, 200);
    }
    EXPECT_EQ(folder.read("oak/sayso.yaml"), elm);
    fs::permissions(folder.path("oak"), fs::perms::owner_all);
}

TEST(Disk, AFullOneTakesNothingAway) {
    DiskEnv disk;
    for (int room = 0; room < 3; ++room) {
        test::FullDisk full(disk, room + 1);  // one for the .gitignore of .sayso
        const House house(&full);
        // Two files in one step: the logo, and its name in sayso.yaml.
        const Reply reply = house.ask("POST", "/api/logo?name=logo.svg",
                                      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>)",
                                      "application/octet-stream");
        if (room < 2) {
            EXPECT_EQ(reply.status, 507) << room << reply.body;
            EXPECT_THAT(sentence(reply), HasSubstr("could not be saved: the disk is full."));
            EXPECT_EQ(house.read("sayso.yaml"), elm);
            EXPECT_FALSE(std::filesystem::exists(house.path("logo.svg"))) << room;
        } else {
            EXPECT_EQ(reply.status, 200) << reply.body;
        }
        EXPECT_TRUE(house.lives());
    }
}

TEST(Disk, AFileWhereAFolderIsWanted) {
    const House house;
    house.write("evidence", "a file\n");
    const Reply saved = house.ask(
        "POST", "/api/save", Json{{"file", "evidence/values.csv"}, {"was", ""}, {"text", "a,b\n"}}.dump());
    EXPECT_GE(saved.status, 400);
    EXPECT_THAT(sentence(saved), HasSubstr("evidence/values.csv"));
    EXPECT_THAT(sentence(saved), HasSubstr("a part of its path is a file, not a folder"));
    EXPECT_LT(house.ask("GET", "/api/form?name=evidence").status, 500);
    EXPECT_EQ(house.read("evidence"), "a file\n");
    std::filesystem::create_directory(house.path("pictures.yaml"));
    EXPECT_GE(house.edit({"a"}, nullptr, "b", "pictures.yaml").status, 400);
    EXPECT_TRUE(house.lives());
}

TEST(Disk, ABrokenFileIsShownAndEditedAsTextAlone) {
    const House house;
    const std::string broken = "# ours\nservice:\n  name: \"Elm\n  about: [x\n";
    house.write("sayso.yaml", broken);
    house.desk().changed_outside({house.path("sayso.yaml")});
    EXPECT_THAT(house.ask("GET", "/api/text?file=sayso.yaml").body, HasSubstr(Json(broken).dump()));
    EXPECT_THAT(house.ask("GET", "/api/form?name=project").body, HasSubstr("\"broken\":true"));
    const Reply check = house.ask("GET", "/api/check");
    EXPECT_THAT(check.body, HasSubstr("sayso.yaml"));
    const Reply edited = house.edit({"service", "name"}, "Elm", "Oak");
    EXPECT_EQ(edited.status, 422);
    EXPECT_THAT(sentence(edited), HasSubstr("you can put it right as text"));
    EXPECT_EQ(
        house
            .ask("POST", "/api/logo?name=logo.svg",
                 R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>)", "application/octet-stream")
            .status,
        422);
    EXPECT_EQ(house.ask("POST", "/api/sites?name=a.csv", "id,name\na,A\n", "application/octet-stream").status,
              422);
    for (const serve::Route& route : serve::all_routes()) {
        if (route.path == "/api/watch" || route.path == "/api/project") continue;
        EXPECT_LT(house.ask(std::string(route.method), std::string(route.path), "{}").status, 500)
            << route.path;
    }
    EXPECT_EQ(house.read("sayso.yaml"), broken);
    EXPECT_FALSE(std::filesystem::exists(house.path("logo.svg")));
    EXPECT_EQ(
        house.ask("POST", "/api/save", Json{{"file", "sayso.yaml"}, {"was", broken}, {"text", elm}}.dump())
            .status,
        200);
    EXPECT_EQ(house.edit({"service", "name"}, "Elm Court", "Oak Court").status, 200);
}

}  // namespace
}  // namespace sayso::suite
