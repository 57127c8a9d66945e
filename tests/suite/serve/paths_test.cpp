// No way out of the project, however it is written.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/serve/house.h"

namespace sayso::suite {
namespace {

using serve::Json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* secret = "nobody's: business\n";

/// A house with something to steal beside it.
struct Paths : testing::Test {
    Paths() {
        outside = std::filesystem::path(house.path()).parent_path();
        house.write("../secret.yaml", secret);
        std::filesystem::create_directory(house.path("inside"));
        std::filesystem::create_symlink("../secret.yaml", house.path("link.yaml"));
        std::filesystem::create_symlink("../gone.yaml", house.path("dangling.yaml"));
        std::filesystem::create_directory_symlink("..", house.path("up"));
        std::filesystem::create_directory_symlink("../gone", house.path("nowhere"));
        house.write("inside/notes.yaml", "a: b\n");
    }
    House house;
    std::filesystem::path outside;
};

TEST_F(Paths, ReadsNothingElse) {
    for (const char* file :
         {"../secret.yaml", "..%2Fsecret.yaml", "%2e%2e%2Fsecret.yaml", "..%252Fsecret.yaml",
          "%252e%252e%252fsecret.yaml", "inside/../../secret.yaml", "inside/%2e%2e/%2e%2e/secret.yaml",
          "/etc/passwd", "%2Fetc%2Fpasswd", "//etc/passwd", "..%5Csecret.yaml", "link.yaml", "up/secret.yaml",
          "up/elm/../secret.yaml", "dangling.yaml", "secret.yaml%00.yaml", ".sayso/workbench.lock",
          "%C0%AE%C0%AE/secret.yaml"}) {
        const Reply reply = house.ask("GET", std::string("/api/text?file=") + file);
        EXPECT_THAT(reply.body, Not(HasSubstr("nobody"))) << file;
        EXPECT_THAT(reply.body, Not(HasSubstr("root:"))) << file;
        const bool nothing_there =
            reply.status == 200 && reply.body.find("\"there\":false") != std::string::npos;
        EXPECT_TRUE(nothing_there || (reply.status >= 400 && reply.status < 500)) << file << reply.body;
    }
    EXPECT_THAT(house.ask("GET", "/api/text?file=inside%2Fnotes.yaml").body, HasSubstr("a: b"));
    EXPECT_TRUE(house.lives());
}

TEST_F(Paths, WritesNothingElse) {
    for (const char* file :
         {"../secret.yaml", "../new.yaml", "link.yaml", "up/secret.yaml", "nowhere/new.yaml", "up/new.yaml",
          "/tmp/sayso-new.yaml", "inside/../../new.yaml", "..%2Fnew.yaml"}) {
        const std::string name = file;
        const Reply edited = house.edit({"a"}, nullptr, "b", name);
        EXPECT_TRUE(edited.status >= 400 || name.find('%') != name.npos) << file << edited.body;
        const Reply saved =
            house.ask("POST", "/api/save", Json{{"file", file}, {"was", secret}, {"text", "x: y\n"}}.dump());
        EXPECT_GE(saved.status, 400) << file << saved.body;
    }
    for (const char* name : {"..%2Flogo.svg", "%2e%2e%2flogo.svg", "a%2Fb.svg", "..", "%00.svg", ""}) {
        const Reply reply =
            house.ask("POST", std::string("/api/logo?name=") + name, "<svg/>", "application/octet-stream");
        EXPECT_EQ(reply.status, 400) << name << reply.body;
    }
    EXPECT_EQ(house.read("../secret.yaml"), secret);
    EXPECT_FALSE(std::filesystem::exists(outside / "new.yaml"));
    house.edit({"a"}, nullptr, "b", "dangling.yaml");  // takes the link's place, at most
    EXPECT_FALSE(std::filesystem::exists(outside / "gone.yaml"));
    EXPECT_FALSE(std::filesystem::exists(outside / "gone"));
    EXPECT_FALSE(std::filesystem::exists("/tmp/sayso-new.yaml"));
    EXPECT_TRUE(house.lives());
}

TEST_F(Paths, GivesOutNoFileOfTheProgramsButItsPages) {
    for (const char* target :
         {"/look/../../README.md", "/look/%2e%2e/%2e%2e/README.md", "/look/..%2f..%2fREADME.md",
          "/look/..%252f..%252fREADME.md", "/look/%2e%2e%2fworkbench.css", "//look/workbench.css",
          "/look/workbench.css/", "/font/..%2f..%2fetc%2fpasswd", "/../../../../etc/passwd", "/etc/passwd",
          "/.sayso/workbench.lock", "/sayso.yaml", "http://127.0.0.1/look/workbench.css"}) {
        const Reply reply = house.ask("GET", target);
        EXPECT_EQ(reply.status, 404) << target << reply.body.substr(0, 200);
    }
    EXPECT_EQ(house.ask("GET", "/look/workbench.css").status, 200);
}

}  // namespace
}  // namespace sayso::suite
