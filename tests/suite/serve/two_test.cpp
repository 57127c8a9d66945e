// Two people, two workbenches, one project: what both wrote is kept, and where they wrote the same it is
// shown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "env/passing_env.h"
#include "suite/serve/house.h"

namespace sayso::suite {
namespace {

using serve::Json;
using testing::HasSubstr;

/// A disk that cannot keep a second workbench out, as some shared ones cannot.
class WithoutLocks final : public PassingEnv {
  public:
    using PassingEnv::PassingEnv;
    std::variant<std::shared_ptr<void>, LockHolder, IoError> lock(const std::string&, Sharing) override {
        return std::shared_ptr<void>{};
    }
};

TEST(TwoWorkbenches, TheSecondIsToldOfTheFirst) {
    const House house;
    DiskEnv disk;
    serve::Desk second(disk, SAYSO_SOURCE_DIR, {});
    const auto refusal = second.open(house.path());
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->status, 409);
    EXPECT_THAT(refusal->sentence, HasSubstr("open in the workbench already (process "));
    EXPECT_THAT(refusal->sentence, HasSubstr("Use that window, or close it first."));
}

TEST(TwoWorkbenches, WhereNothingKeepsTheSecondOutBothAreKept) {
    DiskEnv disk;
    WithoutLocks shared(disk);
    const House first(&shared);
    const House second(&shared, first.path());
    EXPECT_EQ(first.edit({"service", "name"}, "Elm Court", "Oak Court").status, 200);
    // The second has not seen that yet: another field is no conflict.
    EXPECT_EQ(second.edit({"service", "about"}, "We do.", "We do so.").status, 200);
    EXPECT_EQ(first.read("sayso.yaml"),
              "# ours\nservice:\n  name: Oak Court  # as on the sign\n  about: \"We do so.\"\n");
    // The same field is one, and shown.
    const Reply conflict = second.edit({"service", "name"}, "Elm Court", "Ash Court");
    EXPECT_EQ(conflict.status, 409);
    EXPECT_THAT(sentence(conflict), HasSubstr("choose which of the two to keep"));
    const Json said = Json::parse(conflict.body);
    EXPECT_EQ(said["conflict"], true);
    EXPECT_EQ(said["now"], "Oak Court");
    // So is a whole text, and undo of what somebody wrote over.
    EXPECT_EQ(
        second.ask("POST", "/api/save", Json{{"file", "sayso.yaml"}, {"was", elm}, {"text", "x: y\n"}}.dump())
            .status,
        409);
    EXPECT_EQ(first.ask("POST", "/api/undo").status, 409);
    EXPECT_THAT(first.read("sayso.yaml"), HasSubstr("We do so."));
    // Once seen, it can be chosen.
    EXPECT_EQ(second.edit({"service", "name"}, "Oak Court", "Ash Court").status, 200);
    EXPECT_THAT(first.read("sayso.yaml"), HasSubstr("name: Ash Court  # as on the sign"));
}

}  // namespace
}  // namespace sayso::suite
