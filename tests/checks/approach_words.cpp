// No word of the shipped approach stands in src/: another approach must work by its YAML alone. What to look
// for is read from the approaches themselves.
#include <algorithm>
#include <cctype>
#include <functional>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/value.h"
#include "source_tree.h"

namespace checks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

struct ApproachWords {
    std::set<std::string> phrases;  // lower case; must not occur at all
    std::set<std::string> ids;      // must not occur as a whole string literal of the code
};

// Ids that are also words of sayso's own: data names in templates, keys of a theme.
const std::set<std::string> own_words = {"person", "family", "overall"};

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// "learning" and "for children" may well be needed by a comment; "appropriate use of funds" never is.
bool is_telling(std::string_view name) {
    int long_words = 0;
    std::size_t letters = 0;
    for (const char c : std::string(name) + ' ') {
        const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
        letters = letter ? letters + 1 : 0;
        if (letters == 4) ++long_words;
    }
    return long_words >= 2 || name.ends_with('!');
}

void collect(const sayso::load::Value& value, ApproachWords& words) {
    if (const auto* name = value.find("name"); name && is_telling(name->scalar)) {
        words.phrases.insert(lower(name->scalar));
    }
    if (const auto* id = value.find("id"); id && !own_words.contains(id->scalar))
        words.ids.insert(id->scalar);
    for (const auto& item : value.items) collect(item, words);
    for (const auto& entry : value.entries) collect(entry.value, words);
}

/// Of the keys whose words are the approach's own; `terms` and `abbreviations` are the country's.
ApproachWords words_of(std::string_view yaml) {
    ApproachWords words;
    sayso::Diagnostics diagnostics;
    const auto approach = sayso::load::parse_yaml(1, yaml, "", diagnostics);
    if (!approach) return words;
    if (const auto* name = approach->find("name")) words.phrases.insert(lower(name->scalar));
    for (const auto* key : {"strands", "means", "outcomes", "overall", "stakeholders"}) {
        if (const auto* value = approach->find(key)) collect(*value, words);
    }
    return words;
}

Complaints approach_words_in(const std::vector<SourceFile>& files, const ApproachWords& words) {
    Complaints complaints;
    for (const auto& file : files) {
        std::size_t number = 0;
        for (const auto line : lines_of(file.text)) {
            ++number;
            const auto text = lower(line);
            for (const auto& phrase : words.phrases) {
                if (text.find(phrase) != text.npos) complaints.push_back(complaint(file, number, phrase));
            }
            const auto code = line.substr(0, line.find("//"));
            for (const auto& id : words.ids) {
                if (code.find('"' + id + '"') != code.npos)
                    complaints.push_back(complaint(file, number, '"' + id + '"'));
            }
        }
    }
    return complaints;
}

TEST(ApproachWords, StandInNoSource) {
    for (const auto& approach : folders_in("templates/approaches")) {
        const auto words = words_of(project_text("templates/approaches/" + approach + "/approach.yaml"));
        EXPECT_THAT(words.phrases, Not(IsEmpty())) << approach << " was not understood";
        EXPECT_THAT(approach_words_in(source_files("src"), words), IsEmpty()) << "words of " << approach;
        EXPECT_THAT(approach_words_in(source_files("include"), words), IsEmpty()) << "words of " << approach;
    }
}

TEST(ApproachWords, AreFoundWhereTheyStand) {
    const auto words = words_of(
        "name: Warm Tea\n"
        "outcomes:\n  - {id: fewer-cold-cups, name: Fewer cold cups}\n  - {id: joy, name: Joy}\n"
        "stakeholders:\n  - {id: guests, name: Guests}\n  - {id: person, name: The Person}\n");
    const std::vector<SourceFile> files = {
        {"src/a.cpp", "// as warm tea does, \"guests\" too\n// joy\nif (id == \"guests\") {}\n"},
        {"src/b.cpp", "x(\"person\"); y(\"fewer-cold-cups\"); // guests\n"}};
    EXPECT_THAT(
        approach_words_in(files, words),
        ElementsAre("src/a.cpp:1: warm tea", "src/a.cpp:3: \"guests\"", "src/b.cpp:1: \"fewer-cold-cups\""));
}

}  // namespace
}  // namespace checks
