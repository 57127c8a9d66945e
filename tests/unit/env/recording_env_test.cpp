#include "env/recording_env.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

std::string as_is(std::string_view bytes) {
    return std::string(bytes);
}

struct Recorded {
    MemoryEnv env;
    Answers answers;

    Recorded() {
        env.files = {{"p/a.yaml", "one"}, {"p/lang/cy.yaml", "dau"}};
        RecordingEnv recorder(env, &as_is);
        recorder.read("p/a.yaml", 100);
        recorder.is_file("p/b.yaml");
        recorder.list("p/lang");
        answers = recorder.answers();
    }
    std::vector<std::string> changed() const { return changed_paths(env, answers, &as_is); }
};

using Paths = std::vector<std::string>;

TEST(RecordingEnv, NothingChanged) {
    EXPECT_EQ(Recorded().changed(), Paths{});
}

TEST(RecordingEnv, AFileThatWasReadHasOtherWords) {
    Recorded r;
    r.env.files["p/a.yaml"] = "two";
    EXPECT_EQ(r.changed(), Paths{"p/a.yaml"});
    r.env.files.erase("p/a.yaml");
    EXPECT_EQ(r.changed(), Paths{"p/a.yaml"});
}

TEST(RecordingEnv, AFileThatWasLookedForIsThereNow) {
    Recorded r;
    r.env.files["p/b.yaml"] = "";
    EXPECT_EQ(r.changed(), Paths{"p/b.yaml"});
}

TEST(RecordingEnv, AFolderThatWasListedHasOneMore) {
    Recorded r;
    r.env.files["p/lang/ur.yaml"] = "";
    EXPECT_EQ(r.changed(), Paths{"p/lang"});
}

TEST(RecordingEnv, WhatNobodyAskedForMayChange) {
    Recorded r;
    r.env.files["p/other.txt"] = "new";
    EXPECT_EQ(r.changed(), Paths{});
}

TEST(RecordingEnv, GivesTheSameAnswersWhateverHappensOnDisk) {
    MemoryEnv env;
    env.files = {{"p/a.yaml", "one"}};
    const RecordingEnv recorder(env, &as_is);
    recorder.read("p/a.yaml", 100);
    recorder.list("p");
    EXPECT_FALSE(recorder.is_file("p/b.yaml"));
    env.files = {{"p/b.yaml", "two"}};
    EXPECT_EQ(std::get<std::string>(recorder.read("p/a.yaml", 100)), "one");
    EXPECT_EQ(recorder.list("p"), Paths{"a.yaml"});
    EXPECT_FALSE(recorder.is_file("p/b.yaml"));
}

TEST(RecordingEnv, AfterAChangeItAsksAgainForWhatChangedAlone) {
    MemoryEnv env;
    env.files = {{"p/a.yaml", "one"}, {"p/lang/cy.yaml", "dau"}};
    const RecordingEnv before(env, &as_is);
    before.read("p/a.yaml", 100);
    before.read("p/lang/cy.yaml", 100);
    EXPECT_EQ(before.list("p/lang"), Paths{"cy.yaml"});
    EXPECT_EQ(before.list("p"), (Paths{"a.yaml", "lang"}));
    env.files = {{"p/a.yaml", "changed unseen"}, {"p/lang/cy.yaml", "tri"}, {"p/lang/ur.yaml", ""}};
    const RecordingEnv after(before, {"./p/lang/cy.yaml", "p/lang/ur.yaml"});
    EXPECT_EQ(std::get<std::string>(after.read("p/a.yaml", 100)), "one");
    EXPECT_EQ(std::get<std::string>(after.read("p/lang/cy.yaml", 100)), "tri");
    EXPECT_EQ(after.list("p/lang"), (Paths{"cy.yaml", "ur.yaml"}));
    EXPECT_EQ(std::get<std::string>(before.read("p/lang/cy.yaml", 100)), "dau");
}

}  // namespace
}  // namespace sayso
