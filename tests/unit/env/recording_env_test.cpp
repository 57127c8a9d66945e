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

}  // namespace
}  // namespace sayso
