// Strings, names, character maps: the small pieces that everything else is written with.
#include "pdf/objects/syntax.h"

#include <gtest/gtest.h>

#include "pages.h"
#include "pdf/fonts/character_map.h"
#include "pdf/fonts/clusters.h"
#include "pdf/objects/content_hash.h"
#include "pdf/objects/unicode.h"

namespace sayso::pdf {
namespace {

std::string text(std::string_view utf8) {
    std::string out;
    append_text(out, utf8);
    return out;
}

TEST(TextString, IsALiteralOrUtf16) {
    EXPECT_EQ(text("a (b) \\ c"), "(a \\(b\\) \\\\ c)");
    EXPECT_EQ(text("é"), "<FEFF00E9>");
    EXPECT_EQ(text("\xF0\x9F\x98\x80"), "<FEFFD83DDE00>");
    EXPECT_EQ(text("a\nb"), "<FEFF0061000A0062>");
    EXPECT_EQ(text("\xC3"), "<FEFFFFFD>");  // cut off
}

TEST(TextString, KnowsTheLimitOfPdfA) {
    EXPECT_TRUE(fits_string(std::string(longest_string, 'a')));
    EXPECT_FALSE(fits_string(std::string(longest_string + 1, 'a')));
    EXPECT_FALSE(fits_string(std::string(20'000, 'a') + "é"));
}

TEST(Name, EscapesWhatANameMayNotHold) {
    std::string out;
    append_name(out, "A B/C#é+");
    EXPECT_EQ(out, "/A#20B#2FC#23#C3#A9+");
}

TEST(ContentHash, DependsOnEveryByteAndOnTheParts) {
    const auto hash = [](std::initializer_list<std::string_view> parts) {
        ContentHash h;
        for (const auto part : parts) h.add(part);
        return h.digest();
    };
    EXPECT_EQ(hash({"some words"}), hash({"some words"}));
    EXPECT_NE(hash({"some words"}), hash({"some wordt"}));
    EXPECT_NE(hash({"ab", "c"}), hash({"a", "bc"}));
    EXPECT_NE(hash({""}), hash({}));
}

TEST(CharacterMap, ReadsAFontBothWays) {
    const text::FontLibrary& fonts = test::fonts();
    const CharacterMap map(fonts, *fonts.find("AtkinsonHyperlegibleNext", 400));
    const std::uint16_t a = map.glyph(U'a');
    EXPECT_NE(a, 0);
    EXPECT_EQ(map.character(a), U'a');
    EXPECT_EQ(map.glyph(0x10FFFF), 0);
    EXPECT_EQ(map.character(0xFFFF), 0u);
}

TEST(CharacterMap, ArabicFormsAreNotLetters) {
    const text::FontLibrary& fonts = test::fonts();
    const CharacterMap map(fonts, *fonts.find("NotoSansArabic", 400));
    for (std::uint16_t glyph = 0; glyph < map.glyphs(); ++glyph) {
        const char32_t c = map.character(glyph);
        EXPECT_FALSE((c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF))
            << std::hex << std::uint32_t{c};
    }
}

frame::TextRun run(std::string text, std::vector<std::uint32_t> clusters, bool rtl) {
    frame::TextRun made;
    made.text = std::move(text);
    made.rtl = rtl;
    for (const std::uint32_t cluster : clusters) made.glyphs.push_back({1, 500, 0, 0, cluster});
    return made;
}

std::vector<std::string> clusters(const frame::TextRun& run) {
    std::vector<std::string> found;
    for_each_cluster(run, [&](const Cluster& c) {
        found.push_back(std::to_string(c.glyphs.size()) + ":" + std::string(c.text));
    });
    return found;
}

TEST(Clusters, GlyphsAndTheirCharactersInVisualOrder) {
    using testing::ElementsAre;
    EXPECT_THAT(clusters(run("office", {0, 1, 4, 5}, false)), ElementsAre("1:o", "1:ffi", "1:c", "1:e"));
    EXPECT_THAT(clusters(run("abc", {0, 0, 1}, false)), ElementsAre("2:a", "1:bc"));
    EXPECT_THAT(clusters(run("abc", {2, 0, 0}, true)), ElementsAre("1:c", "2:ab"));
    EXPECT_THAT(clusters(run("ab", {9, 0}, false)), ElementsAre("1:", "1:ab"));  // nonsense does no harm
    EXPECT_THAT(clusters(run("", {}, false)), ElementsAre());
}

}  // namespace
}  // namespace sayso::pdf
