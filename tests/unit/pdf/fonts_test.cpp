// Embedded fonts: what glyphs stand for, which glyphs go in, and what the cache may not change.
#include "pages.h"
#include "pdf/fonts/font_book.h"
#include "pdf/fonts/unicode_map.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Fonts : public Pages {
  protected:
    /// The words that the glyphs alone give, and no faults.
    std::string glyph_text() {
        const std::string bytes = write();
        EXPECT_THAT(codes(), IsEmpty());
        EXPECT_THAT(pdf_ua_faults(bytes), IsEmpty());
        file = read_pdf(bytes);
        std::string text;
        for (const PdfPage& each : file.pages)
            for (const auto& [id, mark] : each.marks) text += mark.text + "|";
        return plain(text);
    }
    PdfFile file;
};

TEST_F(Fonts, PlainTextComesBackWithItsLigatures) {
    paragraph(root, "An efficient office: affluent, “first” – 12·5 % £3 naïve café.");
    set_all();
    EXPECT_EQ(glyph_text(), "An efficient office: affluent, “first” – 12·5 % £3 naïve café.|");
    EXPECT_THAT(file.fonts, SizeIs(1));
}

TEST_F(Fonts, TwoWeightsAreTwoFonts) {
    words(paragraph(root, "plain "), "strong", true);
    set_all();
    EXPECT_EQ(glyph_text(), "plain strong|");
    EXPECT_THAT(file.fonts, SizeIs(2));
}

TEST_F(Fonts, ANoBreakSpaceIsASpace) {
    paragraph(root, "12\u00A0km");
    set_all();
    EXPECT_EQ(glyph_text(), "12 km|");
    EXPECT_THAT(file.fonts, SizeIs(1));
}

TEST_F(Fonts, LettersPutTogetherFromMarks) {
    paragraph(root, "q\u0303 e\u0301 x\u0323\u0302");
    set_all();
    EXPECT_EQ(plain(text_in_tree_order((glyph_text(), file))), "q\u0303 e\u0301 x\u0323\u0302");
}

struct Sample {
    const char* lang;
    const char* words;
    const char* glyphs;  // what the glyphs say in visual order; null: the words
};

class Scripts : public Fonts, public testing::WithParamInterface<Sample> {};

TEST_P(Scripts, TheStructureGivesTheWords) {
    document[paragraph(root, GetParam().words)].lang = GetParam().lang;
    set_all();
    const std::string glyphs = glyph_text();
    EXPECT_EQ(plain(text_in_tree_order(file)), GetParam().words);
    if (!GetParam().glyphs) return;
    EXPECT_EQ(glyphs, GetParam().glyphs);
}

INSTANTIATE_TEST_SUITE_P(Shipped, Scripts,
                         testing::Values(Sample{"ar", "لا سلام",
                                                "مالس ال|"},  // lam-alef reversed, like the rest
                                         Sample{"ur", "یہ وقت ہے", nullptr}, Sample{"he", "שלום", "םולש|"},
                                         Sample{"hi", "किसी व्यक्ति के लिए हिन्दी", "किसी व्यक्ति के लिए हिन्दी|"},
                                         Sample{"bn", "কিছু কথা", nullptr}, Sample{"gu", "ક્ષિતિજ", "ક્ષિતિજ|"},
                                         Sample{"pa", "ਵਿੱਚ ਕੁਝ", nullptr}, Sample{"ta", "கொண்டு", nullptr}),
                         [](const auto& each) { return std::string{each.param.lang}; });

frame::TextRun one_glyph(char32_t drawn, std::string stands_for) {
    frame::TextRun run;
    run.font = *fonts().find("AtkinsonHyperlegibleNext", 400);
    run.size = pt(10);
    run.origin = {pt(20), pt(20)};
    const auto map = pdf::CharacterMap(fonts(), run.font);
    run.glyphs = {{map.glyph(drawn), 600, 0, 0, 0}};
    run.text = std::move(stands_for);
    return run;
}

TEST_F(Fonts, AGlyphForThreeTextsIsInThreeFonts) {
    const NodeId p = paragraph(root, "-\u2010-x");
    for (const char* text : {"-", "\u2010", "-", "and"})
        page().items.push_back(frame::text(document[p].children[0], one_glyph(U'-', text)));
    EXPECT_EQ(glyph_text(), "-\u2010-and|");
    EXPECT_THAT(file.fonts, SizeIs(3));
}

TEST_F(Fonts, AGlyphForMoreTextsThanThereAreMapsIsSaidByTheStructure) {
    std::string words;
    for (char c = 'A'; c <= 'Z'; ++c) words += c;
    const NodeId p = paragraph(root, words);
    for (const char c : words)
        page().items.push_back(frame::text(document[p].children[0], one_glyph(U'-', std::string(1, c))));
    glyph_text();
    EXPECT_THAT(file.fonts, SizeIs(16));
    EXPECT_EQ(file.elements.at(1).actual_text, words);
}

TEST_F(Fonts, TextsThatNoMapMayHoldAreLeftOut) {
    const NodeId p = paragraph(root, "x");
    for (const std::string& text : {std::string("\0", 1), std::string("\xEF\xBB\xBF"), std::string()})
        page().items.push_back(frame::text(document[p].children[0], one_glyph(U'a', text)));
    EXPECT_EQ(glyph_text(), "|");
}

TEST_F(Fonts, CharactersOfPrivateUseAreSaidByTheStructure) {
    const NodeId p = paragraph(root, "\uE001");
    for (int i = 0; i < 2; ++i)
        page().items.push_back(frame::text(document[p].children[0], one_glyph(U'a', "\uE001")));
    glyph_text();
    EXPECT_EQ(file.elements.at(1).actual_text, "\uE001");
}

TEST_F(Fonts, NotdefIsNeverShown) {
    frame::TextRun run = one_glyph(U'a', "ab");
    run.glyphs.push_back({0, 500, 0, 0, 1});
    page().items.push_back(frame::text(document[paragraph(root, "a")].children[0], run));
    EXPECT_EQ(glyph_text(), "a|");
}

/// A font program as the PDF names it: the name tells which glyphs are in.
std::string font_name(const PdfFile& file) {
    return file.fonts.at(0).name;
}

TEST_F(Fonts, DocumentsOfPlainTextEmbedTheSameSubset) {
    const NodeId p = paragraph(root, "The quick brown fox jumps over the lazy dog.");
    set_all();
    glyph_text();
    const std::string first = font_name(file);
    std::get<doc::Text>(document[document[p].children[0]].kind).text =
        "Sphinx of black quartz, judge my vow: 12 times!";
    pages.clear();
    new_page();
    set_all();
    glyph_text();
    EXPECT_EQ(font_name(file), first);
}

TEST_F(Fonts, FewGlyphsAreEmbeddedAlone) {
    paragraph(root, "Aha");
    set_all();
    const std::size_t small = write().size();
    pages.clear();
    new_page();
    paragraph(root, "The quick brown fox jumps over the lazy dog.");
    set_all();
    EXPECT_LT(small + 4000, write().size());
}

TEST(UnicodeMap, SharesOutWhatAnswersOneToOne) {
    const pdf::CharacterMap characters(fonts(), *fonts().find("AtkinsonHyperlegibleNext", 400));
    const std::uint16_t a = characters.glyph(U'a'), b = characters.glyph(U'b');
    const auto share = [&](std::vector<std::uint16_t> ids, std::string_view text, bool rtl = false) {
        std::vector<frame::Glyph> glyphs;
        for (const std::uint16_t id : ids) glyphs.push_back({id, 0, 0, 0, 0});
        return pdf::share_out({glyphs, text}, rtl, characters);
    };
    EXPECT_THAT(share({a, b}, "ab").of_glyph, ElementsAre(U"a", U"b"));
    EXPECT_TRUE(share({a, b}, "ab").in_order);
    EXPECT_THAT(share({b, a}, "ab", true).of_glyph, ElementsAre(U"b", U"a"));
    EXPECT_THAT(share({b, a}, "ab").of_glyph,
                ElementsAre(U"\u200B", U"ab"));  // all to the glyph of the first
    EXPECT_FALSE(share({b, a}, "ab").in_order);
    EXPECT_THAT(share({b}, "xy", true).of_glyph, ElementsAre(U"yx"));
}

}  // namespace
}  // namespace sayso::test
