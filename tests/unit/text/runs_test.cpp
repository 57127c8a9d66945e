// What the placed runs hold: glyphs, clusters, fonts, and the order in which they are seen.
#include <algorithm>
#include <random>
#include <set>

#include "shaping.h"

namespace sayso::test {
namespace {

using frame::TextRun;
using text::FontLibrary;

class Runs : public Shaping {
  protected:
    std::vector<TextRun> runs_of(std::string_view words,
                                 const text::ParagraphOptions& options = column(endless),
                                 std::string_view lang = "en-GB") {
        std::vector<TextRun> out;
        const auto paragraph = lay_out(std::vector{span(words, 400, lang)}, options);
        for (const auto& line : paragraph.lines)
            for (const auto& [owner, run] : line.runs) out.push_back(run);
        return out;
    }
    TextRun run_of(std::string_view words, const text::ParagraphOptions& options = column(endless),
                   std::string_view lang = "en-GB") {
        auto runs = runs_of(words, options, lang);
        EXPECT_EQ(runs.size(), 1u) << words;
        return runs.empty() ? TextRun{} : runs.front();
    }
};

std::vector<std::uint32_t> clusters(const TextRun& run) {
    std::vector<std::uint32_t> out;
    for (const auto& glyph : run.glyphs) out.push_back(glyph.cluster);
    return out;
}

std::vector<std::string> texts(const std::vector<TextRun>& runs) {
    std::vector<std::string> out;
    for (const auto& run : runs) out.push_back(run.text);
    return out;
}

TEST_F(Runs, KernsPairs) {
    EXPECT_LT(width("AV"), width("A") + width("V") - 0.05);
}

TEST_F(Runs, MakesOneRunOfALineWithItsSpaces) {
    const TextRun run = run_of("one two  three");
    EXPECT_EQ(run.text, "one two  three");
    EXPECT_EQ(run.glyphs.size(), run.text.size());
    EXPECT_NEAR(run.width().pt(), width("one two  three"), 1e-6);
    EXPECT_GT(run.width().pt(), width("onetwothree") + 3);
    EXPECT_EQ(run.lang, "en-GB");
    EXPECT_FALSE(run.rtl);
}

TEST_F(Runs, ClustersOfLatinCountUp) {
    EXPECT_THAT(clusters(run_of("ab cd")), testing::ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT(clusters(run_of("aé b")), testing::ElementsAre(0, 1, 3, 4));
}

TEST_F(Runs, ALetterAndItsMarkAreOneCluster) {
    const TextRun run = run_of("xe\u0301y");  // e with a combining acute accent
    ASSERT_EQ(run.text, "xe\u0301y");
    for (const auto at : clusters(run)) EXPECT_TRUE(at == 0 || at == 1 || at == 4) << at;
    EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Runs, LamAndAlefAreOneGlyphForTwoLetters) {
    const TextRun run = run_of("\u0644\u0627", column(endless, true), "ar");
    EXPECT_EQ(run.glyphs.size(), 1u);
    EXPECT_EQ(run.text, "\u0644\u0627");
    EXPECT_TRUE(run.rtl);
    EXPECT_EQ(run.glyphs[0].cluster, 0u);
}

TEST_F(Runs, ArabicIsSeenFromTheRightWithClustersFalling) {
    const TextRun run = run_of("كلمة أخرى", column(300, true), "ar");
    EXPECT_EQ(run.text, "كلمة أخرى");
    EXPECT_EQ(family(run), "NotoSansArabic");
    const auto at = clusters(run);
    EXPECT_TRUE(std::ranges::is_sorted(at, std::greater{}));
    EXPECT_EQ(at.back(), 0u);
    // The space between the words stands where its glyph says.
    EXPECT_TRUE(std::ranges::count(at, 8u) == 1) << "the space is the fifth letter, of two bytes each";
    EXPECT_NEAR((run.origin.x + run.width()).pt(), 300, 1e-6);
}

TEST_F(Runs, ArabicLettersJoin) {
    const TextRun joined = run_of("بب", column(endless, true), "ar");
    const TextRun apart = run_of("ب ب", column(endless, true), "ar");
    EXPECT_NE(joined.glyphs.front().id, apart.glyphs.front().id);
}

TEST_F(Runs, ArabicLettersJoinAcrossAChangeOfStyle) {
    const auto options = column(endless, true);
    auto first = span("ب", 400, "ar"), second = span("ب", 400, "ar");
    second.owner = NodeId{9};
    const auto paragraph = lay_out({first, second}, options);
    ASSERT_EQ(paragraph.lines.at(0).runs.size(), 2u);
    const TextRun whole = run_of("بب", options, "ar");
    EXPECT_EQ(paragraph.lines[0].runs[0].second.glyphs.at(0).id, whole.glyphs.at(0).id);
    EXPECT_EQ(paragraph.lines[0].runs[1].second.glyphs.at(0).id, whole.glyphs.at(1).id);
    EXPECT_EQ(paragraph.lines[0].runs[0].first, NodeId{9}) << "the second span is seen first";
}

TEST_F(Runs, ArabicInAnEnglishSentence) {
    const auto runs = runs_of("say شكرا لك now");
    EXPECT_THAT(texts(runs), testing::ElementsAre("say ", "شكرا لك", " now"));
    EXPECT_TRUE(runs[1].rtl);
    EXPECT_NEAR((runs[0].origin.x + runs[0].width()).pt(), runs[1].origin.x.pt(), 1e-6);
    EXPECT_NEAR((runs[1].origin.x + runs[1].width()).pt(), runs[2].origin.x.pt(), 1e-6);
}

TEST_F(Runs, EnglishInAnArabicSentence) {
    const auto runs = runs_of("اسأل NHS اليوم", column(400, true), "ar");
    EXPECT_THAT(texts(runs), testing::ElementsAre(" اليوم", "NHS", "اسأل "));
    EXPECT_FALSE(runs[1].rtl);
    EXPECT_NEAR((runs[2].origin.x + runs[2].width()).pt(), 400, 1e-6);
}

TEST_F(Runs, NumbersInArabicRunFromLeftToRight) {
    const auto runs = runs_of("هاتف 123 456", column(400, true), "ar");
    ASSERT_EQ(runs.size(), 4u);
    EXPECT_THAT(texts(runs), testing::ElementsAre("456", " ", "123", "هاتف "));
    EXPECT_FALSE(runs[0].rtl);
}

TEST_F(Runs, PunctuationOfAFallbackSentenceComesFromItsFace) {
    const auto runs = runs_of("«كلمة، أخرى: 2026.»", column(endless, true), "ar");
    for (const TextRun& run : runs) EXPECT_EQ(family(run), "NotoSansArabic") << run.text;
    EXPECT_EQ(family(runs_of("قال.", column(endless), "en").front()), "NotoSansArabic");
    EXPECT_THAT(texts(runs_of("say नमस्ते.")), testing::ElementsAre("say ", "नमस्ते", "."));
    const auto mixed = runs_of("a (شكرا) b.");
    EXPECT_EQ(family(mixed.front()), atkinson);
    EXPECT_EQ(mixed.front().text, "a (");
    EXPECT_EQ(mixed.back().text, ") b.");
    EXPECT_EQ(family(mixed.back()), atkinson);
}

TEST_F(Runs, AClosingBracketLooksLikeTheOneThatOpened) {
    const auto runs = runs_of("a (नमस्ते) नमस्ते b");
    EXPECT_THAT(texts(runs), testing::ElementsAre("a (", "नमस्ते", ")", " नमस्ते", " b"));
    EXPECT_EQ(family(runs[2]), atkinson);
}

TEST_F(Runs, SpaceAtTheEndOfALineTakesTheDirectionOfTheParagraph) {
    const double narrow = width("say شكرا") + 1;
    const auto paragraph = lay_out("say شكرا شكرا now", column(narrow));
    std::vector<std::string> first;
    for (const auto& [owner, run] : paragraph.lines.at(0).runs) first.push_back(run.text);
    EXPECT_THAT(first, testing::ElementsAre("say ", "شكرا", " "));
    EXPECT_FALSE(paragraph.lines[0].runs.back().second.rtl);
}

TEST_F(Runs, WelshLettersAreInTheFirstFamily) {
    for (const std::string_view word : {"tŷ", "dŵr", "Ŵ Ŷ", "tŷ", "w\u0302y\u0302"}) {
        const TextRun run = run_of(word, column(endless), "cy");
        EXPECT_EQ(family(run), atkinson) << word;
        EXPECT_EQ(run.text, word);
    }
    EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Runs, FallsBackByScriptAtTheNearestWeight) {
    struct Case {
        std::string_view words, family;
    };
    for (const Case& c :
         {Case{"नमस्ते", "NotoSansDevanagari"}, Case{"হ্যালো", "NotoSansBengali"},
          Case{"ਸਤਿ", "NotoSansGurmukhi"}, Case{"નમસ્તે", "NotoSansGujarati"}, Case{"வணக்கம்", "NotoSansTamil"},
          Case{"Привіт", "NotoSans"}, Case{"γειά", "NotoSans"}, Case{"✓", "NotoSansSymbols2"}}) {
        const TextRun run = run_of(c.words);
        EXPECT_EQ(family(run), c.family);
        EXPECT_EQ(run.text, c.words);
    }
    const auto bold = lay_out({span("नमस्ते", 800)}, column(endless));
    EXPECT_EQ(fonts.name(bold.lines.at(0).runs.at(0).second.font), "NotoSansDevanagari-Bold");
    EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Runs, HebrewMixesWithItsOwnFace) {
    const TextRun run = run_of("שלום", column(endless, true), "he");
    EXPECT_EQ(family(run), "NotoSansHebrew");
    EXPECT_TRUE(run.rtl);
}

TEST_F(Runs, ACharacterThatNoFontHasIsReportedOnce) {
    const auto paragraph = lay_out("a\u4E2Db \u4E2D");
    EXPECT_THAT(lines_of(paragraph), testing::ElementsAre("ab "));
    ASSERT_EQ(diagnostics.items().size(), 1u);
    const Diagnostic& fault = diagnostics.items()[0];
    EXPECT_EQ(fault.code, "no-glyph");
    EXPECT_EQ(fault.span.line, 7u);
    EXPECT_THAT(fault.message, testing::HasSubstr("U+4E2D \"\u4E2D\""));
    EXPECT_THAT(fault.hint, testing::HasSubstr("fonts/"));
    Diagnostics again;
    shaper.lay_out({span("a\u4E2Db \u4E2D")}, column(endless), again);
    EXPECT_EQ(again.items().size(), 1u) << "a remembered paragraph is reported as a new one is";
}

TEST_F(Runs, AMissingCharactersHintNamesAFontAndItsPackage) {
    const auto hint_for = [&](const char* character) {
        diagnostics = {};
        lay_out(character);
        return diagnostics.items().empty() ? "" : diagnostics.items()[0].hint;
    };
    for (const char* character : {"\u4E2D", "\u3042", "\uD55C", "\uFF01"})
        EXPECT_THAT(hint_for(character), testing::HasSubstr("install Debian's fonts-noto-cjk")) << character;
    EXPECT_THAT(hint_for("\u0E01"), testing::HasSubstr("NotoSansThai-*.ttf"));
    EXPECT_THAT(hint_for("\u1200"), testing::HasSubstr("fonts-noto-core, then copy"));
    EXPECT_THAT(hint_for("\u07CA"), testing::HasSubstr("NotoSansNKo-*.ttf"));
    EXPECT_THAT(hint_for("\U0001F9D1"), testing::HasSubstr("fonts-symbola"));
    EXPECT_THAT(hint_for("\u0F40"), testing::HasSubstr("add a .ttf or .otf font"));
}

TEST_F(Runs, ATextInAScriptWithoutAFontIsNotHundredsOfFaults) {
    std::string words;
    for (int i = 0; i < 60; ++i)
        words += {'\xE4', static_cast<char>(0xB8 + i / 30), static_cast<char>(0x80 + i % 30)};
    lay_out(words);
    ASSERT_EQ(diagnostics.errors(), 13u);
    EXPECT_THAT(diagnostics.items().back().message, testing::HasSubstr("48 more characters"));
}

// What an emitter leans on, whatever comes in.
void expect_sound(const TextRun& run, const FontLibrary& fonts) {
    ASSERT_FALSE(run.text.empty());
    ASSERT_FALSE(run.glyphs.empty());
    std::set<std::uint32_t> starts;
    for (const auto& glyph : run.glyphs) {
        EXPECT_NE(glyph.id, 0);
        EXPECT_LT(glyph.cluster, run.text.size());
        EXPECT_NE(static_cast<unsigned char>(run.text[glyph.cluster]) & 0xC0, 0x80) << "inside a character";
        starts.insert(glyph.cluster);
    }
    EXPECT_EQ(*starts.begin(), 0u) << "every byte belongs to a glyph";
    const auto at = clusters(run);
    EXPECT_TRUE(run.rtl ? std::ranges::is_sorted(at, std::greater{}) : std::ranges::is_sorted(at))
        << run.text << " " << testing::PrintToString(at);
    EXPECT_FALSE(fonts.bytes(run.font).empty());
}

TEST_F(Runs, AreSoundWhateverTheBytes) {
    static constexpr std::string_view parts[] = {"a",
                                                 "fi",
                                                 " ",
                                                 "\n",
                                                 "\xFF",
                                                 "\xE2\x80",
                                                 "\u0301",
                                                 "\u200D",
                                                 "\u200C",
                                                 "\u202E",
                                                 "\u2066",
                                                 "\u2069",
                                                 "\u0644\u0627",
                                                 "\u0640",
                                                 "\u064B",
                                                 "\u0915\u094D",
                                                 "\u093F",
                                                 "\u094D",
                                                 "\u0BCA",
                                                 "\u05D0\u05BC",
                                                 "(",
                                                 ")",
                                                 "\u00BB",
                                                 "1",
                                                 "\u0661",
                                                 "\u4E2D",
                                                 "\U0001F468",
                                                 "\U0001F3FD",
                                                 "\uFE0F",
                                                 "\u00AD",
                                                 "\u00A0",
                                                 "\u2011",
                                                 "\u25CC",
                                                 "\u1100\u1161",
                                                 "\u0E33",
                                                 "\u20DD",
                                                 "\u034F",
                                                 "\u180E",
                                                 "-",
                                                 "/",
                                                 "\t"};
    std::mt19937 random(5);
    for (int i = 0; i < 1500; ++i) {
        std::vector<std::string> words(1 + random() % 3);
        std::vector<text::Span> spans;
        for (std::string& word : words) {
            for (auto count = random() % 8; count > 0; --count) word += parts[random() % std::size(parts)];
            spans.push_back(span(word, random() % 2 ? 400 : 700, random() % 2 ? "ar" : "hi"));
            spans.back().tabular = random() % 2;
        }
        auto options = column(random() % 2 ? 12 : 200, random() % 2);
        options.balance = random() % 2;
        for (const auto& line : lay_out(spans, options).lines)
            for (const auto& [owner, run] : line.runs) expect_sound(run, fonts);
        if (HasFailure()) FAIL() << "text " << i << ": " << testing::PrintToString(words);
    }
}

TEST_F(Runs, NeverShowsGlyphZero) {
    for (const std::string_view words :
         {"a\u4E2Db", "\u0301", "\u0915\u094D\u4E2D\u094D", "x\u20DDy",
          "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u202Eabc\u202C", "\uFFFF", "e\u0489"}) {
        for (const TextRun& run : runs_of(words)) {
            EXPECT_FALSE(run.text.empty());
            for (const auto& glyph : run.glyphs) {
                EXPECT_NE(glyph.id, 0) << words;
                EXPECT_LT(glyph.cluster, run.text.size());
            }
        }
    }
}

TEST_F(Runs, InvisibleCharactersLeaveNoTrace) {
    EXPECT_EQ(run_of("co\u00ADoperate").text, "cooperate");
    EXPECT_NEAR(width("co\u00ADoperate"), width("cooperate"), 1e-9);
    EXPECT_EQ(run_of("a\u200Bb\u2060c\uFEFFd\x01").text, "abcd");
    EXPECT_NEAR(width("\u200Ba"), width("a"), 1e-9);
    EXPECT_EQ(run_of("\u200Eabc").glyphs.size(), 3u);
    EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Runs, JoinersShapeThoughTheyLeaveNoTrace) {
    const auto options = column(endless, true);
    const TextRun parted = run_of("ب\u200Cب", options, "fa");
    const TextRun joined = run_of("بب", options, "fa");
    EXPECT_EQ(parted.text, "بب");
    EXPECT_NE(parted.glyphs.at(0).id, joined.glyphs.at(0).id);
    EXPECT_THAT(clusters(parted), testing::ElementsAre(2, 0));
}

TEST_F(Runs, SpacesOfOtherWidthsAndTheNoBreakHyphenAreDrawn) {
    EXPECT_GT(width("1\u202F000"), width("1000"));
    EXPECT_LT(width("1\u202F000"), width("1 000"));
    EXPECT_NEAR(width("a\u00A0b"), width("a b"), 0.5);
    run_of("a\u2011b\u2009c\u2003d");
    EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Runs, IllFormedUtf8BecomesTheReplacementCharacter) {
    for (const std::string_view bad :
         {"a\xFF", "\xC3", "a\xE2\x82", "\xED\xA0\x80", "\xF5\x80\x80\x80", "ok\xC0\xAF"}) {
        std::string all;
        for (const TextRun& run : runs_of(bad)) all += run.text;
        EXPECT_THAT(all, testing::HasSubstr("\uFFFD"));
    }
    EXPECT_EQ(lines_of(lay_out(std::string_view("a\0b", 3))), std::vector<std::string>{"ab"});
}

TEST_F(Runs, TabularFiguresAreOfOneWidth) {
    std::set<float> widths, proportional;
    for (char digit = '0'; digit <= '9'; ++digit) {
        const std::string words(1, digit);
        auto figure = span(words);
        figure.tabular = true;
        const auto paragraph = lay_out({figure}, column(endless));
        widths.insert(paragraph.lines.at(0).runs.at(0).second.glyphs.at(0).advance);
        proportional.insert(run_of(words).glyphs.at(0).advance);
    }
    EXPECT_EQ(widths.size(), 1u);
    EXPECT_GT(proportional.size(), 1u) << "without \"tnum\" this face's figures differ, so the test can fail";
}

TEST_F(Runs, BoldInMidWordMakesThreeRunsOfOneWord) {
    auto un = span("un"), even = span("even", 800), ly = span("ly and so on");
    even.owner = NodeId{5};
    const auto paragraph = lay_out({un, even, ly}, column(50));
    const text::Line& line = paragraph.lines.at(0);
    ASSERT_EQ(line.runs.size(), 3u);
    EXPECT_EQ(words_of(line), "unevenly ");
    EXPECT_EQ(fonts.weight(line.runs[1].second.font), 800);
    EXPECT_EQ(line.runs[1].first, NodeId{5});
    EXPECT_EQ(line.runs[1].second.glyphs.at(0).cluster, 0u);
}

TEST_F(Runs, SpansOfOneLookAreOneRun) {
    const auto paragraph = lay_out({span("one "), span("two")}, column(endless));
    ASSERT_EQ(paragraph.lines.at(0).runs.size(), 1u);
    EXPECT_EQ(paragraph.lines[0].runs[0].second.text, "one two");
}

TEST_F(Runs, SizesAndColoursAreTheSpansOwnThoughTheParagraphIsRemembered) {
    auto words = span("same words");
    const double small = lay_out({words}, column(endless)).widest.pt();
    words.size = pt(20);
    words.color = Color{200, 10, 10};
    const auto large = lay_out({words}, column(endless));
    EXPECT_NEAR(large.widest.pt(), small * 2, 1e-6);
    EXPECT_EQ(large.lines.at(0).runs.at(0).second.color, (Color{200, 10, 10}));
    EXPECT_GT(large.lines[0].ascent.pt(), 15);
    EXPECT_GT(large.lines[0].descent.pt(), 2);
}

TEST_F(Runs, WhatIsRememberedIsOfOneLanguageAndDirection) {
    const auto glyph = [&](std::string_view lang) {
        return run_of("\u06F7", column(endless, true), lang).glyphs.at(0).id;
    };
    const auto persian = glyph("fa"), urdu = glyph("ur");
    EXPECT_NE(persian, urdu) << "Urdu writes seven in its own way";
    EXPECT_EQ(glyph("fa"), persian);
    EXPECT_THAT(texts(runs_of("1 - 2")), testing::ElementsAre("1 - 2"));
    EXPECT_THAT(texts(runs_of("1 - 2", column(100, true), "ar")), testing::ElementsAre("2", " - ", "1"));
}

TEST_F(Runs, AnUnknownFamilyIsDrawnByTheFallback) {
    auto words = span("plain");
    words.family = "Nowhere";
    const auto paragraph = lay_out({words}, column(endless));
    EXPECT_EQ(family(paragraph.lines.at(0).runs.at(0).second), "NotoSans");
}

}  // namespace
}  // namespace sayso::test
