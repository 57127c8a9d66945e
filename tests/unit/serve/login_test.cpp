// Names and passwords, and how often one may guess.
#include "serve/login.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "serve/listening.h"

namespace sayso::serve {
namespace {

// "apple tree"
constexpr const char* bcrypt = "$2y$04$abcdefghijklmnopqrstuubZLG7F9nxfB0faM3lMsVpc1XdDhBcC6";
constexpr const char* yescrypt = "$y$j75$abcdefghijkl$olMiuqx0oaYTcTkpvORa6DtdWbNNNq.6kdda5HQEUxD";

bool gets_in(Login& login, const char* name, const char* password, std::int64_t now = 0) {
    return std::holds_alternative<std::string>(login.enter(name, password, now));
}

TEST(Login, TakesWhatTheUsualToolsWrite) {
    for (const char* hash : {bcrypt, yescrypt}) {
        EXPECT_TRUE(is_password("apple tree", hash)) << hash;
        EXPECT_FALSE(is_password("apple tre", hash)) << hash;
        EXPECT_FALSE(is_password("", hash)) << hash;
        EXPECT_FALSE(is_password(hash, hash)) << hash;
        EXPECT_FALSE(is_password(std::string("apple tree\0x", 12), hash)) << hash;
        EXPECT_FALSE(is_password(std::string(100'000, 'x'), hash)) << hash;
    }
    const auto read = parse_passwords(std::string("# ours\r\n\r\nsam:") + bcrypt + "\r\nAnn Lee:" + yescrypt);
    EXPECT_EQ(std::get<Passwords>(read), (Passwords{{"sam", bcrypt}, {"Ann Lee", yescrypt}}));
}

TEST(Login, TakesNoWeakHashes) {
    const std::string twice = std::string("sam:") + bcrypt + "\n";
    for (const std::string& line :
         {std::string("sam"), std::string(":x"), std::string("sam:"), std::string("sam:secret"),
          std::string("sam:$1$abcdefgh$dMLogRNOowSJddc/KfLOk/"), std::string("sam:abaGBC.j2q5co"),
          std::string("sam:$apr1$x$y"), std::string("sam:{SHA}x"), std::string("sam:*"), std::string("sam:!"),
          twice + twice, std::string(200, 'x') + ":" + bcrypt}) {
        const auto read = parse_passwords(line);
        ASSERT_TRUE(std::holds_alternative<BadPasswords>(read)) << line;
        EXPECT_EQ(std::get<BadPasswords>(read).lines.size(), 1u) << line;
    }
}

TEST(Login, MakesGuessersWait) {
    Login login(Passwords{{"sam", bcrypt}, {"noor", bcrypt}});
    for (int i = 0; i < Login::most_tries; ++i) EXPECT_FALSE(gets_in(login, "sam", "guess", 100 + i));
    EXPECT_FALSE(gets_in(login, "sam", "apple tree", 120));
    EXPECT_TRUE(gets_in(login, "noor", "apple tree", 120));
    EXPECT_TRUE(gets_in(login, "sam", "apple tree", 100 + Login::tries_seconds));
    // One right one is a new beginning.
    EXPECT_FALSE(gets_in(login, "sam", "guess", 2'000));
    EXPECT_TRUE(gets_in(login, "sam", "apple tree", 2'000));
    // A name that there is not is told like one that there is.
    for (int i = 0; i < Login::most_tries; ++i) login.enter("eve", "guess", 0);
    EXPECT_EQ(std::get<Refusal>(login.enter("eve", "guess", 0)).status, 429);
}

TEST(Login, EndsWithTheDay) {
    Login login(Passwords{{"sam", bcrypt}});
    const std::string first = std::get<std::string>(login.enter("sam", "apple tree", 0));
    const std::string second = std::get<std::string>(login.enter("sam", "apple tree", 10));
    EXPECT_NE(first, second);
    EXPECT_THAT(login.secrets(20), testing::ElementsAre(first, second));
    EXPECT_THAT(login.secrets(Login::stay_seconds), testing::ElementsAre(second));
    login.leave(second);
    EXPECT_THAT(login.secrets(Login::stay_seconds), testing::IsEmpty());
}

TEST(Listening, ReadsPublicAddresses) {
    EXPECT_EQ(public_origin("https://Words.Example.org:443"), "https://words.example.org");
    EXPECT_EQ(public_origin("https://words.example.org:8443"), "https://words.example.org:8443");
    EXPECT_EQ(public_origin("http://localhost:9000"), "http://localhost:9000");
    for (const char* wrong : {"", "https://", "http://words.example.org", "https://a/b", "https://a/",
                              "https://a?b", "https://u@a", "https://a:", "https://a:x", "https://a:123456",
                              "ftp://a", "a.example.org", "https://a b", "https://a\r\nb"})
        EXPECT_FALSE(public_origin(wrong)) << wrong;
    EXPECT_EQ(numeric_address("::ffff:10.0.0.1"), "10.0.0.1");
    EXPECT_EQ(numeric_address("0:0::1"), "::1");
    EXPECT_FALSE(numeric_address("localhost"));
    EXPECT_TRUE(is_loopback("127.0.0.2"));
    EXPECT_TRUE(is_loopback("::1"));
    EXPECT_FALSE(is_loopback("0.0.0.0"));
    EXPECT_FALSE(is_loopback("128.0.0.1"));
}

}  // namespace
}  // namespace sayso::serve
