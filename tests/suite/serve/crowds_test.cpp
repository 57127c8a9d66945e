// Many at once, some of them slow or silent: the others are answered all the same.
#include <atomic>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include "suite/serve/house.h"

namespace sayso::suite {
namespace {

using serve::Json;

constexpr int crowd = 100;  // more than the workbench has threads

/// Sends a byte on each of its connections, again and again.
class Trickle {
  public:
    Trickle(std::uint16_t port, const std::string& bytes) : bytes_(bytes) {
        for (int i = 0; i < crowd; ++i) wires_.emplace_back(port);
        thread_ = std::thread([this] {
            for (std::size_t at = 0; !done_; ++at) {
                for (const Wire& wire : wires_) wire.send(bytes_.substr(at % bytes_.size(), 1));
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
            }
        });
    }
    ~Trickle() {
        done_ = true;
        thread_.join();
    }

  private:
    std::string bytes_;
    std::vector<Wire> wires_;
    std::atomic<bool> done_ = false;
    std::thread thread_;
};

constexpr auto little = std::chrono::seconds(1);

TEST(Crowds, ThoseWhoSayNothing) {
    const House house(nullptr, {}, little);
    std::vector<Wire> silent;
    for (int i = 0; i < crowd; ++i) silent.emplace_back(house.port());
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(house.lives());
}

TEST(Crowds, ThoseWhoNeverComeToTheEndOfTheirHeaders) {
    const House house(nullptr, {}, little);
    const Trickle slow(house.port(), "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + std::string(10'000, 'x'));
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(house.lives());
    EXPECT_EQ(house.edit({"service", "name"}, "Elm Court", "Oak Court").status, 200);
}

TEST(Crowds, ThoseWhoNeverComeToTheEndOfTheirUpload) {
    const House house(nullptr, {}, little);
    Headers all = house.headers();
    all.emplace_back("Content-Length", "1000000");
    std::vector<Wire> slow;
    for (int i = 0; i < crowd; ++i) {
        slow.emplace_back(house.port());
        slow.back().send(request("POST", "/api/sites?name=a.csv", all, "id,name\n"));
    }
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(house.lives());
}

TEST(Crowds, ThoseWhoWaitForAChange) {
    const House house;
    const auto state = Json::parse(house.ask("GET", "/api/state").body);
    const std::string target = "/api/watch?seen=" + std::to_string(state["revision"].get<std::uint64_t>());
    std::vector<Wire> waiting;
    for (int i = 0; i < 8; ++i) {
        waiting.emplace_back(house.port());
        waiting.back().send(request("GET", target, house.headers()));
    }
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(house.lives());
    EXPECT_EQ(house.edit({"service", "name"}, "Elm Court", "Oak Court").status, 200);
    for (const Wire& wire : waiting) EXPECT_EQ(wire.reply().status, 200);
}

TEST(Crowds, ManyRequestsFromManyWindows) {
    const House house;
    std::atomic<int> answered = 0;
    std::vector<std::thread> windows;
    for (int window = 0; window < 8; ++window) {
        windows.emplace_back([&house, &answered] {
            for (int i = 0; i < 250; ++i) {
                const Reply reply = house.ask("GET", i % 2 == 0 ? "/api/state" : "/look/workbench.css");
                if (reply.status == 200 && reply.whole) ++answered;
            }
        });
    }
    for (std::thread& one : windows) one.join();
    EXPECT_EQ(answered, 2'000);
}

TEST(Crowds, APackIsMadeWhileSomebodyTypes) {
    const House house;
    EXPECT_EQ(house.ask("POST", "/api/pack", "{}").status, 200);
    EXPECT_EQ(house.ask("POST", "/api/pack", "{}").status, 409);
    EXPECT_EQ(house.ask("GET", "/api/pack.zip").status, 409);
    std::string was = "Elm Court";
    for (int i = 0; i < 20; ++i) {
        const std::string value = "Elm Court " + std::to_string(i);
        EXPECT_EQ(house.edit({"service", "name"}, was, value).status, 200);
        EXPECT_EQ(house.ask("GET", "/api/pages?audience=commissioners&kind=briefing").status, 200);
        was = value;
    }
    EXPECT_EQ(house.ask("POST", "/api/pack/stop", "{}").status, 200);
    while (Json::parse(house.ask("GET", "/api/pack").body)["running"] == true)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_THAT(house.read("sayso.yaml"), testing::HasSubstr("name: Elm Court 19  # as on the sign"));
}

// Two windows typing into one file at once: each letter that was acknowledged is there.
TEST(Crowds, TwoWindowsTypeAtOnce) {
    const House house;
    const auto type = [&house](const char* key) {
        Json was;
        for (int i = 0; i < 100; ++i) {
            const std::string value = "letter " + std::to_string(i);
            EXPECT_EQ(house.edit({"service", "contact", key}, was, value).status, 200) << key << i;
            was = value;
        }
    };
    std::thread other(type, "role");
    type("name");
    other.join();
    const std::string file = house.read("sayso.yaml");
    EXPECT_TRUE(file.starts_with(elm)) << file;
    EXPECT_THAT(file, testing::HasSubstr("name: letter 99\n"));
    EXPECT_THAT(file, testing::HasSubstr("role: letter 99\n"));
}

}  // namespace
}  // namespace sayso::suite
