// Files that do not arrive, or are not what their names say: a sentence, and nothing changed.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/serve/house.h"

namespace sayso::suite {
namespace {

using serve::Json;
using testing::HasSubstr;

constexpr const char* bytes_type = "application/octet-stream";
const std::string png = "\x89PNG\r\n\x1a\n";
constexpr const char* drawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="9" height="9"/></svg>)";

struct Uploads : testing::Test {
    /// Nothing but the project as it was, and the workbench lives.
    void expect_unchanged() const {
        EXPECT_EQ(house.read("sayso.yaml"), elm);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(house.path())) {
            const std::string name = entry.path().filename();
            EXPECT_TRUE(name == "sayso.yaml" || entry.path().string().find("/.sayso") != std::string::npos)
                << entry.path();
        }
        EXPECT_TRUE(house.lives());
    }
    Headers headers_of(std::size_t length) const {
        Headers all = house.headers();
        all.emplace_back("Content-Type", bytes_type);
        all.emplace_back("Content-Length", std::to_string(length));
        return all;
    }
    House house;
};

TEST_F(Uploads, HalfOfOneIsNoneAtAll) {
    for (const char* target :
         {"/api/logo?name=logo.svg", "/api/sites?name=a.csv", "/api/evidence?name=values.csv",
          "/api/picture?name=a.svg", "/api/edit", "/api/save"}) {
        {
            const Wire wire(house.port());
            wire.send(request("POST", target, headers_of(10'000), "id,name\nmill-lane,Mill Lane\n"));
        }  // the window is closed
        const Wire wire(house.port());
        wire.send(request("POST", target, headers_of(10'000), "id,name\nmill-lane,Mill Lane\n"));
        wire.finish();  // the rest never comes, but somebody is there to be told
        const Reply reply = wire.reply();
        EXPECT_EQ(reply.status, 400) << target;
        EXPECT_THAT(sentence(reply), HasSubstr("did not arrive whole, so nothing was changed")) << target;
    }
    expect_unchanged();
}

TEST_F(Uploads, TwoGigabytesAreRefusedBeforeTheyAreRead) {
    for (const char* target :
         {"/api/logo?name=logo.svg", "/api/sites?name=a.csv", "/api/edit", "/api/undo"}) {
        const Wire wire(house.port());
        wire.send(request("POST", target, headers_of(2'000'000'000)));
        const Reply reply = wire.reply();  // though nothing of it was sent
        EXPECT_EQ(reply.status, 413) << target;
        EXPECT_THAT(sentence(reply), HasSubstr("Choose a smaller file.")) << target;
    }
    for (const char* length : {"-1", "1e3", "99999999999999999999999", "0x10", "3, 3", ""}) {
        Headers all = house.headers();
        all.emplace_back("Content-Length", length);
        const Wire wire(house.port());
        wire.send(request("POST", "/api/undo", all));
        wire.finish();
        const Reply reply = wire.reply();
        EXPECT_TRUE(reply.status == 400 || (reply.status == 409 && *length == '\0')) << length << reply.body;
    }
    expect_unchanged();
}

// A browser reads the answer only when it has sent what it sends: the connection is not cut under it.
TEST_F(Uploads, WhoeverSendsTooMuchIsStillTold) {
    const Wire wire(house.port());
    const std::string much(6u << 20, 'x');
    wire.send(request("POST", "/api/edit", headers_of(much.size())));
    wire.send(much);
    const Reply reply = wire.reply();
    EXPECT_EQ(reply.status, 413);
    EXPECT_THAT(sentence(reply), HasSubstr("larger than 1 MB"));
    expect_unchanged();
}

TEST_F(Uploads, ASpreadsheetIsNoPictureAndAPictureNoSpreadsheet) {
    const std::string sheet = std::string("PK\x03\x04\x14\0\x06\0", 8) + std::string(200, 'x');
    const Reply logo = house.ask("POST", "/api/logo?name=logo.png", sheet, bytes_type);
    EXPECT_EQ(logo.status, 422);
    EXPECT_THAT(sentence(logo), HasSubstr("This picture cannot be used: "));
    EXPECT_EQ(house.ask("POST", "/api/picture?name=a.jpg", sheet, bytes_type).status, 422);
    for (const char* route : {"sites", "evidence"}) {
        const std::string target = std::string("/api/") + route + "?name=places.xlsx";
        const Reply reply = house.ask("POST", target, png + std::string(100, 'x'), bytes_type);
        EXPECT_EQ(reply.status, 422) << route << reply.body;
        EXPECT_THAT(sentence(reply), HasSubstr("cannot be read as a spreadsheet: ")) << route;
        const Reply none =
            house.ask("POST", std::string("/api/") + route + "?name=a.pdf", "%PDF-1.7", bytes_type);
        EXPECT_EQ(none.status, 422) << route << none.body;
    }
    expect_unchanged();
}

TEST_F(Uploads, ANameOfTenMegabytes) {
    const std::string name(10u << 20, 'n');
    const Wire wire(house.port());
    wire.send(request("POST", "/api/logo?name=" + name + ".svg", headers_of(3)));
    const Reply in_the_address = wire.reply();
    EXPECT_EQ(in_the_address.status, 414);
    EXPECT_THAT(sentence(in_the_address), HasSubstr("too long"));
    Headers all = house.headers_but("Cookie", name);
    const Wire cookie(house.port());
    cookie.send(request("GET", "/", all));
    EXPECT_GE(cookie.reply().status, 400);
    EXPECT_EQ(house.edit({"service", "name"}, "Elm Court", name).status, 413);
    EXPECT_EQ(house.ask("POST", "/api/project", Json{{"name", name}}.dump()).status, 413);
    const Reply made = house.ask("POST", "/api/project", Json{{"name", name.substr(0, 100'000)}}.dump());
    EXPECT_EQ(made.status, 422);
    EXPECT_LT(made.body.size(), 400u) << "it repeats the name";
    EXPECT_EQ(house.ask("POST", "/api/logo?name=" + name.substr(0, 900) + ".svg", drawing, bytes_type).status,
              200);
    EXPECT_EQ(house.ask("POST", "/api/undo").status, 200);
    const Reply picture =
        house.ask("POST", "/api/picture?name=" + name.substr(0, 900) + ".svg", drawing, bytes_type);
    EXPECT_EQ(picture.status, 422);
    EXPECT_THAT(sentence(picture), HasSubstr("shorter"));
    expect_unchanged();
}

TEST_F(Uploads, ANameOfHalfAMegabyteInAFormIsTakenBackAsItWasPutThere) {
    const std::string name(500'000, 'n');
    EXPECT_EQ(house.edit({"service", "name"}, "Elm Court", name).status, 200);
    EXPECT_TRUE(house.lives());
    EXPECT_EQ(house.ask("GET", "/api/form?name=project").status, 200);
    EXPECT_LT(house.ask("GET", "/api/check").status, 500);
    EXPECT_LT(house.ask("GET", "/api/pages?audience=commissioners&kind=briefing").status, 500);
    EXPECT_EQ(house.ask("POST", "/api/undo").status, 200);
    expect_unchanged();
}

}  // namespace
}  // namespace sayso::suite
