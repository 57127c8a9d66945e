#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/color.h"
#include "base/geometry.h"
#include "base/number.h"
#include "base/oklab.h"
#include "base/trimmed.h"
#include "base/utf8.h"

namespace sayso {
namespace {

TEST(Length, MillimetresAndPoints) {
    EXPECT_NEAR(mm(25.4).pt(), 72, 1e-9);
    EXPECT_NEAR(pt(72).mm(), 25.4, 1e-9);
    EXPECT_LT(pt(28), mm(10));
    EXPECT_DOUBLE_EQ(pt(30) / pt(12), 2.5);
}

TEST(Rect, OverlapIsOfInteriors) {
    const Rect a{pt(0), pt(0), pt(10), pt(10)};
    EXPECT_FALSE(a.overlaps({pt(10), pt(0), pt(5), pt(5)}));
    EXPECT_TRUE(a.overlaps({pt(9), pt(9), pt(5), pt(5)}));
    EXPECT_FALSE(a.overlaps({pt(9), pt(9), pt(5), pt(5)}, pt(1)));
    EXPECT_TRUE(a.contains({pt(2), pt(2), pt(8), pt(8)}));
}

TEST(Transform, TheRightOneIsAppliedFirst) {
    const Transform both = Transform::translate(pt(5), pt(0)) * Transform::scale(2, 2);
    EXPECT_EQ(both(Point{pt(1), pt(1)}), (Point{pt(7), pt(2)}));
}

TEST(Color, ReadsHashNotationOnly) {
    EXPECT_EQ(parse_color("#0B4F5C"), (Color{0x0B, 0x4F, 0x5C}));
    EXPECT_EQ(parse_color("#fa0"), (Color{0xFF, 0xAA, 0x00}));
    for (const char* wrong : {"", "#", "0B4F5C", "#12345", "#GG0000", "red"})
        EXPECT_FALSE(parse_color(wrong)) << wrong;
    EXPECT_EQ(to_hex({0x0b, 0x4f, 0x5c}), "#0B4F5C");
}

/// The figures of the design brief, measured: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
TEST(Color, ContrastRatios) {
    EXPECT_NEAR(contrast_ratio(black, white), 21, 1e-9);
    EXPECT_NEAR(contrast_ratio(*parse_color("#1E2A32"), white), 14.7, 0.05);
    EXPECT_NEAR(contrast_ratio(*parse_color("#0B4F5C"), white), 9.2, 0.05);
    EXPECT_NEAR(contrast_ratio(*parse_color("#B23A1E"), white), 6.0, 0.05);
}

TEST(Color, NearestThatPassesDoesPassAndIsNear) {
    const Color grey = *parse_color("#999999");
    const Color found = nearest_with_contrast(grey, white, 4.5);
    EXPECT_GE(contrast_ratio(found, white), 4.5);
    EXPECT_LT(contrast_ratio(found, white), 4.7);
    EXPECT_EQ(nearest_with_contrast(black, white, 4.5), black);
}

TEST(Number, IsRoundedAndShort) {
    EXPECT_EQ(number(0, 2), "0");
    EXPECT_EQ(number(-0.001, 2), "0");
    EXPECT_EQ(number(12, 2), "12");
    EXPECT_EQ(number(12.5, 2), "12.5");
    EXPECT_EQ(number(-0.25, 2), "-.25");
    EXPECT_EQ(number(0.05, 2), ".05");
    EXPECT_EQ(number(1.996, 2), "2");
    EXPECT_EQ(number(841.89, 2), "841.89");
    EXPECT_EQ(number(0.000001, 6), ".000001");
    EXPECT_EQ(number(1e300, 2), "10000000");
    EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN(), 2), "0");
    EXPECT_EQ(number(-std::numeric_limits<double>::infinity(), 2), "0");
}

TEST(Trimmed, TakesWhatIsNotSeen) {
    EXPECT_EQ(trimmed(" \t a b\r\n"), "a b");
    EXPECT_EQ(trimmed("\xC2\xA0 \xC2\xA0x\xC2\xA0"), "x");
    EXPECT_EQ(trimmed(" \n\xC2\xA0 "), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("\xA0"), "\xA0") << "half a character is not a space";
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
    return out;
}

TEST(Utf8, IsTakenApartAndPutTogether) {
    const std::string text = "a\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBD\xF0\x90\x80\x80\xF4\x8F\xBF\xBF";
    const std::u32string points = code_points(text);
    EXPECT_EQ(points, U"a\x80\x7FF\x800\xFFFD\x10000\x10FFFF");
    std::string again;
    for (const char32_t c : points) append_utf8(again, c);
    EXPECT_EQ(again, text);
}

/// Unicode 15, table 3-8 and its neighbours.
TEST(Utf8, IllFormedBytesAreReplacedByMaximalParts) {
    EXPECT_EQ(code_points("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"),
              U"\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\x41");
    EXPECT_EQ(code_points("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"),
              U"\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\x41");
    EXPECT_EQ(code_points("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), U"\xFFFD\xFFFD\xFFFD\xFFFD\x41");
    EXPECT_EQ(code_points("\xF5\xE2\x82"), U"\xFFFD\xFFFD");
}

TEST(Oklab, AgreesWithItsDefinition) {
    const Oklab red = to_oklab({255, 0, 0});
    EXPECT_NEAR(red.lightness, 0.62796, 1e-4);
    EXPECT_NEAR(red.a, 0.22486, 1e-4);
    EXPECT_NEAR(red.b, 0.12585, 1e-4);
    EXPECT_NEAR(to_oklab(white).lightness, 1, 1e-4);
    EXPECT_NEAR(to_oklab(white).b, 0, 1e-4);
}

TEST(Oklab, NearestColourKeepsItsHueAndPassesEveryContrast) {
    const Color yellow{0xFF, 0xF0, 0x9A}, ground{0xFB, 0xF6, 0xEE};
    const ContrastNeed needs[] = {{white, 4.5}, {ground, 4.5}};
    const auto found = nearest_with_contrasts(yellow, needs);
    ASSERT_TRUE(found);
    EXPECT_TRUE(has_contrasts(*found, needs));
    EXPECT_LT(contrast_ratio(*found, ground), 4.7);  // no darker than need be
    const Oklab was = to_oklab(yellow), is = to_oklab(*found);
    EXPECT_NEAR(std::atan2(was.b, was.a), std::atan2(is.b, is.a), 0.05);
    EXPECT_EQ(nearest_with_contrasts(black, needs), black);
    const ContrastNeed both[] = {{white, 7}, {black, 7}};
    EXPECT_EQ(nearest_with_contrasts(yellow, both), std::nullopt);
}

}  // namespace
}  // namespace sayso
