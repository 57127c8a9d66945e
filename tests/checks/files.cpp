// Files stay short enough to read at a sitting, and every header says at its top what it is for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source_tree.h"

namespace checks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t longest_file = 500;  // lines; most stay under 400

Complaints too_long(const std::vector<SourceFile>& files) {
    Complaints complaints;
    for (const auto& file : files) {
        const auto lines = lines_of(file.text).size();
        if (lines > longest_file)
            complaints.push_back(complaint(file, lines, "too long; give it two nouns, two files"));
    }
    return complaints;
}

Complaints headers_without_purpose(const std::vector<SourceFile>& files) {
    Complaints complaints;
    for (const auto& file : files) {
        const auto lines = lines_of(file.text);
        const bool says = !lines.empty() && lines[0].starts_with("// ") && lines[0].size() > 12;
        if (is_header(file) && !says)
            complaints.push_back(complaint(file, 1, "open with a comment: what is this for?"));
    }
    return complaints;
}

TEST(Files, InSrcAreShort) {
    EXPECT_THAT(too_long(source_files("src")), IsEmpty());
}

TEST(Files, HeadersOpenWithTheirPurpose) {
    for (const auto* folder : {"src", "include", "tests"}) {
        EXPECT_THAT(headers_without_purpose(source_files(folder)), IsEmpty());
    }
}

TEST(Files, ALongOneIsFound) {
    std::string text;
    for (std::size_t i = 0; i < longest_file; ++i) text += "x\n";
    EXPECT_THAT(too_long({{"src/a.cpp", text}}), IsEmpty());
    EXPECT_THAT(too_long({{"src/a.cpp", text + "x\n"}}), SizeIs(1));
}

TEST(Files, AHeaderWithoutPurposeIsFound) {
    EXPECT_THAT(headers_without_purpose({{"src/a.h", "#pragma once\n"}, {"src/b.h", "// Ids of things.\n"}}),
                ElementsAre("src/a.h:1: open with a comment: what is this for?"));
}

}  // namespace
}  // namespace checks
