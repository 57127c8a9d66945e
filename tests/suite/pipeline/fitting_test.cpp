// Every word that was composed is on a page, or the document is not made; and `check` says what a pack would.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sayso/pack.h"
#include "suite/pipeline/machine.h"

namespace sayso::test {
namespace {

using testing::HasSubstr;

constexpr const char* project =
    "approach: intensive-interaction\n"
    "overlays: [own.yaml]\n"
    "service:\n"
    "  name: \"Willow House\"\n"
    "  contact: {name: Sam Okafor, role: Coordinator, phone: 01632 960 123}\n"
    "  sites-file: sites.csv\n";

constexpr const char* pack_file =
    "documents:\n"
    "  - {audiences: [family], kinds: [leaflet, one-page]}\n"
    "  - {audiences: [management], kinds: [briefing]}\n"
    "  - {audiences: [everyone], kinds: [poster], whole-service: true}\n";

std::string words(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += (i > 0 ? " word" : "word") + std::to_string(i);
    return out;
}

std::string promise(int count) {
    return "audiences: {family: {texts: {leaflet-promise: \"" + words(count) + "\"}}}\n";
}

/// A project of two sites in a machine of its own.
struct Fitting : testing::Test {
    Fitting() {
        write("sayso.yaml", project);
        write("pack.yaml", pack_file);
        write("own.yaml", "{}\n");
        write("sites.csv", "id,name\nmill-lane,Mill Lane\norchard,The Orchard\n");
    }

    void write(const std::string& name, const std::string& text) { env.files["/p/" + name] = text; }
    void call_it(const std::string& name) {
        std::string text = project;
        text.replace(text.find("Willow House"), std::string("Willow House").size(), name);
        write("sayso.yaml", text);
    }
    Report build(const std::string& kind) { return test::build(env, "/p", one("family", kind)); }
    Report check(const CheckOptions& options = {}) { return Session(env, data_folder, "/p").check(options); }
    PackReport pack(const PackOptions& options = {}) {
        PackOptions fresh = options;
        fresh.out = "/pack";
        fresh.fresh = true;
        return make_pack(env, data_folder, "/p", fresh);
    }

    MemoryEnv env = shipped_machine();
};

TEST_F(Fitting, ALeafletThatOneTextFillsIsRefusedByBuildCheckAndPack) {
    write("own.yaml", promise(100));
    const std::string named = "/p/own.yaml:1:47: error: \"word0 word1";
    const Report built = build("leaflet");
    EXPECT_TRUE(built.files.empty());
    EXPECT_THAT(faults(built), HasSubstr(named));
    EXPECT_THAT(faults(built), HasSubstr("it has 689 characters, and "));
    EXPECT_THAT(faults(check()), HasSubstr(named));
    const PackReport packed = pack();
    EXPECT_THAT(faults(packed), HasSubstr(named));
    EXPECT_EQ(packed.failed, 2U);
    EXPECT_FALSE(env.is_file("/pack/mill-lane/family-leaflet.pdf"));
    EXPECT_TRUE(env.is_file("/pack/mill-lane/family-one-page.pdf"));
}

TEST_F(Fitting, TheLengthThatIsToldFits) {
    write("own.yaml", promise(100));
    const std::string told = faults(build("leaflet"));
    const std::size_t at = told.find("characters, and ") + std::string("characters, and ").size();
    const std::size_t fits = std::stoul(told.substr(at));
    const auto promise_of = [&](std::size_t length) {
        return "audiences: {family: {texts: {leaflet-promise: \"" + words(100).substr(0, length) + "\"}}}\n";
    };
    write("own.yaml", promise_of(fits));
    EXPECT_TRUE(build("leaflet").ok());
    write("own.yaml", promise_of(fits + 1));
    EXPECT_FALSE(build("leaflet").ok());
}

/// The drawing inside a leaflet is there if there is room: a service's own words come before it.
TEST_F(Fitting, ADrawingMakesRoomForWords) {
    write("own.yaml", "audiences: {family: {texts: {leaflet-opening: \"" + words(60) + "\"}}}\n");
    const Report report = build("leaflet");
    EXPECT_TRUE(report.ok()) << faults(report);
    write("own.yaml", "audiences: {family: {texts: {leaflet-opening: \"" + words(160) + "\"}}}\n");
    EXPECT_THAT(faults(build("leaflet")), HasSubstr("is too long for this document"));
}

TEST_F(Fitting, ANameOfThreeHundredWordsIsRefused) {
    call_it(words(340));
    for (const char* kind : {"leaflet", "briefing", "poster"}) {
        const Report report = build(kind);
        EXPECT_TRUE(report.files.empty()) << kind;
        EXPECT_THAT(faults(report), HasSubstr("/p/sayso.yaml:4:9: error: \"word0")) << kind;
    }
}

TEST_F(Fitting, ACheckLooksAtEverySiteUnlessOneIsNamed) {
    write("sites.csv", "id,name\nmill-lane,Mill Lane\norchard," + words(60) + "\n");
    EXPECT_THAT(faults(check()), HasSubstr("/p/sites.csv:3:9: error: \"word0"));
    CheckOptions options;
    options.sites = {"mill-lane"};
    EXPECT_TRUE(check(options).ok()) << faults(check(options));
    options.sites = {"orchard"};
    EXPECT_FALSE(check(options).ok());
    options.sites = {"orchid"};
    EXPECT_THAT(faults(check(options)), HasSubstr("did you mean \"orchard\"?"));
}

TEST_F(Fitting, ACheckOfOneReaderLooksAtTheKindsThatTheyHave) {
    CheckOptions options;
    for (const char* reader : {"family", "funders", "person", "everyone"}) {
        options.audiences = {reader};
        EXPECT_TRUE(Session(env, data_folder, "").check(options).ok()) << reader;
        EXPECT_TRUE(check(options).ok()) << reader << faults(check(options));
    }
}

TEST_F(Fitting, ACheckIsTheSameOnAnyNumberOfThreads) {
    write("own.yaml", promise(100) + "stakeholders: [{id: funders, name: \"Funders \U00010380\"}]\n");
    const std::string one_thread = faults(check());
    EXPECT_THAT(one_thread, HasSubstr("U+10380"));
    CheckOptions options;
    options.jobs = 8;
    EXPECT_EQ(faults(check(options)), one_thread);
}

/// One change that makes a sound project faulty, or does not.
struct Change {
    const char* name;
    const char* file;
    std::string text;
};

TEST_F(Fitting, NoFaultInACheckMeansThatAPackSucceeds) {
    const Change changes[] = {
        {"nothing", "notes.txt", ""},
        {"a long text", "own.yaml", promise(100)},
        {"a letter that no font has", "own.yaml", "name: \"Interaction \U00010380\"\n"},
        {"such a letter in a figure", "own.yaml", "stakeholders: [{id: funders, name: \"\U00010380\"}]\n"},
        {"a long name of a site", "sites.csv", "id,name\nmill-lane," + words(200) + "\norchard,Orchard\n"},
        {"a row without a name", "sites.csv", "id,name\nmill-lane,\norchard,Orchard\n"},
        {"a missing overlay", "sayso.yaml", "overlays: [none.yaml]\nservice: {name: Mill House}\n"},
        {"a missing logo", "sayso.yaml", "service: {name: Mill House, logo: {file: no.svg, alt: Mill}}\n"},
        {"a kind that is not there", "pack.yaml", "documents: [{audiences: [family], kinds: [leaflit]}]\n"},
        {"a reader that a kind is not for", "pack.yaml",
         "documents: [{audiences: [family], kinds: [plan-wording]}]\n"},
        {"a reader that is not there", "pack.yaml", "documents: [{audiences: [famly], kinds: [leaflet]}]\n"},
        {"no document", "pack.yaml", "documents: []\n"},
        {"a site that is not there", "pack.yaml",
         "documents: [{audiences: [family], kinds: [leaflet], sites: [mil-lane]}]\n"},
        {"only a screen leaflet", "pack.yaml",
         "documents: [{audiences: [family], kinds: [leaflet-screen]}]\n"},
        {"a theme that is not there", "sayso.yaml", "theme: no-such\nservice: {name: Mill House}\n"},
        {"a template that asks for what is not there", "templates/one-page.yaml",
         "id: one-page\nname: Note\nkind: one-page\nextends: base\nflow: [{text: \"{{audience.nmae}}\"}]\n"},
    };
    const MemoryEnv sound = env;
    int faulty = 0;
    for (const Change& change : changes) {
        for (const bool strict : {false, true}) {
            env = sound;
            write(change.file, change.text);
            CheckOptions look;
            look.strict = strict;
            PackOptions options;
            options.strict = strict;
            const Report checked = check(look);
            const PackReport packed = pack(options);
            EXPECT_EQ(checked.ok(), packed.ok() && packed.failed == 0) << change.name << "\n--- check\n"
                                                                       << faults(checked) << "--- pack\n"
                                                                       << faults(packed);
            faulty += checked.ok() ? 0 : 1;
        }
    }
    EXPECT_GT(faulty, 20);
}

}  // namespace
}  // namespace sayso::test
