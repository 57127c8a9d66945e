// Who is let in, and what is understood.
#include "serve/door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::serve {
namespace {

const Keys keys = keys_of_this_machine("127.0.0.1", 8123, "token", "secret");

Call good(std::string method, std::string target) {
    return {std::move(method),
            std::move(target),
            {{"host", "127.0.0.1:8123"}, {"cookie", "other=1; sayso-8123=secret"}},
            {}};
}

int status_of(const Call& call) {
    const auto refusal = refused(call, keys);
    return refusal ? refusal->status : 200;
}

TEST(Door, LetsItsOwnWindowsIn) {
    for (const Route& route : all_routes()) {
        Call call = good(std::string(route.method), std::string(route.path));
        EXPECT_EQ(status_of(call), 200) << route.path;
        call.headers["origin"] = "http://127.0.0.1:8123";
        call.headers["sec-fetch-site"] = "same-origin";
        EXPECT_EQ(status_of(call), 200) << route.path;
    }
}

TEST(Door, RefusesEveryRouteToEverybodyElse) {
    for (const Route& route : all_routes()) {
        const Call call = good(std::string(route.method), std::string(route.path));
        const auto with = [&](const char* header, const char* value) {
            Call other = call;
            other.headers[header] = value;
            return status_of(other);
        };
        EXPECT_EQ(with("cookie", "sayso-8123=secre"), 401) << route.path;
        EXPECT_EQ(with("cookie", "sayso-8124=secret"), 401) << route.path;
        EXPECT_EQ(with("cookie", ""), 401) << route.path;
        for (const char* host : {"evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:8124", ""})
            EXPECT_EQ(with("host", host), 421) << route.path << " " << host;
        for (const char* origin :
             {"null", "http://evil.example", "https://127.0.0.1:8123", "http://127.0.0.1:1"})
            EXPECT_EQ(with("origin", origin), 403) << route.path << " " << origin;
        for (const char* site : {"cross-site", "same-site", "x"})
            EXPECT_EQ(with("sec-fetch-site", site), 403) << route.path << " " << site;
        for (const char* method : {"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "get"}) {
            Call other = call;
            other.method = method;
            EXPECT_EQ(status_of(other), 405) << route.path << " " << method;
        }
        for (const char* header : {"range", "transfer-encoding", "content-encoding"})
            EXPECT_EQ(with(header, "x"), 400) << route.path << " " << header;
    }
}

TEST(Door, TakesPostsOnlyAsAPageOfOursSendsThem) {
    Call call = good("POST", "/api/edit");
    call.headers["content-length"] = "10";
    for (const char* type :
         {"multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain"}) {
        call.headers["content-type"] = type;
        EXPECT_EQ(status_of(call), 415) << type;
    }
    call.headers["content-type"] = "application/json";
    EXPECT_EQ(status_of(call), 200);
    call.headers["content-length"] = "2000000000";
    EXPECT_EQ(status_of(call), 413);
}

TEST(Door, OpensOnlyToItsToken) {
    Call call = good("GET", "/open?token=token");
    call.headers.erase("cookie");
    EXPECT_EQ(status_of(call), 200);
    for (const char* target :
         {"/open?token=toke", "/open?token=", "/open", "/?token=token", "/api/state?token=token"}) {
        call.target = target;
        EXPECT_EQ(status_of(call), 401) << target;
    }
}

TEST(Door, LeadsToNoOtherFile) {
    for (const char* target :
         {"/look/../sayso.yaml", "/look/..%2fapp.js", "/look/%2e%2e/app.js", "/look//app.js", "/look/.js",
          "/font/../templates/words/en.yaml", "/look/app.yaml", "/etc/passwd", "/look/a/b.js",
          "/look/a\\b.js", "//evil.example/", "/look/..js", ""}) {
        const auto asked = understood(good("GET", target));
        ASSERT_TRUE(std::holds_alternative<Refusal>(asked)) << target;
        EXPECT_EQ(std::get<Refusal>(asked).status, 404) << target;
    }
}

TEST(Door, TakesNoPathThatLeavesTheProject) {
    for (const char* file : {"../x.yaml", "/etc/x.yaml", "a/../../x.yaml", ".sayso/x.yaml", "a//x.yaml",
                             "a\\\\x.yaml", "c:x.yaml", "x.sh", ""}) {
        Call call = good("POST", "/api/edit");
        call.body = std::string(R"({"path":["a"],"value":"b","file":")") + file + "\"}";
        EXPECT_TRUE(std::holds_alternative<Refusal>(understood(call))) << file;
        call.target = "/api/save";
        call.body = std::string(R"({"was":"","text":"b","file":")") + file + "\"}";
        EXPECT_TRUE(std::holds_alternative<Refusal>(understood(call))) << file;
    }
    EXPECT_TRUE(std::holds_alternative<Refusal>(understood(good("POST", "/api/logo?name=..%2Flogo.svg"))));
    EXPECT_TRUE(std::holds_alternative<Refusal>(understood(good("GET", "/api/text?file=..%2Fsayso.yaml"))));
    EXPECT_TRUE(std::holds_alternative<Refusal>(understood(good("GET", "/api/text?file=a%00.yaml"))));
}

TEST(Door, ReadsAnEdit) {
    Call call = good("POST", "/api/edit");
    call.body = R"({"file":"sayso.yaml","path":["service","name"],"was":null,"value":"Mill \u00e9"})";
    const auto asked = understood(call);
    const Edit& edit = std::get<Edit>(std::get<Command>(asked));
    EXPECT_EQ(edit.file, "sayso.yaml");
    EXPECT_THAT(edit.path, testing::ElementsAre("service", "name"));
    EXPECT_FALSE(edit.was);
    EXPECT_EQ(edit.value->scalar, "Mill \xC3\xA9");
}

TEST(Door, SurvivesWhateverIsSent) {
    for (const std::string& body :
         {std::string("{"), std::string(100'000, '['), std::string("{\"path\":[1]}"), std::string("null"),
          std::string("{\"file\":1,\"path\":{}}"), std::string("\xff\xfe"), std::string()}) {
        for (const Route& route : all_routes()) {
            Call call = good(std::string(route.method), std::string(route.path) + "?a=%zz&=&b");
            call.body = body;
            (void)understood(call);
            call.target = std::string(route.path);
            (void)understood(call);
        }
    }
}

}  // namespace
}  // namespace sayso::serve
