// Writing one value into a file, beginning with what must stay as it is.
#include "load/rewrite.h"

#include <fstream>
#include <random>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::load {
namespace {

using Path = std::vector<std::string>;

Value text_value(std::string text) {
    Value out;
    out.kind = Value::Kind::scalar;
    out.scalar = std::move(text);
    out.quoted = true;
    return out;
}

Value parse(std::string_view text) {
    Diagnostics faults;
    auto value = parse_yaml(1, text, {}, faults);
    EXPECT_FALSE(faults.has_errors()) << text;
    return value.value_or(Value{});
}

std::string with(std::string_view file, const Path& path, std::optional<Value> value,
                 const RecordShape* shape = nullptr) {
    const auto out = rewritten(file, {path, std::move(value)}, shape);
    return std::holds_alternative<std::string>(out) ? std::get<std::string>(out) : "refused";
}

std::string with_text(std::string_view file, const Path& path, std::string text) {
    return with(file, path, text_value(std::move(text)));
}

TEST(Rewrite, KeepsQuotesAndComments) {
    EXPECT_EQ(with_text("# head\na: one  # why\nb: 'two' # here\nc: \"three\"\n", {"a"}, "uno"),
              "# head\na: uno  # why\nb: 'two' # here\nc: \"three\"\n");
    EXPECT_EQ(with_text("b: 'two' # here\n", {"b"}, "it's"), "b: 'it''s' # here\n");
    EXPECT_EQ(with_text("c: \"three\"\r\nd: 1\r\n", {"c"}, "a \"b\" \\"),
              "c: \"a \\\"b\\\" \\\\\"\r\nd: 1\r\n");
}

TEST(Rewrite, QuotesWhatWouldBeReadAsSomethingElse) {
    for (const char* text : {"",
                             " ",
                             "true",
                             "No",
                             "null",
                             "~",
                             "12",
                             "1e3",
                             "- a",
                             "a: b",
                             "a #b",
                             "#a",
                             "@a",
                             "&a b",
                             "*a",
                             "!a",
                             "%a",
                             "`a`",
                             "[a",
                             "{a",
                             "a]",
                             "'a",
                             "\"a",
                             "a\\b",
                             "2026-01-01",
                             "<<",
                             "? a",
                             "a:",
                             "\xEF\xBB\xBFz",
                             "a\tb",
                             "a\nb",
                             "\na\n"}) {
        const std::string out = with_text("key: old\n", {"key"}, text);
        EXPECT_TRUE(says_the_same(parse(out).entries.at(0).value, text_value(text))) << text << "\n" << out;
    }
}

TEST(Rewrite, KeepsTheKindOfABlockOfText) {
    EXPECT_EQ(with_text("a: |  # address\n    one\n    two\nb: x\n", {"a"}, "one\nthree"),
              "a: |  # address\n    one\n    three\nb: x\n");
    EXPECT_EQ(with_text("a: >\n  one two\n  three\n\nb: x\n", {"a"}, "one two four five"),
              "a: >\n  one two\n  four\n  five\n\nb: x\n");
    EXPECT_EQ(with_text("a: plain text\n  that goes on\nb: x\n", {"a"}, "short"), "a: short\nb: x\n");
}

TEST(Rewrite, ReachesIntoBracketsAndItems) {
    EXPECT_EQ(with_text("rows:\n  - {id: one, say: \"old\"}  # first\n  - {id: two, say: x}\n",
                        {"rows", "two", "say"}, "a, b"),
              "rows:\n  - {id: one, say: \"old\"}  # first\n  - {id: two, say: \"a, b\"}\n");
    EXPECT_EQ(with_text("rows:\n  - {id: one}\n", {"rows", "one", "say"}, "yes please"),
              "rows:\n  - {id: one, say: yes please}\n");
    EXPECT_EQ(with_text("list: [a, b]\n", {"list", new_item.data()}, "c"), "list: [a, b, c]\n");
}

TEST(Rewrite, PutsAMissingKeyInItsPlace) {
    RecordShape inner{"contact", "", {}, {}, {}};
    for (const char* key : {"name", "role", "phone"}) inner.fields.push_back({key, "", {}, {}});
    EXPECT_EQ(with("name: Sam # who\nphone: 1 2\n", {"role"}, text_value("cook"), &inner),
              "name: Sam # who\nrole: cook\nphone: 1 2\n");
    EXPECT_EQ(with("phone: 1 2\n", {"name"}, text_value("Sam"), &inner), "name: Sam\nphone: 1 2\n");
    EXPECT_EQ(with_text("", {"a", "b"}, "c"), "a:\n  b: c\n");
    EXPECT_EQ(with_text("a:\nz: 1\n", {"a", "b"}, "c"), "a:\n  b: c\nz: 1\n");
    EXPECT_EQ(with_text("a:\n  b: 1", {"a", "c"}, "d"), "a:\n  b: 1\n  c: d");
}

TEST(Rewrite, AddsAndTakesAwayItems) {
    const std::string file =
        "sites:\n  - id: a  # first\n    name: A\n  # between\n  - id: b\n    name: B\nend: 1\n";
    Value site = parse("{id: c, name: \"C: c\"}");
    EXPECT_EQ(with(file, {"sites", "+"}, site),
              "sites:\n  - id: a  # first\n    name: A\n  # between\n  - id: b\n    name: B\n  - id: c\n    "
              "name: \"C: c\"\nend: 1\n");
    EXPECT_EQ(with(file, {"sites", "b"}, {}),
              "sites:\n  - id: a  # first\n    name: A\n  # between\nend: 1\n");
    EXPECT_EQ(with(file, {"sites", "a", "name"}, {}),
              "sites:\n  - id: a  # first\n  # between\n  - id: b\n    name: B\nend: 1\n");
    EXPECT_EQ(with("a:\n  - id: x\nb: 1\n", {"a", "x"}, {}), "b: 1\n");
    EXPECT_EQ(with("a: {b: 1, c: 2}\n", {"a", "b"}, {}), "a: {c: 2}\n");
    EXPECT_EQ(with("a: 1 # one\nb: 2\n", {"a"}, {}), "# one\nb: 2\n");
}

TEST(Rewrite, MakesTheItemOfAnId) {
    const Path where{"audiences", "family", "outcomes", "#fun", "claim"};
    const std::string made = with_text("audiences:\n  family:\n    loop: x\n", where, "Good fun");
    EXPECT_EQ(
        made,
        "audiences:\n  family:\n    loop: x\n    outcomes:\n      - id: fun\n        claim: Good fun\n");
    EXPECT_EQ(with_text(made, where, "Fun"),
              "audiences:\n  family:\n    loop: x\n    outcomes:\n      - id: fun\n        claim: Fun\n");
    EXPECT_EQ(with_text(made, {"audiences", "family", "outcomes", "#calm", "claim"}, "Calm"),
              made + "      - id: calm\n        claim: Calm\n");
    EXPECT_EQ(with_text("a: [{id: b, c: d}]\n", {"a", "#e", "c"}, "f"),
              "a: [{id: b, c: d}, {id: e, c: f}]\n");
}

TEST(Rewrite, RefusesWhatItCannotBeSureOf) {
    EXPECT_EQ(with_text("a: &x one\nb: *x\n", {"b"}, "two"), "refused");
    EXPECT_EQ(with_text("a: [", {"a"}, "two"), "refused");
    EXPECT_EQ(with("a: 1\n", {"b"}, {}), "refused");
    EXPECT_EQ(with_text("a: text\n", {"a", "b"}, "two"), "refused");
    EXPECT_EQ(with_text("a: [{id: b}]\n", {"a", "#c"}, "B: b"), "refused");  // an item of that id is no text
}

// Any edit of any shipped file.
// ------------------------------------------------------------------------------------------------

void collect(const Value& value, Path& path, std::vector<Path>& out) {
    if (value.kind == Value::Kind::scalar) out.push_back(path);
    for (const Entry& entry : value.entries) {
        path.push_back(entry.key);
        collect(entry.value, path, out);
        path.pop_back();
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        path.push_back(std::to_string(i));
        collect(value.items[i], path, out);
        path.pop_back();
    }
}

std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> pieces{
        "a",  "Sam",  " ",    "  ", ": ", " #", "\"",           "'", "\n", "\\",
        "[",  "]",    "{",    "}",  ",",  "-",  "\xC3\xA9",     "&", "*",  "%",
        "12", "true", "null", "~",  "\t", "!",  "\xE2\x80\x9C", "|", ">",  "word"};
    std::string out;
    for (std::size_t left = random() % 9; left > 0; --left) out += pieces[random() % pieces.size()];
    return out;
}

/// The comments of a file's own lines, in order.
std::vector<std::string> comment_lines(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto word = line.find_first_not_of(' ');
        if (word != line.npos && line[word] == '#') out.push_back(line);
    }
    return out;
}

TEST(Rewrite, OfAnyTextInShippedFilesChangesThatAlone) {
    std::mt19937 random(20261124);
    const std::string root = SAYSO_SOURCE_DIR;
    for (const char* name :
         {"/examples/willow-house/sayso.yaml", "/examples/willow-house/evidence/evidence.yaml",
          "/templates/approaches/intensive-interaction/audiences/family.yaml",
          "/templates/kinds/leaflet.yaml", "/templates/themes/sayso.yaml"}) {
        std::ifstream in(root + name, std::ios::binary);
        std::string file((std::istreambuf_iterator<char>(in)), {});
        for (int round = 0; round < 40; ++round) {
            std::vector<Path> paths;
            Path path;
            const Value before = parse(file);
            collect(before, path, paths);
            ASSERT_FALSE(paths.empty()) << name;
            const Path& where = paths[random() % paths.size()];
            if (where.back() == "id") continue;  // the path itself would change
            const std::string text = random_text(random);
            const std::string out = with_text(file, where, text);
            ASSERT_NE(out, "refused") << name << " " << testing::PrintToString(where) << " " << text;
            const Value after = parse(out);
            ASSERT_TRUE(says_the_same(*value_along(after, where), text_value(text)));
            EXPECT_EQ(comment_lines(out), comment_lines(file));
            file = out;
        }
    }
}

}  // namespace
}  // namespace sayso::load
