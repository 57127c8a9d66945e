// Whoever is not one of the workbench's own windows gets nothing, whatever is asked for; and each answer
// ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/serve/house.h"

namespace sayso::suite {
namespace {

using testing::HasSubstr;

struct Stranger {
    std::string header, value;
    int status;  // that each route answers with; 400 is httplib's own, where that looks first
};

void expect_refused(const Reply& reply, const std::string& method, int status) {
    const bool known = method == "GET" || method == "POST";
    EXPECT_TRUE(reply.status == status ||
                ((!known || status == 400) && reply.status >= 400 && reply.status < 500))
        << reply.status;
    EXPECT_FALSE(reply.headers.contains("set-cookie"));
    EXPECT_FALSE(reply.headers.contains("access-control-allow-origin"));
    EXPECT_TRUE(method == "HEAD" || reply.body.find('.') != std::string::npos) << "no sentence";
}

TEST(Refusals, EveryRouteByEveryMethodToEveryStranger) {
    const House house;
    const std::string cookie = "sayso-" + std::to_string(house.port()) + "=";
    const Stranger strangers[] = {{"Cookie", "", 401},
                                  {"Cookie", cookie + "0123456789abcdef0123456789abcdef", 401},
                                  {"Host", "evil.example", 421},
                                  {"Host", "", 400},
                                  {"Origin", "http://evil.example", 403},
                                  {"Origin", "null", 403},
                                  {"Sec-Fetch-Site", "cross-site", 403},
                                  {"Sec-Fetch-Site", "same-site", 403}};
    for (const serve::Route& route : serve::all_routes()) {
        for (const std::string method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"}) {
            for (const Stranger& one : strangers) {
                const Headers all = house.headers_but(one.header, one.value);
                SCOPED_TRACE(method + " " + std::string(route.path) + " " + one.header + ": " + one.value);
                expect_refused(house.ask_with(all, method, std::string(route.path)), method, one.status);
            }
        }
    }
    EXPECT_EQ(house.read("sayso.yaml"), elm);
    EXPECT_TRUE(house.lives());
}

TEST(Refusals, ItsOwnWindowsAreAnsweredOnEveryRoute) {
    const House house;
    for (const serve::Route& route : serve::all_routes()) {
        if (route.path == "/api/watch") continue;  // waits for a change
        const Reply reply = house.ask(std::string(route.method), std::string(route.path), "{}");
        EXPECT_TRUE(reply.whole) << route.path;
        EXPECT_NE(reply.status, 401) << route.path;
        EXPECT_NE(reply.status, 405) << route.path;
        EXPECT_LT(reply.status, 500) << route.path << reply.body;
        EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff") << route.path;
        EXPECT_THAT(reply.headers.at("content-security-policy"), HasSubstr("default-src 'none'"))
            << route.path;
    }
    EXPECT_TRUE(house.lives());
}

TEST(Refusals, TheAddressLetsOneBrowserInOnce) {
    const House house;
    const Headers stranger = house.headers_but("Cookie", "");
    const Reply again = house.ask_with(stranger, "GET", house.entrance());  // the house itself was the first
    EXPECT_EQ(again.status, 401);
    EXPECT_THAT(again.body, HasSubstr("used already"));
    EXPECT_FALSE(again.headers.contains("set-cookie"));
    std::string wrong = house.entrance();
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    EXPECT_EQ(house.ask_with(stranger, "GET", wrong).status, 401);
    EXPECT_EQ(house.ask_with(stranger, "POST", house.entrance()).status, 401);
    // Whoever has come in may load the address again, and is led on.
    EXPECT_EQ(house.ask_with(house.headers(), "GET", house.entrance()).status, 303);
}

// httplib asked a body of nothing for more without end.
TEST(Refusals, AnAnswerWithoutABodyEnds) {
    const House house;
    const Reply reply = house.ask_with(house.headers(), "GET", house.entrance());
    EXPECT_EQ(reply.status, 303);
    EXPECT_EQ(reply.body, "");
    EXPECT_TRUE(reply.whole);
}

TEST(Refusals, WhatIsNoHttpAtAll) {
    const House house;
    for (const std::string& bytes :
         {std::string("\r\n\r\n"), std::string("GET\r\n\r\n"), std::string("hello there\r\n\r\n"),
          std::string("\x16\x03\x01\x02\0\x01\0", 7) + std::string(300, 'x'),
          std::string("GET / HTTP/9.9\r\n\r\n"), std::string("GET / HTTP/1.1\r\nHost\r\n\r\n"),
          std::string("GET / HTTP/1.1\r\n: x\r\n\r\n"), std::string(4'000, '\0') + "\r\n\r\n"}) {
        const Wire wire(house.port());
        wire.send(bytes);
        wire.finish();
        const Reply reply = wire.reply();
        EXPECT_TRUE(reply.status == 0 || (reply.status >= 400 && reply.status < 500)) << bytes;
    }
    EXPECT_TRUE(house.lives());
}

TEST(Refusals, ASecondRequestInTheBodyOfARefusedOneIsNotRead) {
    const House house;
    const std::string inner = request("POST", "/api/undo", house.headers());
    Headers all = house.headers_but("Origin", "http://evil.example");
    all.emplace_back("Content-Length", std::to_string(inner.size()));
    const Wire wire(house.port());
    wire.send(request("POST", "/api/edit", all, inner));
    wire.finish();
    const Reply reply = wire.reply();
    EXPECT_EQ(reply.status, 403);
    EXPECT_TRUE(reply.whole);  // and nothing behind it
}

}  // namespace
}  // namespace sayso::suite
