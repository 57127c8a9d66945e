// A change on disk makes a new snapshot: it reads what changed, shares the rest, and the old one stays as it
// was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "env/passing_env.h"
#include "suite/pipeline/machine.h"
#include "suite/pipeline/workbench.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Notes every file that is read.
class ReadingEnv final : public PassingEnv {
  public:
    using PassingEnv::PassingEnv;
    std::variant<std::string, IoError> read(const std::string& path, std::size_t max_bytes) const override {
        paths.push_back(path);
        return PassingEnv::read(path, max_bytes);
    }
    mutable std::vector<std::string> paths;
};

std::string overlay(const std::string& words) {
    return "audiences:\n  family:\n    what-this-is: \"" + words + "\"\n";
}

struct Snapshots : testing::Test {
    Snapshots() {
        machine.files["/p/sayso.yaml"] =
            "approach: intensive-interaction\noverlays: [own.yaml]\nservice:\n  name: Mill House\n";
        write(overlay("We wait, and listen."));
    }
    void write(const std::string& text) { machine.files["/p/own.yaml"] = text; }

    Documents make(const Session& session, const std::string& kind = "briefing") {
        return session.make(one("family", kind));
    }
    static std::string text(const Documents& documents) {
        return documents.made.empty() ? "" : text_in_tree_order(read_pdf(documents.made.front().bytes));
    }

    MemoryEnv machine = shipped_machine();
    ReadingEnv env{machine};
};

TEST_F(Snapshots, AnEditedFileIsReadAloneAndGivesTheNewDocument) {
    const Preview preview = test::preview(env, data_folder, "/p", "/p/own.yaml", [&] {
        env.paths.clear();
        write(overlay("We sing, and laugh."));
    });
    EXPECT_THAT(env.paths, ElementsAre("/p/own.yaml"));
    EXPECT_THAT(text(preview.before), HasSubstr("We wait, and listen."));
    EXPECT_THAT(text(preview.after), HasSubstr("We sing, and laugh."));
    ASSERT_EQ(preview.still_before.made.size(), 1U);
    EXPECT_TRUE(preview.still_before.made.front().bytes == preview.before.made.front().bytes);
    EXPECT_THAT(preview.after.files, IsEmpty());
    RecordProperty("milliseconds", std::to_string(preview.milliseconds));
    std::printf("from the edit to the document: %.1f ms\n", preview.milliseconds);
}

TEST_F(Snapshots, TheNewDocumentIsThatOfAFreshStart) {
    const Session opened(env, data_folder, "/p");
    make(opened);
    write(overlay("We sing, and laugh."));
    const Documents after = make(opened.after({"/p/own.yaml"}));
    const Documents fresh = make(Session(env, data_folder, "/p"));
    ASSERT_EQ(after.made.size(), 1U);
    EXPECT_TRUE(after.made.front().bytes == fresh.made.front().bytes);
}

TEST_F(Snapshots, FaultsComeAndGoWithTheFile) {
    const Session sound(env, data_folder, "/p");
    EXPECT_TRUE(make(sound).ok());
    write("audiences:\n  famly: {}\n");
    const Session faulty = sound.after({"/p/own.yaml"});
    const Documents refused = make(faulty);
    EXPECT_THAT(faults(refused),
                HasSubstr("/p/own.yaml:2:3: error: there is no audience \"famly\"\n  2 |   famly"));
    EXPECT_THAT(refused.made, IsEmpty());
    write(overlay("We hum."));
    const Documents mended = make(faulty.after({"/p/own.yaml"}));
    EXPECT_TRUE(mended.ok()) << faults(mended);
    EXPECT_THAT(text(mended), HasSubstr("We hum."));
    EXPECT_THAT(faults(make(faulty)), HasSubstr("famly"));
}

TEST_F(Snapshots, FilesThatComeAndGoAreSeen) {
    const Session plain(env, data_folder, "/p");
    EXPECT_THAT(text(make(plain)), Not(HasSubstr("Only this")));
    machine.files["/p/templates/briefing.yaml"] =
        "id: briefing\nname: Briefing\nkind: briefing\nextends: base\ntitle: Briefing\nflow:\n"
        "  - {heading: \"Only this\", level: 1}\n";
    const Session own = plain.after({"/p/templates/briefing.yaml"});
    EXPECT_THAT(text(make(own)), HasSubstr("Only this"));
    machine.files.erase("/p/templates/briefing.yaml");
    EXPECT_THAT(text(make(own.after({"/p/templates/briefing.yaml"}))), Not(HasSubstr("Only this")));
}

TEST_F(Snapshots, AFileThatChangesUnnoticedStaysWhatItWas) {
    const Session opened(env, data_folder, "/p");
    const Documents before = make(opened);
    write(overlay("We sing, and laugh."));
    EXPECT_TRUE(make(opened).made.front().bytes == before.made.front().bytes);
    EXPECT_THAT(opened.paths(), testing::Contains("/p/own.yaml"));
}

}  // namespace
}  // namespace sayso::test
