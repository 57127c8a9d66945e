// The desk over files in memory: edits, conflicts, undo, and what a window is told.
#include "serve/desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::serve {
namespace {

using testing::HasSubstr;

constexpr const char* project = "/home/elm/sayso.yaml";
constexpr const char* text = "# ours\nservice:\n  name: Elm Court  # as on the sign\n  about: \"We do.\"\n";

struct Fixture : testing::Test {
    Fixture() {
        env.files[project] = text;
        WorkbenchOptions options;
        options.home = "/home";
        desk = std::make_unique<Desk>(env, "/data", options);
        EXPECT_FALSE(desk->open("/home/elm"));
    }
    Answer edit(std::vector<std::string> path, const Json& was, const Json& value,
                std::string file = "sayso.yaml") {
        return desk->answer(Edit{std::move(file), std::move(path), value_of(was), value_of(value), {}});
    }
    std::string now() const { return env.files.at(project); }

    MemoryEnv env;
    std::unique_ptr<Desk> desk;
};

TEST_F(Fixture, ChangesOneLineAlone) {
    EXPECT_EQ(edit({"service", "name"}, "Elm Court", "Oak Court").status, 200);
    EXPECT_EQ(now(), "# ours\nservice:\n  name: Oak Court  # as on the sign\n  about: \"We do.\"\n");
    EXPECT_EQ(edit({"service", "contact", "phone"}, nullptr, "01632 960 123").status, 200);
    EXPECT_THAT(now(), HasSubstr("  about: \"We do.\"\n  contact:\n    phone: 01632 960 123\n"));
}

TEST_F(Fixture, OverwritesNothingThatSomebodyElseWrote) {
    env.files[project] = "service:\n  name: Ash Court\n";
    const Answer answer = edit({"service", "name"}, "Elm Court", "Oak Court");
    EXPECT_EQ(answer.status, 409);
    EXPECT_THAT(answer.body, HasSubstr("Ash Court"));
    EXPECT_EQ(now(), "service:\n  name: Ash Court\n");
    // A change elsewhere in the file is no conflict.
    EXPECT_EQ(edit({"service", "about"}, nullptr, "We do.").status, 200);
    EXPECT_EQ(now(), "service:\n  name: Ash Court\n  about: We do.\n");
}

/// Without a pack.yaml of its own a project has the shipped one: the first change makes a copy, with its
/// comments.
TEST_F(Fixture, ChangesACopyOfThePackThatHolds) {
    env.files["/data/templates/pack.yaml"] =
        "# What holds without one.\ndocuments:\n  # First.\n  - kinds: [briefing]\n";
    const Json form = Json::parse(desk->answer(ReadForm{"pack"}).body);
    EXPECT_EQ(form["own"], false);
    EXPECT_EQ(form["value"].dump(), R"({"documents":[{"kinds":["briefing"]}]})");
    const std::vector<std::string> kinds{"documents", "0", "kinds"};
    const Json two{"briefing", "poster"};
    EXPECT_EQ(edit(kinds, Json{"leaflet"}, two, "pack.yaml").status, 409);  // not what was shown
    EXPECT_EQ(edit(kinds, Json{"briefing"}, two, "pack.yaml").status, 200);
    EXPECT_EQ(env.files.at("/home/elm/pack.yaml"),
              "# What our pack holds: every combination of what a group lists, for each place.\n"
              "documents:\n  # First.\n  - kinds: [briefing, poster]\n");
    EXPECT_EQ(Json::parse(desk->answer(ReadForm{"pack"}).body)["own"], true);
    EXPECT_EQ(edit({"documents"}, Json::array({Json{{"kinds", two}}}), Json::array(), "pack.yaml").status,
              200);
    EXPECT_EQ(desk->answer(Undo{}).status, 200);
    EXPECT_EQ(desk->answer(Undo{}).status, 200);
    EXPECT_FALSE(env.files.contains("/home/elm/pack.yaml"));
}

TEST_F(Fixture, TakesBackAndMakesAgain) {
    edit({"service", "name"}, "Elm Court", "Oak Court");
    const std::string after = now();
    EXPECT_EQ(desk->answer(Undo{}).status, 200);
    EXPECT_EQ(now(), text);
    EXPECT_EQ(desk->answer(Redo{}).status, 200);
    EXPECT_EQ(now(), after);
    env.files[project] += "lang: en-GB\n";
    EXPECT_EQ(desk->answer(Undo{}).status, 409);
    EXPECT_THAT(now(), HasSubstr("lang: en-GB"));
    EXPECT_EQ(desk->answer(Redo{}).status, 409);
}

TEST_F(Fixture, TakesBackLettersTypedInOneGoAsOne) {
    const auto type = [&](const char* was, const char* value, const char* run) {
        const Edit letter{"sayso.yaml", {"service", "name"}, value_of(was), value_of(value), run};
        EXPECT_EQ(desk->answer(letter).status, 200);
    };
    type("Elm Court", "Elm Court a", "one");
    type("Elm Court a", "Elm Court ab", "one");
    type("Elm Court ab", "Elm Court abc", "two");
    EXPECT_EQ(desk->answer(Undo{}).status, 200);
    EXPECT_THAT(now(), HasSubstr("name: Elm Court ab  #"));
    // What is typed after a step back is a change of its own, whatever it is called.
    type("Elm Court ab", "Elm Court abd", "one");
    EXPECT_EQ(desk->answer(Undo{}).status, 200);
    EXPECT_THAT(now(), HasSubstr("name: Elm Court ab  #"));
    EXPECT_EQ(desk->answer(Undo{}).status, 200);
    EXPECT_EQ(now(), text);
    EXPECT_EQ(desk->answer(Undo{}).status, 409);
}

TEST_F(Fixture, TakesBackWhatAnEarlierRunDid) {
    const auto type = [&](const char* was, const char* value, const char* run) {
        desk->answer(Edit{"sayso.yaml", {"service", "name"}, value_of(was), value_of(value), run});
    };
    type("Elm Court", "Elm Court \xC3\xA9", "one");
    type("Elm Court \xC3\xA9", "Elm Court \xC3\xA8", "one");
    const std::string first = now();
    EXPECT_EQ(desk->answer(Upload{"sites", "a.csv", "id,name\na,A\n"}).status, 200);
    edit({"service", "about"}, "We do.", "gone again");
    desk->answer(Undo{});
    auto next = std::make_unique<Desk>(env, "/data", WorkbenchOptions{});
    EXPECT_FALSE(next->open("/home/elm"));
    EXPECT_THAT(next->answer(ReadState{}).body, HasSubstr("\"undo\":true,\"redo\":false"));
    EXPECT_EQ(next->answer(Undo{}).status, 200);
    EXPECT_EQ(now(), first);
    EXPECT_FALSE(env.files.contains("/home/elm/sites.csv"));
    // Half of it undone, another run goes on.
    next = std::make_unique<Desk>(env, "/data", WorkbenchOptions{});
    EXPECT_FALSE(next->open("/home/elm"));
    EXPECT_EQ(next->answer(Undo{}).status, 200);
    EXPECT_EQ(now(), text);
    EXPECT_EQ(next->answer(Undo{}).status, 409);
    EXPECT_EQ(next->answer(Redo{}).status, 200);
    EXPECT_EQ(now(), first);
}

TEST_F(Fixture, TakesBackNothingThatOthersWroteSince) {
    edit({"service", "name"}, "Elm Court", "Oak Court");
    edit({"service", "about"}, "We do.", "We try.");
    const std::string both = now(), journal = env.files.at("/home/elm/.sayso/undo.jsonl");
    for (const std::string& other :
         {std::string("service:\n  name: Ash Court\n"), both + "lang: en-GB\n", std::string()}) {
        env.files[project] = other;
        env.files["/home/elm/.sayso/undo.jsonl"] = journal;
        Desk next(env, "/data", {});
        EXPECT_FALSE(next.open("/home/elm"));
        EXPECT_EQ(next.answer(Undo{}).status, 409) << other;
        EXPECT_EQ(now(), other);
    }
}

TEST_F(Fixture, AHistoryThatIsBrokenIsNone) {
    edit({"service", "name"}, "Elm Court", "Oak Court");
    const std::string journal = env.files.at("/home/elm/.sayso/undo.jsonl"), after = now();
    for (const std::string& broken :
         {journal.substr(0, journal.size() / 2), "x\n" + journal + "{\n", std::string("{\"did\":\"step\"}\n"),
          std::string("{\"did\":\"step\",\"files\":[1]}\n"),
          std::string("{\"did\":\"step\",\"files\":[{\"file\":\"../x\",\"at\":-1}]}\n"),
          std::string("\xFF\0", 2), std::string("{\"did\":\"more\",\"files\":[]}\n{\"did\":\"back\"}\n")}) {
        env.files["/home/elm/.sayso/undo.jsonl"] = broken;
        Desk next(env, "/data", {});
        EXPECT_FALSE(next.open("/home/elm"));
        EXPECT_EQ(next.answer(Undo{}).status, 409) << broken;
        EXPECT_EQ(now(), after);
    }
}

TEST_F(Fixture, LeavesABrokenFileAsItIs) {
    env.files[project] = "service: [\n";
    EXPECT_EQ(edit({"service", "name"}, nullptr, "Oak Court").status, 422);
    EXPECT_EQ(now(), "service: [\n");
    EXPECT_THAT(desk->answer(ReadForm{"project"}).body, HasSubstr("\"broken\":true"));
    EXPECT_EQ(desk->answer(SaveText{"sayso.yaml", "service: [\n", text}).status, 200);
    EXPECT_EQ(now(), text);
    EXPECT_EQ(desk->answer(SaveText{"sayso.yaml", "other", "x"}).status, 409);
}

TEST_F(Fixture, SaysSoWhenTheFolderIsGone) {
    env.files.clear();
    EXPECT_EQ(edit({"service", "name"}, "Elm Court", "Oak Court").status, 410);
}

TEST_F(Fixture, KeepsPlacesFromASpreadsheet) {
    const std::string sheet = "id,name\nmill-lane,\"Mill Lane, north\"\n";
    EXPECT_EQ(desk->answer(Upload{"sites", "Our Places.csv", sheet}).status, 200);
    EXPECT_EQ(env.files.at("/home/elm/sites.csv"), sheet);
    EXPECT_THAT(now(), HasSubstr("  sites-file: sites.csv\n"));
    EXPECT_EQ(desk->answer(Upload{"sites", "x.csv", std::string("\x89PNG\r\n\x1a\n\0\0", 10)}).status, 422);
    EXPECT_EQ(desk->answer(Upload{"logo", "logo.exe", "MZ"}).status, 422);
    EXPECT_EQ(desk->answer(Upload{"logo", "logo.png", "MZ"}).status, 422);
}

/// The file and what is said of it come and go together.
TEST_F(Fixture, KeepsAPhotoWithItsConsent) {
    const std::string bytes =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
    const auto send = [&](const std::string& what) {
        return Json::parse(desk->answer(Upload{"picture", "IMG 2041.SVG", what}).body).value("file", "");
    };
    const Json photo{
        {"id", "bench"}, {"file", send(bytes)}, {"alt", "A bench."}, {"consent", {{"by", "Ada"}}}};
    EXPECT_EQ(photo["file"], "pictures/img-2041.svg");
    EXPECT_EQ(edit({"photos", "+"}, nullptr, photo, "evidence/evidence.yaml").status, 200);
    EXPECT_EQ(send(bytes), "pictures/img-2041.svg");  // it lies there already
    EXPECT_THAT(desk->answer(ReadForm{"photo:bench"}).body, HasSubstr("data:image/svg+xml;base64,"));
    EXPECT_EQ(desk->answer(ReadForm{"photo:other"}).status, 404);
    EXPECT_EQ(desk->answer(Undo{}).status, 200);
    EXPECT_FALSE(env.files.contains("/home/elm/pictures/img-2041.svg"));
    EXPECT_EQ(desk->answer(Redo{}).status, 200);

    const std::string other = bytes + "\n";
    EXPECT_EQ(send(other), "pictures/img-2041-2.svg");
    EXPECT_EQ(env.files.at("/home/elm/pictures/img-2041.svg"), bytes);
    EXPECT_EQ(desk->answer(Upload{"picture", "a.jpg", "MZ"}).status, 422);

    // Another file names it: it stays. Then none does, and it goes.
    env.files[project] =
        std::string(text) + "pictures:\n  - {id: b, file: pictures/img-2041.svg, alt: Bench}\n";
    EXPECT_EQ(edit({"photos", "#bench"}, photo, nullptr, "evidence/evidence.yaml").status, 200);
    EXPECT_TRUE(env.files.contains("/home/elm/pictures/img-2041.svg"));
    env.files[project] = text;
    EXPECT_EQ(edit({"photos", "+"}, nullptr, photo, "evidence/evidence.yaml").status, 200);
    EXPECT_EQ(edit({"photos", "#bench"}, photo, nullptr, "evidence/evidence.yaml").status, 200);
    EXPECT_FALSE(env.files.contains("/home/elm/pictures/img-2041.svg"));
    EXPECT_EQ(desk->answer(Undo{}).status, 200);
    EXPECT_EQ(env.files.at("/home/elm/pictures/img-2041.svg"), bytes);
}

TEST_F(Fixture, TellsWhoWaitsOfAChange) {
    const auto seen =
        Json::parse(desk->answer(Undo{}).status == 409 ? desk->answer(ReadState{}).body : "{}")["revision"];
    edit({"service", "name"}, "Elm Court", "Oak Court");
    const Json answer = Json::parse(desk->answer(Watch{seen.get<std::uint64_t>()}).body);
    EXPECT_GT(answer["revision"].get<std::uint64_t>(), seen.get<std::uint64_t>());
}

TEST_F(Fixture, MakesAProjectOfAName) {
    EXPECT_EQ(desk->answer(NewProject{"St. Mary's: \"Oak\""}).status, 200);
    EXPECT_EQ(env.files.at("/home/st-mary-s-oak/sayso.yaml"),
              "service:\n  name: \"St. Mary's: \\\"Oak\\\"\"\n");
    EXPECT_EQ(desk->answer(NewProject{"St. Mary's: \"Oak\""}).status, 409);
    EXPECT_EQ(desk->answer(NewProject{"  "}).status, 422);
    EXPECT_EQ(desk->answer(OpenProject{"../elm"}).status, 404);
}

}  // namespace
}  // namespace sayso::serve
