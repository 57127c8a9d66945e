// docs/checks.md names every rule of `sayso check`, and none that is gone.
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source_tree.h"

namespace checks {
namespace {

using Codes = std::set<std::string>;
using testing::Contains;
using testing::ElementsAre;

void collect(const std::string& text, const std::regex& pattern, Codes& codes) {
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
        for (std::size_t group = 1; group < at->size(); ++group) codes.insert((*at)[group]);
    }
}

/// What stands first in calls of error() and warning(), and in a Diagnostic whose severity depends.
Codes codes_in(const std::string& text) {
    static const std::regex calls(R"re((?:error|warning)\(\s*"([a-z0-9-]+)")re");
    static const std::regex choices(R"re(\? "([a-z0-9]+-[a-z0-9-]+)" : "([a-z0-9]+-[a-z0-9-]+)")re");
    Codes codes;
    collect(text, calls, codes);
    collect(text, choices, codes);
    return codes;
}

Codes rules_of_program() {
    Codes codes;
    for (const SourceFile& file : source_files("src/check")) codes.merge(codes_in(file.text));
    codes.merge(codes_in(project_text("src/session/check_command.cpp")));
    return codes;
}

Codes rules_of_page(const std::string& page) {
    Codes codes;
    for (const std::string_view line : lines_of(page)) {
        if (!line.starts_with("| `")) continue;
        codes.emplace(line.substr(3, line.find('`', 3) - 3));
    }
    return codes;
}

TEST(RulesPage, NamesEveryRuleAndNoOther) {
    const std::string page = project_text("docs/checks.md");
    const Codes program = rules_of_program();
    EXPECT_THAT(program, Contains("contrast"));
    EXPECT_THAT(program, Contains("easy-read-sentence"));
    EXPECT_EQ(rules_of_page(page), program);
}

TEST(RulesPage, CodesAreFoundHoweverTheCallIsBroken) {
    EXPECT_THAT(codes_in("d.error(\n        \"a-b\", place, x);\nd.warning(\"c\", y);\n"
                         "Diagnostic fault{severity, easy ? \"d-e\" : \"f-g\", place};"),
                ElementsAre("a-b", "c", "d-e", "f-g"));
}

}  // namespace
}  // namespace checks
