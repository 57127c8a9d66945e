// A workbench behind a proxy: only the proxy's calls, only under the public address, only for whoever has
// signed in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/serve/house.h"
#include "suite/serve/running.h"

namespace sayso::suite {
namespace {

using serve::Json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// "apple tree"
constexpr const char* bcrypt = "$2y$04$abcdefghijklmnopqrstuubZLG7F9nxfB0faM3lMsVpc1XdDhBcC6";
constexpr const char* origin = "https://words.example.org";
constexpr auto patience = std::chrono::seconds(10);

serve::Gate gate(const std::string& proxy = "127.0.0.1", const std::string& at = origin) {
    return {proxy, at, {{"sam", bcrypt}, {"noor", bcrypt}}};
}

std::string who(const std::string& name, const std::string& password) {
    return Json{{"name", name}, {"password", password}}.dump();
}

/// Signs in; the headers of the window.
Headers signed_in(const House& house, const std::string& name) {
    const Reply reply = house.ask("POST", "/login", who(name, "apple tree"));
    EXPECT_EQ(reply.status, 200) << reply.body;
    const std::string set = reply.headers.at("set-cookie");
    return house.headers_but("Cookie", set.substr(0, set.find(';')));
}

TEST(Gate, ANamePasswordAndNothingElseLetsIn) {
    const House house(nullptr, {}, patience, gate());
    const Reply page = house.ask("GET", "/");
    EXPECT_EQ(page.status, 303);
    EXPECT_EQ(page.headers.at("location"), "/login");
    EXPECT_THAT(house.ask("GET", "/login").body, HasSubstr("<h1>Sign in</h1>"));
    for (const char* part : {"login.js", "api.js", "workbench.css"})
        EXPECT_EQ(house.ask("GET", std::string("/look/") + part).status, 200) << part;
    EXPECT_EQ(house.ask("GET", "/open?token=x").status, 401);
    for (const auto& [name, password] :
         std::vector<std::pair<std::string, std::string>>{{"sam", "apple"},
                                                          {"sam", ""},
                                                          {"", "apple tree"},
                                                          {"eve", "apple tree"},
                                                          {"sam", bcrypt},
                                                          {"sam", std::string(3'000, 'x')}}) {
        const Reply reply = house.ask("POST", "/login", who(name, password));
        EXPECT_EQ(reply.status, 401) << name;
        EXPECT_THAT(sentence(reply), HasSubstr("do not belong together")) << name;
        EXPECT_FALSE(reply.headers.contains("set-cookie"));
    }
    const Reply entered = house.ask("POST", "/login", who("sam", "apple tree"));
    EXPECT_THAT(entered.headers.at("set-cookie"),
                AllOf(testing::StartsWith("__Host-sayso="),
                      HasSubstr("; Path=/; HttpOnly; SameSite=Strict; Secure")));
    const Headers window = signed_in(house, "sam");
    EXPECT_EQ(house.ask_with(window, "GET", "/api/state").status, 200);
    EXPECT_EQ(house.ask_with(window, "GET", "/").status, 200);
}

TEST(Gate, RefusesEveryRouteToEverybodyElse) {
    const House house(nullptr, {}, patience, gate());
    const House elsewhere(nullptr, {}, patience, gate("10.9.9.9"));
    const Headers window = signed_in(house, "sam");
    const auto but = [&](const char* name, const std::string& value) {
        Headers out = window;
        std::erase_if(out, [&](const auto& one) { return one.first == name; });
        if (!value.empty()) out.emplace_back(name, value);
        return out;
    };
    const std::vector<std::string> for_all{"/login", "/look/workbench.css"};
    for (const serve::Route& route : serve::all_routes()) {
        const std::string method(route.method), path(route.path);
        const bool front = method == "GET" && (path == "/" || path == "/login");  // links lead there
        EXPECT_EQ(elsewhere.ask(method, path).status, 403) << path;
        EXPECT_EQ(
            house.ask_with(but("Host", "127.0.0.1:" + std::to_string(house.port())), method, path).status,
            421)
            << path;
        EXPECT_EQ(house.ask_with(but("Host", "evil.example"), method, path).status, 421) << path;
        EXPECT_EQ(house.ask_with(but("Origin", "http://words.example.org"), method, path).status, 403)
            << path;
        EXPECT_EQ(house.ask_with(but("Origin", "https://evil.example"), method, path).status, 403) << path;
        EXPECT_EQ(house.ask_with(but("Sec-Fetch-Site", "cross-site"), method, path).status, front ? 200 : 403)
            << path;
        if (testing::Value(path, testing::AnyOfArray(for_all))) continue;
        for (const char* cookie :
             {"", "__Host-sayso=", "__Host-sayso=0123456789abcdef0123456789abcdef", "sayso=x"})
            EXPECT_EQ(house.ask_with(but("Cookie", cookie), method, path).status, path == "/" ? 303 : 401)
                << path << cookie;
    }
    EXPECT_EQ(house.read("sayso.yaml"), elm);
    EXPECT_EQ(house.ask_with(window, "GET", "/api/state").status, 200);
}

TEST(Gate, GuessingEndsAfterTenTries) {
    const House house(nullptr, {}, patience, gate());
    const Headers before = signed_in(house, "sam");
    for (int i = 0; i < 10; ++i) EXPECT_EQ(house.ask("POST", "/login", who("sam", "guess")).status, 401) << i;
    const Reply reply = house.ask("POST", "/login", who("sam", "apple tree"));
    EXPECT_EQ(reply.status, 429);
    EXPECT_THAT(sentence(reply), HasSubstr("Wait a quarter of an hour"));
    // Nobody else has to wait, nor whoever is in.
    EXPECT_EQ(house.ask_with(before, "GET", "/api/state").status, 200);
    signed_in(house, "noor");
}

TEST(Gate, ManyWhoGuessAtOnceKeepNobodyWhoIsInWaiting) {
    const House house(nullptr, {}, patience, gate());
    const Headers sam = signed_in(house, "sam");
    std::vector<std::thread> guessers;
    for (int i = 0; i < 100; ++i) {
        guessers.emplace_back([&house, i] {
            const Reply reply = house.ask("POST", "/login", who("name " + std::to_string(i), "guess"));
            EXPECT_TRUE(reply.status == 401 || reply.status == 429) << reply.status;
        });
    }
    for (int i = 0; i < 20; ++i) EXPECT_EQ(house.ask_with(sam, "GET", "/api/state").status, 200);
    for (std::thread& one : guessers) one.join();
    signed_in(house, "noor");
}

TEST(Gate, WhoSignsOutIsOut) {
    const House house(nullptr, {}, patience, gate());
    const Headers sam = signed_in(house, "sam"), noor = signed_in(house, "noor");
    const Reply out = house.ask_with(sam, "POST", "/logout", "{}");
    EXPECT_EQ(out.status, 200);
    EXPECT_THAT(out.headers.at("set-cookie"), HasSubstr("Max-Age=0"));
    const Reply after = house.ask_with(sam, "GET", "/api/state");
    EXPECT_EQ(after.status, 401);
    EXPECT_THAT(sentence(after), HasSubstr("signed in no longer"));
    EXPECT_EQ(house.ask_with(noor, "GET", "/api/state").status, 200);
}

TEST(Gate, TwoPeopleDoNotOverwriteEachOther) {
    const House house(nullptr, {}, patience, gate());
    const Headers sam = signed_in(house, "sam"), noor = signed_in(house, "noor");
    const auto edit = [&](const Headers& window, const char* key, const char* was, const char* value) {
        return house.ask_with(
            window, "POST", "/api/edit",
            Json{{"file", "sayso.yaml"}, {"path", {"service", key}}, {"was", was}, {"value", value}}.dump());
    };
    EXPECT_EQ(edit(sam, "name", "Elm Court", "Oak Court").status, 200);
    EXPECT_EQ(edit(noor, "about", "We do.", "We do so.").status, 200);
    const Reply conflict = edit(noor, "name", "Elm Court", "Ash Court");
    EXPECT_EQ(conflict.status, 409);
    EXPECT_EQ(Json::parse(conflict.body)["now"], "Oak Court");
    // Nor does one open another project under the other's hands.
    EXPECT_EQ(house.ask_with(sam, "POST", "/api/project", R"({"name":"Oak"})").status, 403);
    EXPECT_EQ(house.ask_with(sam, "POST", "/api/project/open", R"({"folder":"oak"})").status, 403);
    EXPECT_THAT(house.ask_with(sam, "GET", "/api/state").body, HasSubstr(R"("home":"")"));
}

TEST(Gate, WithoutOneNobodySignsIn) {
    const House house;
    EXPECT_EQ(house.ask("GET", "/login").status, 404);
    EXPECT_EQ(house.ask("POST", "/login", who("sam", "apple tree")).status, 404);
    EXPECT_EQ(house.ask("POST", "/logout").status, 404);
}

// The program
// ------------------------------------------------------------------------------------------------
struct Listen : testing::Test {
    Listen() {
        folder.write("sayso.yaml", elm);
        folder.write("passwords.txt", std::string("# ours\nsam:") + bcrypt + "\n");
    }
    /// How it ends, and what it says.
    void expect_wrong(std::vector<std::string> arguments, const char* fault, const char* hint,
                      int status = 2) {
        arguments.insert(arguments.begin(), folder.path());
        Running program(arguments);
        EXPECT_EQ(program.port(), 0) << fault;
        EXPECT_EQ(program.wait(), status) << fault;
        EXPECT_THAT(program.error(), AllOf(HasSubstr(fault), HasSubstr(hint)));
    }
    std::vector<std::string> whole(const std::string& option = {}, const std::string& value = {}) const {
        std::vector<std::string> out;
        std::map<std::string, std::string> all{{"--listen", "127.0.0.1"},
                                               {"--port", "1"},
                                               {"--proxy", "127.0.0.1"},
                                               {"--public", origin},
                                               {"--passwords", folder.path("passwords.txt")}};
        if (!option.empty()) all[option] = value;
        for (const auto& [name, given] : all) {
            if (given.empty()) continue;
            out.push_back(name);
            out.push_back(given);
        }
        return out;
    }
    Folder folder;
};

TEST_F(Listen, NeverWithoutALogin) {
    expect_wrong({"--listen", "0.0.0.0"},
                 "--listen \"0.0.0.0\" would show the workbench to other machines without a login: it lacks "
                 "--proxy, --public, --passwords, --port",
                 "write: sayso open my-service --listen 10.0.0.5 --port 8123 --proxy 10.0.0.1");
    expect_wrong({"--listen", "::"}, "--listen \"::\" would show", "docs/workbench.md");
    expect_wrong({"--listen", "192.0.2.1", "--port", "1"}, "it lacks --proxy, --public, --passwords",
                 "--passwords");
    expect_wrong({"--listen", "everywhere"}, "--listen \"everywhere\" is no address in numbers",
                 "--listen 127.0.0.1");
}

TEST_F(Listen, NeverWithHalfOfOne) {
    for (const char* option : {"--proxy", "--public", "--passwords", "--port"})
        expect_wrong(whole(option, ""), (std::string("it lacks ") + option).c_str(), "write: sayso open");
    expect_wrong(whole("--proxy", "proxy.example.org"),
                 "--proxy \"proxy.example.org\" is no address in numbers", "such as --proxy 127.0.0.1");
    for (const char* wrong :
         {"http://words.example.org", "words.example.org", "https://words.example.org/sayso",
          "https://words.example.org:port", "https://", "https://a b"})
        expect_wrong(whole("--public", wrong), "is no address that people could sign in at",
                     "with https and without a path");
    expect_wrong(whole("--editor", "vi {file}"), "--editor would let people elsewhere start a program",
                 "leave out --editor");
}

TEST_F(Listen, NeverWithBadPasswords) {
    expect_wrong(whole("--passwords", folder.path("none.txt")), "none.txt\" cannot be read: no such file",
                 "NAME:HASH", 1);
    folder.write("passwords.txt", "# nobody yet\n\n");
    expect_wrong(whole(), "passwords.txt\" names nobody", "NAME:HASH", 1);
    folder.write("passwords.txt", "sam:apple tree\napple tree\nkim:$apr1$abcdefgh$UzgkHkkJdZ0eP5mN7Yx0b/\n");
    for (const char* fault : {"line 1 of", "line 2 of", "line 3 of"})
        expect_wrong(whole(), fault, "htpasswd -nB NAME", 1);
    Running program(whole());
    program.wait();
    EXPECT_THAT(program.error(), Not(HasSubstr("apple"))) << "it shows a password";
}

TEST_F(Listen, AtAnotherOfThisMachinesOwnAddresses) {
    const Running program({folder.path(), "--listen", "127.1.2.3"});
    EXPECT_TRUE(program.line().starts_with("http://127.1.2.3:")) << program.line();
}

TEST_F(Listen, SaysWhereToSignIn) {
    // A port that is free now, and most likely in a moment.
    std::uint16_t port = 0;
    {
        const Running other({folder.path()});
        port = other.port();
    }
    std::vector<std::string> arguments = whole("--port", std::to_string(port));
    arguments.push_back(folder.path());
    Running program(arguments);
    EXPECT_EQ(program.line(), std::string(origin) + "/") << program.error();
    const Wire wire(port);
    wire.send(request("GET", "/login", {{"Host", "words.example.org"}}));
    EXPECT_THAT(wire.reply().body, HasSubstr("Sign in"));
}

}  // namespace
}  // namespace sayso::suite
