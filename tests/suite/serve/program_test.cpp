// The program itself: its ports, its locks, its end, and a disk that takes no more.
#include "suite/cli/program.h"

#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "serve/json.h"
#include "suite/serve/running.h"

namespace sayso::suite {
namespace {

using serve::Json;
using testing::HasSubstr;

constexpr const char* elm = "# ours\nservice:\n  name: \"0\"  # changes\n  about: stays\n";

struct Program : testing::Test {
    Program() {
        std::filesystem::create_directory(folder.path("elm"));
        folder.write("elm/sayso.yaml", elm);
    }
    std::string project() const { return folder.path("elm"); }
    static std::string edit(const Json& was, const Json& value) {
        return Json{{"file", "sayso.yaml"}, {"path", {"service", "name"}}, {"was", was}, {"value", value}}
            .dump();
    }
    Folder folder;
};

TEST_F(Program, APortThatIsTaken) {
    const Running first({project()});
    ASSERT_NE(first.port(), 0) << first.error();
    std::filesystem::create_directory(folder.path("oak"));
    folder.write("oak/sayso.yaml", elm);
    Running second({folder.path("oak"), "--port", std::to_string(first.port())});
    EXPECT_EQ(second.wait(), 1);
    EXPECT_THAT(second.error(),
                HasSubstr("another program has port " + std::to_string(first.port()) + " already"));
    EXPECT_THAT(second.error(), HasSubstr("leave out --port, and a free one is found"));
    EXPECT_EQ(first.ask("GET", "/api/state").status, 200);
}

TEST_F(Program, OneProjectIsOpenedOnce) {
    const Running first({project()});
    Running second({project()});
    EXPECT_EQ(second.port(), 0);
    EXPECT_NE(second.wait(), 0);
    EXPECT_THAT(second.error(), HasSubstr("open in the workbench already"));
    EXPECT_EQ(first.ask("POST", "/api/edit", edit("0", "1")).status, 200);
}

TEST_F(Program, EndsInPeaceWhenItIsAskedTo) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        Running program({project()});
        ASSERT_NE(program.port(), 0);
        const Wire silent(program.port()), half(program.port());
        half.send("GET / HTTP/1.1\r\nHo");
        EXPECT_EQ(program.ask("GET", "/api/state").status, 200);
        program.kill(signal);
        EXPECT_EQ(program.wait(), 0) << signal;
    }
}

TEST_F(Program, TakesBackWhatWasDoneBeforeItWasStartedAgain) {
    for (const int signal : {SIGTERM, SIGKILL}) {
        Running first({project()});
        EXPECT_EQ(first.ask("POST", "/api/edit", edit("0", "1")).status, 200);
        EXPECT_EQ(first.ask("POST", "/api/edit", edit("1", "2")).status, 200);
        first.kill(signal);
        first.wait();
        const Running second({project()});
        EXPECT_EQ(second.ask("POST", "/api/undo", "{}").status, 200);
        EXPECT_THAT(folder.read("elm/sayso.yaml"), HasSubstr("name: \"1\""));
        EXPECT_EQ(second.ask("POST", "/api/undo", "{}").status, 200);
        EXPECT_EQ(folder.read("elm/sayso.yaml"), elm);
    }
}

TEST_F(Program, ShowsWhatOthersWrite) {
    const Running program({project()});
    const Json state = Json::parse(program.ask("GET", "/api/state").body);
    folder.write("elm/sayso.yaml", "service:\n  name: Ash Court\n");
    const std::string target = "/api/watch?seen=" + std::to_string(state["revision"].get<std::uint64_t>());
    EXPECT_EQ(program.ask("GET", target).status, 200);
    EXPECT_THAT(program.ask("GET", "/api/form?name=project").body, HasSubstr("Ash Court"));
}

TEST_F(Program, ADiskThatTakesNoMore) {
    const Running program({project()}, [] {
        const rlimit small{4'096, 4'096};
        ::setrlimit(RLIMIT_FSIZE, &small);
    });
    ASSERT_NE(program.port(), 0) << program.error();
    const Reply reply = program.ask("POST", "/api/edit", edit("0", std::string(6'000, 'x')));
    EXPECT_EQ(reply.status, 507);
    EXPECT_THAT(reply.body,
                HasSubstr("could not be saved: it would be larger than the system lets a file be."));
    EXPECT_EQ(folder.read("elm/sayso.yaml"), elm);
    EXPECT_EQ(program.ask("POST", "/api/edit", edit("0", "1")).status, 200);
    EXPECT_THAT(folder.read("elm/sayso.yaml"), HasSubstr("name: \"1\"  # changes"));
}

TEST_F(Program, KilledAHundredTimesWhileSomebodyTypes) {
    std::mt19937 random(20261124);
    int number = 0;
    for (int round = 0; round < 100; ++round) {
        Running program({project()});
        ASSERT_NE(program.port(), 0) << round << program.error();
        std::thread end([&program, after = random() % 60] {
            std::this_thread::sleep_for(std::chrono::milliseconds(after));
            program.kill(SIGKILL);
        });
        while (program.ask("POST", "/api/edit", edit(std::to_string(number), std::to_string(number + 1)))
                   .status == 200)
            ++number;
        end.join();
        EXPECT_EQ(program.wait(), 128 + SIGKILL);
        const std::string file = folder.read("elm/sayso.yaml");
        const auto with = [](int n) {
            return "# ours\nservice:\n  name: \"" + std::to_string(n) + "\"  # changes\n  about: stays\n";
        };
        // One more than was acknowledged may be there: the answer was on its way.
        if (file == with(number + 1)) ++number;
        ASSERT_EQ(file, with(number)) << round;
    }
    EXPECT_GT(number, 0);
}

}  // namespace
}  // namespace sayso::suite
