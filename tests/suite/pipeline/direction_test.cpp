// Documents of a language that runs from right to left, and of several languages, as a PDF reader takes them.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/pdf_reader.h"
#include "support/poppler.h"

namespace sayso::test {
namespace {

using testing::HasSubstr;
using testing::Not;

MemoryEnv machine_with(const std::string& template_text) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] =
        "approach: intensive-interaction\n"
        "service:\n"
        "  name: Willow House\n"
        "  fictional: true\n"
        "  contact: {name: Sam Okafor, role: Manager (north), phone: 01632 960 123, email: "
        "sam@willow.example}\n";
    if (!template_text.empty()) env.files["/p/templates/note.yaml"] = template_text;
    return env;
}

std::string made(MemoryEnv& env, BuildOptions options, const std::string& lang) {
    options.langs = {lang};
    options.draft_language = true;  // the words of these templates are in no file of that language
    const Report report = build(env, "/p", options);
    EXPECT_EQ(report.files.size(), 1u) << faults(report);
    return report.files.empty() ? "" : env.files.at(report.files.front());
}

/// Poppler gives the letters of one word from left to right.
std::string from_left(std::string_view word) {
    std::string out;
    for (std::size_t at = word.size(); at > 0;) {
        std::size_t begin = at - 1;
        while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0) == 0x80) --begin;
        out += word.substr(begin, at - begin);
        at = begin;
    }
    return out;
}

/// Where the words stand, as rows from the top and from left to right: "a b|c d".
std::string rows(const std::string& pdf, int page) {
    std::vector<SeenWord> words = seen_words(pdf, page);
    std::ranges::sort(words, [](const SeenWord& a, const SeenWord& b) {
        return std::pair(std::lround(a.y), a.x) < std::pair(std::lround(b.y), b.x);
    });
    std::string out;
    const SeenWord* last = nullptr;
    for (const SeenWord& word : words) {
        if (last != nullptr) out += std::lround(last->y) == std::lround(word.y) ? " " : "|";
        out += word.text;
        last = &word;
    }
    return out;
}

TEST(Direction, APhoneNumberInAnUrduLeafletRunsFromLeftToRight) {
    MemoryEnv env = machine_with("");
    const std::string pdf = made(env, one("family", "leaflet"), "ur");
    EXPECT_THAT(copied_pages(pdf), testing::Contains(HasSubstr("01632 960 123\n")));
    EXPECT_THAT(rows(pdf, 0) + "|" + rows(pdf, 1), HasSubstr("|01632 960 123|"));
    const PdfFile file = read_pdf(pdf);
    EXPECT_THAT(plain(text_in_tree_order(file)), HasSubstr("01632 960 123"));
    for (const char* mark : {"\u2066", "\u2068", "\u2069"})
        EXPECT_THAT(text_in_tree_order(file), Not(HasSubstr(mark)));
}

/// Everything that a template can put a phone number in, in a language that the words say and the file does
/// not.
constexpr const char* note = R"(id: note
name: Note
kind: note
extends: base
page:
  size: a4
  margin: 30mm
  header: [{text: "سر {{contact.phone}}"}]
  footer: [{text: "پا {{contact.phone}} صفحہ {page}"}]
flow:
  - heading: "سرخی {{contact.phone}} پر"
    level: 1
  - text: "پہلے {{contact.phone}} **بعد**"
  - text: "لکھا 01632 960 123 ہے"
  - {key-figure: "{{contact.phone}}", label: "فون {{contact.phone}}"}
  - {quote: "کہا {{contact.phone}}", by: "وہ {{contact.phone}}"}
  - table: approach.loop.steps
    columns:
      - {title: "فون {{contact.phone}}", cell: "پر {{contact.phone}}", header: true}
      - {title: "گھر", cell: "گھر"}
  - {list: approach.loop.steps, item: "فون {{contact.phone}}"}
  - contact: contact
)";

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
    return found;
}

TEST(Direction, APhoneNumberRunsFromLeftToRightWhereverItStands) {
    MemoryEnv env = machine_with(note);
    for (const char* lang : {"ur", "en-GB"}) {
        const std::string pdf = made(env, one("family", "note"), lang);
        const std::string words = rows(pdf, 0);
        const std::size_t all = count(words, "01632");
        EXPECT_GE(all, 15u) << words;
        EXPECT_EQ(count(words, "01632 960 123"), all) << lang << ": " << words;
        EXPECT_THAT(words, HasSubstr(from_left("ہے") + " 01632 960 123 " + from_left("لکھا")));
        EXPECT_THAT(plain(text_in_tree_order(read_pdf(pdf))), HasSubstr("لکھا 01632 960 123 ہے"));
    }
}

/// The left edge of a word on the first page.
double left_of(const std::string& pdf, const std::string& word) {
    for (const SeenWord& one : seen_words(pdf, 0))
        if (one.text == word) return one.x;
    ADD_FAILURE() << word << " is not there";
    return 0;
}

TEST(Direction, AParagraphOfAnotherScriptRunsItsOwnWay) {
    MemoryEnv env = machine_with(
        "id: note\nname: Note\nkind: note\nextends: base\nflow:\n"
        "  - text: \"שלום, (א) ב.\"\n"
        "  - text: \"“Yes, please.”\"\n"
        "  - text: \"وہ “Now.” ہے\"\n");
    for (const char* lang : {"en-GB", "ur"}) {
        const std::string pdf = made(env, one("family", "note"), lang);
        EXPECT_GT(left_of(pdf, from_left("שלום,")), left_of(pdf, from_left("ב."))) << lang;
        EXPECT_GT(left_of(pdf, from_left("שלום,")), 300) << "Hebrew begins at the right";
        EXPECT_LT(left_of(pdf, "“Yes,"), 100) << "English begins at the left";
    }
}

TEST(Direction, ASpaceBetweenTwoLanguagesStandsBetweenThem) {
    MemoryEnv env = machine_with(
        "id: note\nname: Note\nkind: note\nextends: base\nflow:\n"
        "  - text: \"{{string.open}} {{service.opening-hours}}\"\n");
    env.files["/p/sayso.yaml"] =
        "approach: intensive-interaction\nservice: {name: Willow House, opening-hours: \"from 9 to 5\"}\n";
    const std::string pdf = made(env, one("family", "note"), "ur");
    std::vector<SeenWord> words = seen_words(pdf, 0);
    std::ranges::sort(words, {}, &SeenWord::x);
    const auto last = std::ranges::find(words, "5", &SeenWord::text);
    ASSERT_LT(last - words.begin() + 1, std::ssize(words)) << rows(pdf, 0);
    EXPECT_GT(last[1].x - last->x - last->width, 1) << rows(pdf, 0);
}

}  // namespace
}  // namespace sayso::test
