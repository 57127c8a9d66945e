// Where lines end and how they are placed.
#include <chrono>
#include <cmath>
#include <numeric>
#include <random>

#include "shaping.h"

namespace sayso::test {
namespace {

using text::Paragraph;
using Align = text::ParagraphOptions::Align;

constexpr std::string_view sentence =
    "People who are at an early stage of communication gain most when the people around them follow their "
    "lead, join in "
    "with what they do, pause, and wait for them to go on.";

class Lines : public Shaping {
  protected:
    static double slack_squared(const Paragraph& paragraph, double width) {
        double sum = 0;
        for (std::size_t i = 0; i + 1 < paragraph.lines.size(); ++i)
            sum += std::pow(width - paragraph.lines[i].width.pt(), 2);
        return sum;
    }
    Paragraph greedy(std::string_view words, double width) {
        auto options = column(width);
        options.greedy = true;
        return lay_out(words, options);
    }
    Paragraph balanced(std::string_view words, double width) {
        auto options = column(width);
        options.balance = true;
        return lay_out(words, options);
    }
};

std::string joined(const Paragraph& paragraph) {
    std::string out;
    for (const std::string& line : lines_of(paragraph)) out += line;
    return out;
}

TEST_F(Lines, OptimalBreakingIsMoreEvenThanFirstFit) {
    // The textbook case: first fit leaves "bb cc" ragged because "aaa" fills its line to the brim.
    const double width = this->width("aaa bb");
    const Paragraph first_fit = greedy("aaa bb cc ddddd", width);
    const Paragraph best = lay_out("aaa bb cc ddddd", column(width));
    EXPECT_THAT(lines_of(first_fit), testing::ElementsAre("aaa bb ", "cc ", "ddddd"));
    EXPECT_THAT(lines_of(best), testing::ElementsAre("aaa ", "bb cc ", "ddddd"));
    EXPECT_LT(slack_squared(best, width), slack_squared(first_fit, width));
}

TEST_F(Lines, OptimalBreakingNeverTakesMoreLinesOrMoreSlackThanFirstFit) {
    for (double width = 60; width < 300; width += 7) {
        const Paragraph first_fit = greedy(sentence, width), best = lay_out(sentence, column(width));
        EXPECT_EQ(best.lines.size(), first_fit.lines.size()) << width;
    }
}

TEST_F(Lines, ALoneShortLastWordGetsCompany) {
    int lone_before = 0, lone_after = 0;
    const auto is_lone = [](const Paragraph& p) {
        return p.lines.size() > 1 && words_of(p.lines.back()).find(' ') == std::string::npos;
    };
    for (double width = 120; width < 400; width += 3) {
        lone_before += is_lone(greedy(sentence, width));
        lone_after += is_lone(lay_out(sentence, column(width)));
    }
    EXPECT_GT(lone_before, 0);
    EXPECT_EQ(lone_after, 0);
}

TEST_F(Lines, BalanceKeepsTheNumberOfLinesAndEvensThemOut) {
    const std::string_view heading = "What good support gives to the people who pay for it";
    for (double width = 90; width < 240; width += 10) {
        const Paragraph even = balanced(heading, width), first_fit = greedy(heading, width);
        EXPECT_EQ(even.lines.size(), first_fit.lines.size());
        EXPECT_LE(even.widest, first_fit.widest);
    }
    const double all = width(heading);
    const Paragraph two = balanced(heading, all * 0.9);
    ASSERT_EQ(two.lines.size(), 2u);
    EXPECT_NEAR(two.lines[0].width.pt(), two.lines[1].width.pt(), all * 0.12);
    EXPECT_GT(greedy(heading, all * 0.9).lines[0].width.pt(), all * 0.7);
}

// Deterministic on every machine: std::mt19937's numbers are fixed by the standard, its distributions are
// not.
std::string random_text(std::mt19937& random) {
    static constexpr std::string_view words[] = {"a",
                                                 "of",
                                                 "the",
                                                 "people",
                                                 "communication",
                                                 "self-help",
                                                 "\u00A3"
                                                 "12,000",
                                                 "شكرا",
                                                 "العربية",
                                                 "tŷ",
                                                 "नमस्ते",
                                                 "and/or",
                                                 "(2026)",
                                                 "\u2013",
                                                 "x\u00A0y",
                                                 "intensively",
                                                 "\n",
                                                 "123"};
    std::string out;
    for (auto count = 1 + random() % 60; count > 0; --count) {
        out += words[random() % std::size(words)];
        if (random() % 12 != 0) out += ' ';
    }
    return out;
}

TEST_F(Lines, NoLineIsWiderThanTheColumn) {
    std::mt19937 random(7);
    for (int i = 0; i < 400; ++i) {
        const std::string words = random_text(random);
        auto options = column(20 + static_cast<double>(random() % 300), random() % 2 == 0);
        options.greedy = random() % 3 == 0;
        options.balance = random() % 3 == 0;
        options.align = static_cast<Align>(random() % 3);
        const Paragraph paragraph = lay_out(words, options);
        for (const text::Line& line : paragraph.lines) {
            EXPECT_LE(line.width.pt(), options.width.pt() + 0.01) << words;
            double x = line.runs.empty() ? 0 : line.runs[0].second.origin.x.pt();
            for (const auto& [owner, run] : line.runs) {
                EXPECT_NEAR(run.origin.x.pt(), x, 0.01) << "runs stand side by side";
                x += run.width().pt();
            }
        }
    }
    EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Lines, TheRunsHoldEveryWordInOrder) {
    std::mt19937 random(11);
    for (int i = 0; i < 100; ++i) {
        std::string words;
        for (auto count = 1 + random() % 80; count > 0; --count)
            words += std::string(1 + random() % 9, static_cast<char>('a' + random() % 26)) + " ";
        words.pop_back();
        EXPECT_EQ(joined(lay_out(words, column(60 + static_cast<double>(random() % 200)))), words);
    }
}

TEST_F(Lines, AWantedBreakEndsALine) {
    const Paragraph paragraph = lay_out("one\ntwo\n\nthree four\n");
    EXPECT_THAT(lines_of(paragraph), testing::ElementsAre("one ", "two ", "", "three four"));
    for (const text::Line& line : paragraph.lines) EXPECT_TRUE(line.ends_paragraph);
    EXPECT_NEAR(paragraph.lines[0].width.pt(), width("one"), 1e-6);
    EXPECT_GT(paragraph.lines[2].ascent.pt(), 0) << "an empty line has its font's height";
    EXPECT_EQ(paragraph.height(), pt(60));
    EXPECT_THAT(lines_of(lay_out("a\r\nb\rc\u2028"
                                 "d")),
                testing::ElementsAre("a ", "b ", "c ", "d"));
}

TEST_F(Lines, OnlyTheLastLineEndsTheParagraph) {
    const Paragraph paragraph = lay_out(sentence, column(150));
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i)
        EXPECT_EQ(paragraph.lines[i].ends_paragraph, i + 1 == paragraph.lines.size());
}

TEST_F(Lines, NoTextNoLines) {
    EXPECT_TRUE(lay_out("").lines.empty());
    EXPECT_TRUE(lay_out(std::vector<text::Span>{}, column(100)).lines.empty());
    EXPECT_TRUE(lay_out(std::vector{span(""), span("")}, column(100)).lines.empty());
    EXPECT_EQ(lay_out("   ").lines.size(), 1u);
}

TEST_F(Lines, AWordWiderThanTheColumnIsCutAndSaidSo) {
    const Paragraph paragraph = lay_out("see internationalisation now", column(40));
    EXPECT_TRUE(paragraph.overfull);
    EXPECT_GT(paragraph.lines.size(), 3u);
    EXPECT_EQ(joined(paragraph), "see internationalisation now");
    for (const text::Line& line : paragraph.lines) EXPECT_LE(line.width.pt(), 40.01);
    const Paragraph broken = lay_out("internationalisation\nin it", column(40));
    EXPECT_THAT(lines_of(broken).back(), "in it");
    EXPECT_FALSE(lay_out("see international now", column(80)).overfull);
}

TEST_F(Lines, AColumnOfNoWidthHoldsOneCharacterALine) {
    const Paragraph paragraph = lay_out("we\u0301b", column(0));
    EXPECT_TRUE(paragraph.overfull);
    EXPECT_THAT(lines_of(paragraph), testing::ElementsAre("w", "e\u0301", "b"));
    for (const double width : {-5.0, std::nan(""), 1e300, -1e300}) lay_out("we are here", column(width));
}

TEST_F(Lines, ACutArabicWordKeepsItsJoinedLetters) {
    const auto whole = lay_out(std::vector{span("بببب", 400, "ar")}, column(endless, true));
    const auto cut = lay_out(std::vector{span("بببب", 400, "ar")}, column(1, true));
    ASSERT_EQ(cut.lines.size(), 4u);
    EXPECT_EQ(cut.lines[0].runs.at(0).second.glyphs.at(0).id,
              whole.lines[0].runs.at(0).second.glyphs.back().id);
    EXPECT_EQ(cut.lines[1].runs.at(0).second.glyphs.at(0).id,
              whole.lines[0].runs.at(0).second.glyphs.at(2).id);
}

TEST_F(Lines, NoBreakSpacesAndHyphensHold) {
    const double narrow = width("12\u00A0May\u00A02026") + 1;
    EXPECT_THAT(lines_of(lay_out("on 12\u00A0May\u00A02026", column(narrow))),
                testing::ElementsAre("on ", "12\u00A0May\u00A02026"));
    EXPECT_THAT(lines_of(lay_out("a self\u2011help", column(width("self\u2011help") + 1))),
                testing::ElementsAre("a ", "self\u2011help"));
    EXPECT_THAT(lines_of(lay_out("a self-help", column(width("a self-") + 1))),
                testing::ElementsAre("a self-", "help"));
}

TEST_F(Lines, CompoundsBreakOnlyForAGoodReason) {
    // Both ways take two lines; the first would end in "self-" with hardly any slack.
    const std::string start = "People who are at an early stage of communication need ";
    EXPECT_THAT(lines_of(lay_out(start + "self-help of their own", column(width(start + "self-") + 1))),
                testing::ElementsAre(start, "self-help of their own"));
}

TEST_F(Lines, AGoodRagNeverCostsALine) {
    // Sparing the compound would give three lines with less slack; two lines win.
    const std::string start = "People who are at an early stage of communication need ";
    const std::string rest = "help that they can feel, see and hear on a day when all of it";
    EXPECT_THAT(lines_of(lay_out(start + "self-" + rest, column(width(start + "self-") + 1))),
                testing::ElementsAre(start + "self-", rest));
}

TEST_F(Lines, SoftHyphensNeverBreak) {
    const double narrow = width("cooperate") + 1;
    EXPECT_THAT(lines_of(lay_out("we co\u00ADoperate", column(narrow))),
                testing::ElementsAre("we ", "cooperate"));
}

TEST_F(Lines, WhiteSpaceHangsOutsideTheLine) {
    const double narrow = width("one") + 0.01;
    const Paragraph paragraph = lay_out("one    two", column(narrow));
    EXPECT_THAT(lines_of(paragraph), testing::ElementsAre("one    ", "two"));
    EXPECT_NEAR(paragraph.lines[0].width.pt(), width("one"), 1e-6);
    EXPECT_THAT(lines_of(lay_out("one   ")), testing::ElementsAre("one"));
}

TEST_F(Lines, StandsAtTheStartTheEndOrTheCentre) {
    const double w = width("word");
    const auto x = [&](Align align, bool rtl) {
        auto options = column(200, rtl);
        options.align = align;
        return lay_out("word", options).lines.at(0).runs.at(0).second.origin.x.pt();
    };
    EXPECT_NEAR(x(Align::start, false), 0, 1e-6);
    EXPECT_NEAR(x(Align::end, false), 200 - w, 1e-6);
    EXPECT_NEAR(x(Align::centre, false), (200 - w) / 2, 1e-6);
    EXPECT_NEAR(x(Align::start, true), 200 - w, 1e-6);
    EXPECT_NEAR(x(Align::end, true), 0, 1e-6);
}

TEST_F(Lines, SpaceHangsAtTheLeftOfARightToLeftLine) {
    auto words = span("كلمة كلمة", 400, "ar");
    const double one = shaper.measure(span("كلمة", 400, "ar")).pt();
    const Paragraph paragraph = lay_out({words}, column(one + 1, true));
    ASSERT_EQ(paragraph.lines.size(), 2u);
    const frame::TextRun& run = paragraph.lines[0].runs.at(0).second;
    EXPECT_EQ(run.text, "كلمة ");
    EXPECT_NEAR((run.origin.x + run.width()).pt(), one + 1, 1e-6);
    EXPECT_LT(run.origin.x.pt(), 0);
}

TEST_F(Lines, MeasuresTextAndItsLongestWord) {
    EXPECT_NEAR(width("one two"), lay_out("one two").widest.pt(), 1e-6);
    EXPECT_NEAR(width("one two\nthree"), width("one two"), 1e-6);
    EXPECT_NEAR(shaper.longest_word({span("a longest word")}).pt(), width("longest"), 1e-6);
    EXPECT_NEAR(shaper.longest_word({span("a long"), span("est word")}).pt(), width("long") + width("est"),
                1e-6);
    EXPECT_EQ(width(""), 0);
}

TEST_F(Lines, TextAboveTheLimitIsCutAndReported) {
    std::string words;
    while (words.size() < 100'100) words += "more and ";
    const Paragraph paragraph = lay_out(words, column(400));
    ASSERT_EQ(diagnostics.items().size(), 1u);
    EXPECT_EQ(diagnostics.items()[0].code, "paragraph-too-long");
    EXPECT_LE(joined(paragraph).size(), 100'000u);
}

TEST_F(Lines, MarksPiledOnALetterAreReportedAndLeftOut) {
    std::string piled = "a", joined_up = "\u0628", language = "a";
    for (int i = 0; i < 31; ++i) piled += "\u0301";
    for (int i = 0; i < 31; ++i) joined_up += "\u200D";
    for (int i = 0; i < 30; ++i) language += "\u0301";
    lay_out(language, column(400));
    EXPECT_TRUE(diagnostics.empty());
    for (const std::string& words : {piled, joined_up}) {
        diagnostics = {};
        lay_out(words, column(400));
        ASSERT_EQ(diagnostics.items().size(), 1u);
        EXPECT_EQ(diagnostics.items()[0].code, "too-many-marks");
        EXPECT_FALSE(diagnostics.items()[0].hint.empty());
    }
}

TEST_F(Lines, HugeParagraphsTakeBoundedTime) {
    const auto repeat = [](std::string_view part) {
        std::string out;
        while (out.size() + part.size() <= 100'000) out += part;
        return out;
    };
    const auto begin = std::chrono::steady_clock::now();
    for (const std::string_view part : {"words and more ", "a", "\u0628", "a\u0628 (", "(", " ", "\n", "\xFF",
                                        "\u4E2D", "\u0301", "\u200D"})
        for (const double width : {0.0, 300.0}) lay_out(repeat(part), column(width));
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(taken.count(), 60) << "two seconds or so on an idle machine; anything quadratic takes minutes";
}

TEST_F(Lines, TwoRunsAreAlike) {
    std::mt19937 random(3);
    for (int i = 0; i < 20; ++i) {
        const std::string words = random_text(random);
        text::Shaper other(fonts);
        const Paragraph a = lay_out(words, column(90)),
                        b = other.lay_out({span(words)}, column(90), diagnostics),
                        c = lay_out(words, column(90));
        for (const Paragraph* p : {&b, &c}) {
            ASSERT_EQ(lines_of(a), lines_of(*p));
            for (std::size_t line = 0; line < a.lines.size(); ++line)
                for (std::size_t run = 0; run < a.lines[line].runs.size(); ++run)
                    EXPECT_EQ(a.lines[line].runs[run].second.origin, p->lines[line].runs[run].second.origin);
        }
    }
}

}  // namespace
}  // namespace sayso::test
