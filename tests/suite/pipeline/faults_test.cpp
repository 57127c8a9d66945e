// What users get wrong, and what machines do: every fault at once, with its place, and nothing half-written.
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/full_disk.h"

namespace sayso::test {
namespace {

TEST(Faults, ThreeInOneRunEachWithPlaceCaretAndHint) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] =
        "approach: intensive-interaction\n"
        "overlays: [own.yaml]\n"
        "service:\n"
        "  name: Mill House\n"
        "  strnads: [adults]\n"
        "  logo: {file: logo.png, alt: Mill House}\n";
    env.files["/p/own.yaml"] = "overall: [social-inclusion, sense-of-agensy]\n";
    const Report report = Session(env, data_folder, "/p").check({});
    const std::string text = faults(report);
    EXPECT_EQ(report.errors, 3u) << text;
    EXPECT_NE(text.find("/p/sayso.yaml:5:3: error: unknown key \"strnads\""), std::string::npos) << text;
    EXPECT_NE(text.find("did you mean \"strands\"?"), std::string::npos);
    EXPECT_NE(text.find("/p/own.yaml:1:29: error:"), std::string::npos) << text;
    EXPECT_NE(text.find("did you mean \"sense-of-agency\"?"), std::string::npos);
    EXPECT_NE(text.find("/p/sayso.yaml:6:16: error: there is no file \"logo.png\""), std::string::npos)
        << text;
    EXPECT_NE(text.find("^~~~"), std::string::npos);
}

TEST(Faults, AFullDiskIsOneClearError) {
    MemoryEnv machine = shipped_machine();
    FullDisk env(machine);
    const Report report = Session(env, data_folder, "").build(one("family", "one-page"));
    EXPECT_TRUE(report.files.empty());
    EXPECT_EQ(faults(report),
              "sayso: error: cannot write \"/out/family-one-page.pdf\": the disk is full\n"
              "  note: in family-one-page\n"
              "  hint: choose another folder, or make room\n");
}

TEST(Faults, UnknownNamesOnTheCommandLineSuggest) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("comissioners", "breifing");
    const Report report = build(env, "", options);
    const std::string text = faults(report);
    EXPECT_NE(text.find("did you mean \"commissioners\"?"), std::string::npos) << text;
    EXPECT_NE(text.find("did you mean \"briefing\"?"), std::string::npos) << text;
}

TEST(Faults, ATemplateThatAsksForWhatIsNotThereNamesBothPlaces) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] = "approach: intensive-interaction\n";
    env.files["/p/templates/note.yaml"] =
        "id: note\nname: Note\nkind: note\nextends: base\nflow:\n  - text: \"Dear {{audience.nmae}}\"\n";
    const Report report = build(env, "/p", one("family", "note"));
    const std::string text = faults(report);
    EXPECT_NE(text.find("/p/templates/note.yaml:6:11: error: audience \"family\" has no \"nmae\""),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("audiences/family.yaml"), std::string::npos) << text;
    EXPECT_TRUE(report.files.empty());
}

TEST(Faults, InitBuildsAtOnceAndNeverOverwrites) {
    MemoryEnv env = shipped_machine();
    EXPECT_TRUE(init_project(env, data_folder, "/mine").ok());
    EXPECT_TRUE(build(env, "/mine", one("commissioners", "briefing")).ok());
    EXPECT_FALSE(init_project(env, data_folder, "/mine").ok());
}

}  // namespace
}  // namespace sayso::test
