// Values, phone numbers and words of another language among words that run the other way.
#include <algorithm>
#include <array>
#include <random>

#include <unicode/ubidi.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "shaping.h"

namespace sayso::test {
namespace {

using text::runs_from_right;

/// The characters of a line by the places of their glyphs, from left to right.
std::string seen(const text::Line& line) {
    std::string out;
    for (const auto& [owner, run] : line.runs) {
        for (const frame::Glyph& glyph : run.glyphs) {
            std::size_t at = glyph.cluster;
            append_utf8(out, next_code_point(run.text, at));
        }
    }
    return out;
}

/// What ICU shows of a text that holds the marks of isolates itself.
std::string shown_by_icu(const std::string& words, bool rtl) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(words);
    UErrorCode status = U_ZERO_ERROR;
    UBiDi* const bidi = ubidi_open();
    ubidi_setPara(bidi, text.getBuffer(), text.length(), rtl ? 1 : 0, nullptr, &status);
    std::u16string seen(static_cast<std::size_t>(text.length()) + 1, u' ');
    const std::int32_t length = ubidi_writeReordered(
        bidi, seen.data(), static_cast<std::int32_t>(seen.size()), UBIDI_REMOVE_BIDI_CONTROLS, &status);
    ubidi_close(bidi);
    EXPECT_TRUE(U_SUCCESS(status));
    std::string out;
    icu::UnicodeString(seen.data(), length).toUTF8String(out);
    return out;
}

class Isolates : public Shaping {
  protected:
    static text::Span value(std::string_view words, Isolate isolate, std::string_view lang = "ur") {
        text::Span out = span(words, 400, lang);
        out.isolate = isolate;
        out.owner = NodeId{++owners_};
        return out;
    }
    static text::Span urdu(std::string_view words) { return value(words, Isolate::none); }
    static text::Span english(std::string_view words) { return value(words, Isolate::none, "en-GB"); }
    static text::Span phone(std::string_view words) { return value(words, Isolate::left_to_right); }
    static text::Span name(std::string_view words) { return value(words, Isolate::first_strong); }

    std::string line_of(const std::vector<text::Span>& spans, bool rtl = true) {
        const text::Paragraph paragraph = lay_out(spans, column(endless, rtl));
        EXPECT_EQ(paragraph.lines.size(), 1u);
        std::string stored;
        for (const text::Span& one : spans) stored += one.text;
        std::size_t placed = 0;
        for (const auto& [owner, run] : paragraph.lines.at(0).runs) placed += run.text.size();
        EXPECT_EQ(placed, stored.size()) << "no mark is left in the words, and none of them is lost";
        return seen(paragraph.lines.at(0));
    }

  private:
    static inline std::uint32_t owners_ = 0;
};

TEST_F(Isolates, APhoneNumberRunsFromLeftToRightAmongUrdu) {
    EXPECT_EQ(line_of({phone("01632 960 123")}), "01632 960 123");
    EXPECT_EQ(line_of({urdu("فون "), phone("01632 960 123"), urdu(" پر")}), "رپ 01632 960 123 نوف");
    EXPECT_EQ(line_of({urdu("فون "), phone("+44 (0)1632 960-123")}), "+44 (0)1632 960-123 نوف");
}

TEST_F(Isolates, APhoneNumberTypedAmongTheWordsIsKnown) {
    EXPECT_EQ(line_of({urdu("فون 01632 960 123 پر")}), "رپ 01632 960 123 نوف");
    EXPECT_EQ(line_of({urdu("و+44 (0)1632 960 123، یا 0300 123 1234")}),
              "0300 123 1234 ای ،+44 (0)1632 960 123و");
    EXPECT_EQ(line_of({urdu("سن 2024 2025")}), "2025 2024 نس") << "years are none";
    EXPECT_EQ(line_of({urdu("سن 0 1 2")}), "2 1 0 نس") << "too short for one";
}

TEST_F(Isolates, ANameKeepsItsBracketsWhicheverWayItRuns) {
    EXPECT_EQ(line_of({urdu("گھر: "), name("Mill Lane (north)")}), "Mill Lane (north) :رھگ");
    EXPECT_EQ(line_of({english("From "), name("שלום (א)"), english(", 01632 960 123")}, false),
              "From )א( םולש, 01632 960 123");
}

TEST_F(Isolates, TwoThatTouchStayInTheOrderOfTheText) {
    EXPECT_EQ(line_of({phone("123"), phone("456")}), "456123");
    EXPECT_EQ(
        line_of({value("אב", Isolate::first_strong, "en-GB"), value("גד", Isolate::first_strong, "en-GB")},
                false),
        "באדג");
}

TEST_F(Isolates, EnglishAmongUrduKeepsItsQuotationMarks) {
    EXPECT_EQ(line_of({urdu("وہ "), english("“Yes, please.”")}), "“Yes, please.” ہو");
    EXPECT_EQ(line_of({english("“Call "), value("01632 960 123", Isolate::left_to_right, "en-GB"),
                       english(" now.”"), urdu(" وہ")}),
              "ہو “Call 01632 960 123 now.”");
}

TEST_F(Isolates, WhatAValueHoldsCannotReachOut) {
    // An isolate and an override that are never closed, and a closing mark too many.
    for (const char* words : {"\u2067a", "\u202Ea", "a\u2069"}) {
        const text::Paragraph paragraph =
            lay_out({english("x "), name(words), english(" 1 2"), urdu("وہ")}, column(endless));
        std::string ink = seen(paragraph.lines.at(0));
        EXPECT_TRUE(ink.ends_with(" 1 2ہو")) << words << ": " << ink;
    }
}

TEST_F(Isolates, GoOnBehindAWantedBreak) {
    const text::Paragraph paragraph =
        lay_out({urdu("وہ "), phone("1 2\n3 4"), urdu(" وہ")}, column(endless, true));
    ASSERT_EQ(paragraph.lines.size(), 2u);
    EXPECT_THAT(seen(paragraph.lines[0]), testing::HasSubstr("1 2 ہو"));
    EXPECT_EQ(seen(paragraph.lines[1]), "ہو 3 4");
}

TEST_F(Isolates, WordsThatRunAgainstTheirLanguageAreNotKeptApartFromOneAnother) {
    EXPECT_EQ(line_of({english("وہ "), phone("01632 960 123"), english(" ہے")}), "ےہ 01632 960 123 ہو");
}

TEST_F(Isolates, AParagraphRunsAsAllItsWordsDo) {
    EXPECT_TRUE(runs_from_right(std::vector{english("שלום, 12.")}, false));
    EXPECT_FALSE(runs_from_right(std::vector{english("Say שלום")}, false));
    EXPECT_FALSE(runs_from_right(std::vector{urdu("Yes, please.")}, true));
    EXPECT_TRUE(runs_from_right(std::vector{urdu("وہ yes")}, true));
    EXPECT_TRUE(runs_from_right(std::vector{urdu("12.")}, true)) << "no letters: the language's direction";
    EXPECT_TRUE(runs_from_right(std::vector{name("Willow House"), urdu(" ")}, true))
        << "a name is nobody's words";
    EXPECT_FALSE(runs_from_right(std::vector{name("שלום")}, false));
}

/// Any mix, against ICU's own order of the same words with the marks of isolates among them.
TEST_F(Isolates, AreOrderedAsIcuOrdersThem) {
    std::mt19937 random(7);
    const auto pick = [&](const auto& from) { return from[random() % from.size()]; };
    constexpr std::array<const char*, 8> urdu_words{
        "وہ ", "(گھر) ", "“سن”، ", "پر: ", " 12 - 34 ", "! ", "NHS گھر ", "x-y وہ "};
    constexpr std::array<const char*, 6> english_words{"call ",  "(now) ",    "“yes”, ",
                                                       "5 - 6 ", "say שלום ", ". "};
    constexpr std::array<const char*, 4> phones{"01632 960 123", "+44 (0)20", "a.b@c.example",
                                                "https://x.example/"};
    constexpr std::array<const char*, 5> names{"Mill Lane (north)", "שדרה (א)", "گھر 2", "12", "(x) وہ"};
    for (int round = 0; round < 400; ++round) {
        const bool rtl = random() % 2 == 0;
        std::vector<std::string> words;
        std::vector<text::Span> spans;
        std::string marked;
        bool abroad = false;
        for (std::size_t count = 1 + random() % 6; count > 0; --count) {
            const bool in_urdu = random() % 2 == 0;
            const char* const lang = in_urdu ? "ur" : "en-GB";
            if ((in_urdu != rtl) != abroad) {
                abroad = !abroad;
                marked += !abroad ? "\u2069" : rtl ? "\u2066" : "\u2067";
            }
            switch (random() % 3) {
                case 0:
                    spans.push_back(value(pick(phones), Isolate::left_to_right, lang));
                    marked += "\u2066" + std::string(spans.back().text) + "\u2069";
                    break;
                case 1:
                    spans.push_back(value(pick(names), Isolate::first_strong, lang));
                    marked += "\u2068" + std::string(spans.back().text) + "\u2069";
                    break;
                default:
                    spans.push_back(
                        value(in_urdu ? pick(urdu_words) : pick(english_words), Isolate::none, lang));
                    marked += spans.back().text;
            }
        }
        if (abroad) marked += "\u2069";
        marked += ".";
        spans.push_back(value(".", Isolate::none, rtl ? "ur" : "en-GB"));
        EXPECT_EQ(line_of(spans, rtl), shown_by_icu(marked, rtl)) << marked << (rtl ? " from the right" : "");
    }
}

}  // namespace
}  // namespace sayso::test
