// A new approach, from the first command to a pack, by its YAML alone.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sayso/pack.h"
#include "suite/pipeline/machine.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using testing::HasSubstr;
using testing::Not;

MemoryEnv begun() {
    MemoryEnv env = shipped_machine();
    const Report made = init_approach(env, data_folder, "/p", "forest-mornings");
    EXPECT_TRUE(made.ok()) << faults(made);
    return env;
}

TEST(NewApproach, ChecksAtOnceAndSaysWhatIsLeft) {
    MemoryEnv env = begun();
    const Report report = Session(env, data_folder, "/p").check({});
    EXPECT_EQ(report.errors, 0U) << faults(report);
    EXPECT_THAT(faults(report), HasSubstr("this file is not finished"));
    EXPECT_THAT(faults(report), HasSubstr("of this document's texts are still to be written"));
}

TEST(NewApproach, EveryDocumentOfAPackIsMadeAndSaysThatItIsUnfinished) {
    MemoryEnv env = begun();
    env.files["/p/pack.yaml"] =
        "documents:\n"
        "  - kinds: [briefing, leaflet, one-page, poster, booklet, easy-read, plan-wording]\n"
        "    editions: [standard, large-print]\n";
    PackOptions options;
    options.out = "/pack";
    const PackReport report = make_pack(env, data_folder, "/p", options);
    EXPECT_EQ(report.failed, 0U) << faults(report);
    EXPECT_GT(report.made, 40U);
    std::string everything;
    for (const auto& [path, bytes] : env.files) {
        if (path.starts_with("/pack/") && path.ends_with("family-briefing.pdf")) everything += bytes;
    }
    ASSERT_FALSE(everything.empty());
    const PdfFile file = read_pdf(everything);
    EXPECT_THAT(plain(text_in_tree_order(file)), HasSubstr("To write:"));
}

TEST(NewApproach, ANameThatIsNoneOrTakenIsRefused) {
    MemoryEnv env = shipped_machine();
    EXPECT_THAT(faults(init_approach(env, data_folder, "/p", "Forest Mornings")),
                HasSubstr("such as \"forest-mornings\""));
    EXPECT_THAT(faults(init_approach(env, data_folder, "/p", "intensive-interaction")),
                HasSubstr("is there already"));
    EXPECT_TRUE(env.list("/p").empty());
}

/// "And for the person" follows the central stakeholder.
TEST(NewApproach, TheOneAtTheHeartIsCalledByTheirOwnName) {
    MemoryEnv env = begun();
    std::string& approach = env.files.at("/p/forest-mornings/approach.yaml");
    const std::string was = "in-sentence: \"the person\"";
    ASSERT_NE(approach.find(was), std::string::npos) << approach;
    approach.replace(approach.find(was), was.size(), "in-sentence: the child");
    const Report report = build(env, "/p", one("family", "leaflet"));
    ASSERT_EQ(report.files.size(), 1U) << faults(report);
    EXPECT_THAT(plain(text_in_tree_order(read_pdf(env.files.at(report.files[0])))),
                HasSubstr("And for the child"));
}

std::vector<std::string> wanted_texts() {
    MemoryEnv env = shipped_machine();
    std::vector<std::string> lines;
    Session(env, data_folder, "").list("texts", lines);
    return lines;
}

/// Whatever a shipped kind prints of `audience.texts` it says what it is for.
TEST(NamedTexts, EachHasAPurpose) {
    const std::vector<std::string> lines = wanted_texts();
    const MemoryEnv env = shipped_machine();
    const std::string tag = "audience.texts.";
    for (const auto& [path, text] : env.files) {
        if (!path.starts_with("/sayso/templates/kinds/")) continue;
        for (std::size_t at = text.find(tag); at != std::string::npos; at = text.find(tag, at + 1)) {
            const std::size_t begin = at + tag.size();
            const std::string name = text.substr(begin, text.find_first_of("} \n", begin) - begin);
            const bool told = std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
                return line.starts_with(name + "\t");
            });
            EXPECT_TRUE(told) << path << ": \"" << name << "\" has no purpose under `texts`";
        }
    }
}

TEST(NamedTexts, TheTableInDocsIsTheTemplates) {
    std::string table =
        "<!-- texts -->\n| text | kinds | readers | room | what it is for |\n|---|---|---|---|---|\n";
    for (const std::string& line : wanted_texts()) {
        std::string row = "| `" + line + " |\n";
        row.insert(row.find('\t'), "`");
        for (std::size_t at = row.find('\t'); at != std::string::npos; at = row.find('\t', at + 1))
            row.replace(at, 1, " | ");
        table += row;
    }
    table += "<!-- end of texts -->\n";
    const auto page = DiskEnv{}.read(std::string(SAYSO_SOURCE_DIR) + "/docs/approaches.md", 1U << 20);
    ASSERT_TRUE(std::holds_alternative<std::string>(page));
    EXPECT_NE(std::get<std::string>(page).find(table), std::string::npos) << "write it anew:\n" << table;
}

}  // namespace
}  // namespace sayso::test
