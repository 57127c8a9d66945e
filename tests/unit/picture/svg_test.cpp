#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace sayso::test {
namespace {

using frame::Group;
using frame::Shape;
using ::testing::HasSubstr;

/// A drawing of 96 units square, which is 72 points.
std::string svg(std::string_view inside, std::string_view attributes = {}) {
    return fmt::format(R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" {}>{}</svg>)svg",
                       attributes, inside);
}

/// A drawing with something that reaches beyond its edge lies in a group that clips.
Shape shape(const Decoded& result, std::size_t index = 0) {
    EXPECT_TRUE(result.drawing()) << result.error();
    const auto& items = result.drawing()->items;
    const auto* clip = std::get_if<Group>(&items.at(0).content);
    return std::get<Shape>((clip ? clip->child->items : items).at(index).content);
}

TEST(Svg, SizeComesFromViewBox) {
    const Decoded result = decode(svg(""));
    ASSERT_TRUE(result.drawing()) << result.error();
    EXPECT_EQ(result.drawing()->size, (Size{pt(72), pt(72)}));
    EXPECT_FALSE(result.drawing()->keeps_owners);
}

TEST(Svg, TakesTheThemesColours) {
    picture::Wanted wanted;
    wanted.palette.you = {1, 2, 9};
    const auto fill = [&](std::string_view value) {
        return shape(
                   decode(svg(fmt::format(R"svg(<rect width="9" height="9" fill="{}"/>)svg", value)), wanted))
            .fill;
    };
    EXPECT_EQ(fill("var(--you)"), (Color{1, 2, 9}));
    EXPECT_EQ(fill("var( --you , #B23A1E )"), (Color{1, 2, 9}));
    EXPECT_EQ(fill("var(--elsewhere, #B23A1E)"), (Color{0xB2, 0x3A, 0x1E}));
    const std::string unknown =
        decode(svg(R"svg(<rect width="9" height="9" fill="var(--yuo)"/>)svg")).error();
    EXPECT_THAT(unknown, HasSubstr("has fill \"var(--yuo)\", which is not understood (line 1 of the SVG)"));
    EXPECT_THAT(unknown, HasSubstr("| name one of the theme's colours: --ink, --primary, --you,"));
}

TEST(Svg, WidthAndHeightMayHaveUnits) {
    const Decoded result = decode(svg("", R"svg(width="1in" height="36pt")svg"));
    ASSERT_TRUE(result.drawing()) << result.error();
    EXPECT_EQ(result.drawing()->size, (Size{pt(72), pt(36)}));
}

TEST(Svg, FitsAndCentresTheViewBox) {
    // 96 units square in 192 by 96 pixels: as large as the height, in the middle.
    const Decoded result =
        decode(svg(R"svg(<rect width="96" height="96"/>)svg", R"svg(width="192" height="96")svg"));
    EXPECT_EQ(frame::bounds(shape(result).path), (Rect{pt(36), pt(0), pt(72), pt(72)}));
    const Decoded left = decode(svg(R"svg(<rect width="96" height="96"/>)svg",
                                    R"svg(width="192" height="96" preserveAspectRatio="xMinYMin meet")svg"));
    EXPECT_EQ(frame::bounds(shape(left).path), (Rect{pt(0), pt(0), pt(72), pt(72)}));
    const Decoded stretched = decode(svg(R"svg(<rect width="96" height="96"/>)svg",
                                         R"svg(width="192" height="96" preserveAspectRatio="none")svg"));
    EXPECT_EQ(frame::bounds(shape(stretched).path), (Rect{pt(0), pt(0), pt(144), pt(72)}));
}

TEST(Svg, ReadsRectangle) {
    const Shape rect =
        shape(decode(svg(R"svg(<rect x="8" y="16" width="24" height="40" fill="#F2B138"/>)svg")));
    EXPECT_EQ(frame::bounds(rect.path), (Rect{pt(6), pt(12), pt(18), pt(30)}));
    EXPECT_EQ(rect.fill, (Color{0xF2, 0xB1, 0x38}));
    EXPECT_FALSE(rect.stroke);
}

TEST(Svg, CurrentColourIsTheInk) {
    const Shape circle = shape(decode(
        svg(R"svg(<circle cx="48" cy="48" r="16" fill="none" stroke="currentColor" stroke-width="4"/>)svg")));
    EXPECT_FALSE(circle.fill);
    ASSERT_TRUE(circle.stroke);
    EXPECT_EQ(circle.stroke->color, test_ink);
    EXPECT_EQ(circle.stroke->width, pt(3));
    EXPECT_EQ(frame::bounds(circle.path), (Rect{pt(24), pt(24), pt(24), pt(24)}));
}

TEST(Svg, PropertiesAreInheritedAndStyleWins) {
    const Decoded result = decode(svg(R"svg(
        <g fill="red" style="stroke: blue; stroke-width: 2px" stroke-linecap="round" stroke-linejoin="round">
          <line x1="0" y1="0" x2="9" y2="9" fill="green"/>
          <path d="M0 0H9V9Z" style="fill:none;stroke:rgb(1, 2, 3)" fill="green"/>
        </g>)svg"));
    const Shape line = shape(result, 0), path = shape(result, 1);
    EXPECT_EQ(line.fill, (Color{0, 128, 0}));
    EXPECT_EQ(line.stroke->color, (Color{0, 0, 255}));
    EXPECT_EQ(line.stroke->width, pt(1.5));
    EXPECT_EQ(line.stroke->cap, frame::Cap::round);
    EXPECT_FALSE(path.fill);
    EXPECT_EQ(path.stroke->color, (Color{1, 2, 3}));
}

TEST(Svg, EvenOddAndDashes) {
    const Shape path = shape(decode(
        svg(R"svg(<path d="M0 0H9V9Z" fill-rule="evenodd" stroke="#000" stroke-dasharray="4, 2"/>)svg")));
    EXPECT_EQ(path.rule, frame::FillRule::even_odd);
    EXPECT_EQ(path.stroke->dashes, (std::vector{pt(3), pt(1.5)}));
    EXPECT_EQ(path.stroke->cap, frame::Cap::butt);
}

TEST(Svg, TransformsApplyInnermostFirst) {
    const Decoded result = decode(svg(
        R"svg(<g transform="translate(10 20)"><rect width="4" height="8" transform="rotate(90), scale(2)"/></g>)svg"));
    const Rect box = frame::bounds(shape(result).path);
    // 4 by 8 doubled is 8 by 16; turned about the corner it lies left of it; then moved: x −6…10, y 20…28 in
    // units.
    EXPECT_NEAR(box.x.pt(), -6 * 0.75, 1e-9);
    EXPECT_NEAR(box.right().pt(), 10 * 0.75, 1e-9);
    EXPECT_NEAR(box.y.pt(), 20 * 0.75, 1e-9);
    EXPECT_NEAR(box.bottom().pt(), 28 * 0.75, 1e-9);
}

TEST(Svg, UnevenScaleOfALineKeepsItsTransform) {
    const Decoded result =
        decode(svg(R"svg(<circle r="9" stroke="#000" transform="translate(48 48) scale(2 1)"/>)svg"));
    ASSERT_TRUE(result.drawing()) << result.error();
    const auto& clip = std::get<Group>(result.drawing()->items.at(0).content);
    const auto& group = std::get<Group>(clip.child->items.at(0).content);
    EXPECT_EQ(group.transform, (Transform{1.5, 0, 0, 0.75, pt(36), pt(36)}));
}

TEST(Svg, ClipsWhatReachesOut) {
    const Decoded inside = decode(svg(R"svg(<rect x="4" y="4" width="9" height="9"/>)svg"));
    EXPECT_TRUE(std::holds_alternative<Shape>(inside.drawing()->items.at(0).content));
    const Decoded outside = decode(svg(R"svg(<rect x="90" y="4" width="9" height="9"/>)svg"));
    const auto& group = std::get<Group>(outside.drawing()->items.at(0).content);
    EXPECT_TRUE(group.clip);
    EXPECT_EQ(group.child->size, outside.drawing()->size);
}

TEST(Svg, HiddenThingsAreLeftOut) {
    const Decoded result = decode(svg(R"svg(<g display="none"><text>x</text><rect width="9" height="9"/></g>
        <rect width="9" height="9" visibility="hidden"/><rect width="9" height="9" fill="none"/>
        <rect width="9" height="9" opacity="0"/><rect width="0" height="9"/><title>t</title><desc>d</desc>
        <defs><linearGradient id="a"/></defs><sodipodi:namedview/>)svg"));
    ASSERT_TRUE(result.drawing()) << result.error();
    EXPECT_TRUE(result.drawing()->items.empty());
}

TEST(Svg, EllipsesAndRoundedCorners) {
    const Decoded result = decode(svg(R"svg(<ellipse cx="40" cy="20" rx="16" ry="8"/>
        <rect x="8" y="8" width="40" height="16" rx="4"/><rect x="8" y="8" width="40" height="16" rx="90" ry="2"/>)svg"));
    EXPECT_EQ(frame::bounds(shape(result, 0).path), (Rect{pt(18), pt(9), pt(24), pt(12)}));
    EXPECT_EQ(std::get<frame::MoveTo>(shape(result, 1).path[0]).to, (Point{pt(9), pt(6)}));
    EXPECT_EQ(std::get<frame::MoveTo>(shape(result, 2).path[0]).to, (Point{pt(21), pt(6)}));
}

TEST(Svg, PolygonsCloseAndPolylinesDoNot) {
    const Decoded result =
        decode(svg(R"svg(<polygon points="0,0 8,0 8,8"/><polyline points="0 0 8 0 8 8"/>)svg"));
    EXPECT_EQ(shape(result, 0).path.size(), 4u);
    EXPECT_TRUE(std::holds_alternative<frame::ClosePath>(shape(result, 0).path.back()));
    EXPECT_EQ(shape(result, 1).path.size(), 3u);
}

struct Rare {
    const char* name;
    const char* inside;
    const char* says;
};
void PrintTo(const Rare& rare, std::ostream* out) {
    *out << rare.name;
}

class SvgInPixels : public ::testing::TestWithParam<Rare> {};

TEST_P(SvgInPixels, NamesTheThingAndSaysWhatToDo) {
    const Decoded result = decode(svg(GetParam().inside));
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.image()->width, 600u);  // an inch
    EXPECT_EQ(result.picture->size, (Size{pt(72), pt(72)}));
    EXPECT_FALSE(result.diagnostics.has_errors());
    EXPECT_THAT(result.error(), HasSubstr(GetParam().says));
    EXPECT_THAT(result.error(), HasSubstr(": it is drawn as pixels, 600 to the inch"));
    EXPECT_THAT(result.error(), ::testing::StartsWith("the picture \"pic\" "));
    EXPECT_FALSE(result.diagnostics.items().at(0).hint.empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, SvgInPixels,
    ::testing::Values(
        Rare{"text", "\n\n<text>Hi</text>",
             "has a \"text\" element, which sayso does not draw (line 3 of the SVG)"},
        Rare{"use", "<use href=\"#a\"/>", "has a \"use\" element"},
        Rare{"style", "<style>.a{fill:red}</style>", "has a \"style\" element"},
        Rare{"gradient", "<rect width='9' height='9' fill='url(#g)'/>", "uses fill \"url(#g)\""},
        Rare{"opacity", "<g opacity='.5'/>", "uses opacity \".5\""},
        Rare{"fill_opacity", "<path fill-opacity='50%' d=''/>", "uses fill-opacity \"50%\""},
        Rare{"filter", "<g style='filter:blur(2px)'/>", "uses filter \"blur(2px)\""},
        Rare{"clip", "<g clip-path='url(#c)'/>", "uses clip-path \"url(#c)\""},
        Rare{"square", "<g stroke-linecap='square'/>", "uses stroke-linecap \"square\""},
        Rare{"colour", "<g fill='blau'/>", "has fill \"blau\", which is not understood"},
        Rare{"length", "<rect width='2em' height='9'/>", "has width \"2em\", which is not understood"},
        Rare{"path", "<path d='M0 0L5,x'/>", "has a path that breaks off at \"x\""},
        Rare{"first_step", "<path d='L5 5'/>", "has a path that breaks off at \"L5 5\""},
        Rare{"points", "<polygon points='1 2 3'/>", "has points that break off"},
        Rare{"transform", "<g transform='spin(4)'/>", "has transform \"spin(4)\""},
        Rare{"far", "<path d='M1e9 0'/>", "has a path that breaks off at \"1e9 0\""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Svg, SaysHowMuchMoreAFrameCannotHold) {
    EXPECT_THAT(decode(svg("<text/>\n<g opacity='.3'/>")).error(),
                HasSubstr("(line 1 of the SVG), and 1 more like"));
}

/// The upper half is cut away, the lower is half red, half see-through.
TEST(Svg, InPixelsLooksAsItShould) {
    const Decoded result = decode(svg(R"svg(<clipPath id="c"><rect y="48" width="96" height="48"/></clipPath>
        <g clip-path="url(#c)"><rect width="48" height="96" fill="#F00"/>
        <rect x="48" width="48" height="96" fill="currentColor" opacity="0.5"/></g>)svg"));
    ASSERT_TRUE(result.image()) << result.error();
    ASSERT_EQ(result.image()->encoding, frame::Image::Encoding::rgba8);
    const auto pixel = [&](std::size_t x, std::size_t y) {
        return result.image()->bytes.substr((y * 600 + x) * 4, 4);
    };
    EXPECT_EQ(pixel(100, 100), std::string(4, '\0'));
    EXPECT_EQ(pixel(100, 500), std::string("\xff\0\0\xff", 4));
    EXPECT_EQ(pixel(500, 500).substr(3), "\x80");
    EXPECT_EQ(pixel(500, 500).substr(0, 3),
              std::string("\2\2\4"));  // the ink, as near as half opacity keeps it
}

TEST(Svg, InPixelsTakesTheThemesColours) {
    picture::Wanted wanted;
    wanted.palette.you = {0, 0xff, 0};
    const Decoded result =
        decode(svg(R"svg(<rect width="96" height="96" fill="var(--you, red)"/><text/>)svg"), wanted);
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.image()->bytes.substr(0, 3), std::string("\0\xff\0", 3));
}

TEST(Svg, InPixelsHasTheGivenFontsAlone) {
    const auto written_in = [&](const std::string& family) {
        const Decoded result =
            decode(svg("<text y='40' font-size='40' font-family='" + family + "'>Ho</text>"));
        return result.image() ? result.image()->bytes : result.error();
    };
    const std::string in_none = written_in("no such family");
    EXPECT_NE(in_none.find('\xff'), std::string::npos) << in_none;
    EXPECT_NE(written_in("Atkinson Hyperlegible Next ExtraBold"), in_none);
    for (const char* of_the_machine : {"DejaVu Sans", "Liberation Serif", "monospace"})
        EXPECT_TRUE(written_in(of_the_machine) == in_none) << of_the_machine;
}

TEST(Svg, InPixelsIsBounded) {
    picture::Wanted wanted;
    wanted.width = pt(5000);
    const Decoded large = decode(svg("<text/>"), wanted);
    ASSERT_TRUE(large.image()) << large.error();
    EXPECT_LE(large.image()->width * large.image()->height, 9'000'000u);
    std::string uses, filters;
    for (int i = 0; i < 1'100; ++i) uses += "<use href='#a'/>";
    for (int i = 0; i < 140; ++i) filters += "<g filter='url(#f)'/>";
    for (const std::string& inside : {uses, filters}) {
        EXPECT_FALSE(decode(svg(inside)).picture);
        EXPECT_THAT(decode(svg(inside)).error(), HasSubstr("would take too long to draw"));
    }
    EXPECT_THAT(decode(svg("<image href='data:image/png;base64,AAAA'/>")).error(),
                HasSubstr("is an SVG file with a picture of dots in it"));
}

TEST(Svg, DeepGroupsAreRefused) {
    std::string deep;
    for (int i = 0; i < 50'000; ++i) deep += "<g>";
    for (int i = 0; i < 50'000; ++i) deep += "</g>";
    EXPECT_THAT(decode(svg(deep)).error(), HasSubstr("has groups more than 64 deep"));
}

TEST(Svg, BrokenXmlAndOtherXml) {
    EXPECT_THAT(decode("<svg viewBox='0 0 1 1'>\n<g>").error(),
                HasSubstr("is an SVG file that cannot be read: "));
    EXPECT_THAT(decode("<html/>").error(), HasSubstr("is XML and starts with \"html\""));
    EXPECT_THAT(decode("<svg/>").error(), HasSubstr("is an SVG file that cannot be drawn"));
    EXPECT_FALSE(decode("<svg width='99999' height='5'/>").diagnostics.has_errors());
}

}  // namespace
}  // namespace sayso::test
