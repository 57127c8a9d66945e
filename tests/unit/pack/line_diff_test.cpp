#include "pack/line_diff.h"

#include <random>

#include <gtest/gtest.h>

namespace sayso::pack {
namespace {

std::string shown(const std::string& before, const std::string& after) {
    std::string out;
    for (const LineChange& change : line_changes(lines_of(before), lines_of(after)))
        out += "[" + change.before + "|" + change.after + "]";
    return out;
}

TEST(LineDiff, Changes) {
    EXPECT_EQ(shown("a\nb\nc\n", "a\nb\nc\n"), "");
    EXPECT_EQ(shown("a\nb\nc\n", "a\nx\nc\n"), "[b|x]");
    EXPECT_EQ(shown("a\nc\n", "a\nb\nc\n"), "[|b]");
    EXPECT_EQ(shown("a\nb\nc\n", "a\nc\n"), "[b|]");
    EXPECT_EQ(shown("", "a\n"), "[|a]");
    EXPECT_EQ(shown("a\nb\n", "b\na\n"), "[a|][|a]");
}

// Whatever the texts: what stayed, with what came, is the new text.
TEST(LineDiff, AccountsForEveryLine) {
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> before(random() % 12), after(random() % 12);
        for (auto* lines : {&before, &after}) {
            for (std::string& line : *lines) line = std::string(1, static_cast<char>('a' + random() % 4));
        }
        std::size_t gone = 0, came = 0;
        for (const LineChange& change : line_changes(before, after)) {
            gone += !change.before.empty();
            came += !change.after.empty();
        }
        EXPECT_EQ(before.size() - gone, after.size() - came);
    }
}

}  // namespace
}  // namespace sayso::pack
