#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace sayso::test {
namespace {

using frame::Artifact;
using frame::Image;
using ::testing::HasSubstr;

constexpr Color marigold{0xF2, 0xB1, 0x38};

TEST(Png, SizeFollowsResolution) {
    const Pixels a4 = drawn(page(mm(210), mm(297)), 96);
    EXPECT_EQ(a4.width, 794u);
    EXPECT_EQ(a4.height, 1123u);
    EXPECT_EQ(a4.pixels_a_metre, 3780u);
    EXPECT_EQ(a4.at(0, 0), white);
    EXPECT_EQ(drawn(page(pt(36), pt(72)), 144).height, 144u);
}

TEST(Png, RefusesSizesOutOfBounds) {
    for (const double dpi : {0.0, -96.0, 1e9, std::nan("")}) {
        Diagnostics diagnostics;
        EXPECT_EQ(cairo::png(page(pt(72), pt(72)), fonts(), dpi, diagnostics), "");
        ASSERT_EQ(diagnostics.errors(), 1u) << dpi;
        EXPECT_EQ(diagnostics.items()[0].code, "drawing-size");
        EXPECT_THAT(diagnostics.items()[0].hint, HasSubstr("20000 pixels"));
    }
}

TEST(Png, FillsItsBoxAndNothingElse) {
    const Pixels out = drawn(
        page(pt(10), pt(10),
             {frame::fill(Artifact::layout, frame::rectangle({pt(2), pt(3), pt(4), pt(5)}), marigold)}));
    for (std::uint32_t y = 0; y < 10; ++y)
        for (std::uint32_t x = 0; x < 10; ++x)
            EXPECT_EQ(out.at(x, y), x >= 2 && x < 6 && y >= 3 && y < 8 ? marigold : white) << x << "," << y;
}

TEST(Png, LaterItemsLieOnTop) {
    const Pixels out = drawn(
        page(pt(4), pt(4),
             {black_box(pt(0), pt(0), pt(4), pt(4)),
              frame::fill(Artifact::layout, frame::rectangle({pt(0), pt(0), pt(2), pt(4)}), marigold)}));
    EXPECT_EQ(out.at(1, 1), marigold);
    EXPECT_EQ(out.at(3, 1), black);
}

TEST(Png, FillRulesDiffer) {
    frame::Path path = frame::rectangle({pt(0), pt(0), pt(9), pt(9)});
    const frame::Path inner = frame::rectangle({pt(3), pt(3), pt(3), pt(3)});
    path.insert(path.end(), inner.begin(), inner.end());
    frame::Shape shape{path, black, frame::FillRule::even_odd, std::nullopt};
    EXPECT_EQ(drawn(page(pt(9), pt(9), {{Artifact::layout, shape}})).at(4, 4), white);
    shape.rule = frame::FillRule::nonzero;
    EXPECT_EQ(drawn(page(pt(9), pt(9), {{Artifact::layout, shape}})).at(4, 4), black);
}

TEST(Png, StrokesHaveWidthCapsAndDashes) {
    const frame::Path line = frame::line({pt(4), pt(5)}, {pt(16), pt(5)});
    const auto ink = [&](frame::Stroke stroke) {
        return drawn(page(pt(20), pt(10), {frame::stroke(Artifact::layout, line, stroke)}), 288).ink() / 16;
    };
    EXPECT_NEAR(ink({black, pt(2), {}, frame::Cap::butt}), 24, 0.2);
    EXPECT_NEAR(ink({black, pt(2), {}, frame::Cap::round}), 24 + 3.1416, 0.3);
    EXPECT_NEAR(ink({black, pt(2), {pt(2), pt(1)}, frame::Cap::butt}), 16, 0.2);
    EXPECT_NEAR(ink({black, pt(2), {pt(0), pt(0)}, frame::Cap::butt}), 24, 0.2);  // as PDF: solid
    EXPECT_NEAR(ink({black, pt(0), {}, frame::Cap::butt}), 0, 1e-9);
}

TEST(Png, GroupsMoveScaleAndClip) {
    auto child =
        std::make_shared<frame::Frame>(page(pt(4), pt(4), {black_box(pt(-9), pt(-9), pt(99), pt(99))}));
    const Transform map{2, 0, 0, 1, pt(3), pt(5)};
    const Pixels clipped = drawn(page(pt(20), pt(20), {frame::group(Artifact::layout, child, map, true)}));
    EXPECT_NEAR(clipped.ink(), 8 * 4, 1e-9);
    EXPECT_EQ(clipped.at(3, 5), black);
    EXPECT_EQ(clipped.at(10, 8), black);
    EXPECT_EQ(clipped.at(11, 8), white);
    const Pixels open = drawn(page(pt(20), pt(20), {frame::group(Artifact::layout, child, map, false)}));
    EXPECT_NEAR(open.ink(), 20 * 20, 1e-9);
}

TEST(Png, FlatGroupsDoNotStopThePage) {
    auto child = std::make_shared<frame::Frame>(page(pt(4), pt(4), {black_box(pt(0), pt(0), pt(4), pt(4))}));
    Diagnostics diagnostics;
    const Pixels out = drawn(page(pt(9), pt(9),
                                  {frame::group(Artifact::layout, child, Transform::scale(0, 1)),
                                   black_box(pt(5), pt(5), pt(1), pt(1))}),
                             72, &diagnostics);
    EXPECT_EQ(out.at(5, 5), black);
    EXPECT_NEAR(out.ink(), 1, 1e-9);
    EXPECT_TRUE(diagnostics.empty());
}

frame::Item image(Image::Encoding encoding, std::uint32_t width, std::uint32_t height, std::string bytes,
                  Rect box) {
    return {Artifact::layout,
            frame::ImageItem{std::make_shared<Image>(Image{width, height, encoding, std::move(bytes)}), box}};
}

TEST(Png, DrawsRawImages) {
    const Rect left{pt(0), pt(0), pt(8), pt(4)}, right{pt(8), pt(0), pt(8), pt(4)},
        below{pt(0), pt(4), pt(8), pt(4)};
    const Pixels out =
        drawn(page(pt(16), pt(8),
                   {image(Image::Encoding::rgb8, 2, 1, "\xff\x10\x20\x30\xff\x40", left),
                    image(Image::Encoding::gray8, 1, 1, "\x80", right), black_box(pt(0), pt(4), pt(4), pt(4)),
                    image(Image::Encoding::rgba8, 1, 1, std::string("\xff\x00\x00\x80", 4), below)}));
    EXPECT_EQ(out.at(0, 1), (Color{0xff, 0x10, 0x20}));
    EXPECT_EQ(out.at(7, 1), (Color{0x30, 0xff, 0x40}));
    EXPECT_EQ(out.at(12, 1), (Color{0x80, 0x80, 0x80}));
    EXPECT_NEAR(out.at(1, 6).r, 128, 1);  // half red on black
    EXPECT_NEAR(out.at(1, 6).g, 0, 1);
    EXPECT_NEAR(out.at(6, 6).g, 127, 1);  // half red on white
    EXPECT_EQ(out.at(6, 6).r, 255);
}

TEST(Png, DamagedJpegIsAnErrorAndThePageGoesOn) {
    Diagnostics diagnostics;
    const Pixels out = drawn(page(pt(9), pt(9),
                                  {image(Image::Encoding::jpeg_rgb, 9, 9, "\xff\xd8\xff\xe0 nonsense",
                                         {pt(0), pt(0), pt(4), pt(4)}),
                                   black_box(pt(5), pt(5), pt(1), pt(1))}),
                             72, &diagnostics);
    ASSERT_EQ(diagnostics.errors(), 1u);
    EXPECT_THAT(diagnostics.items()[0].message, HasSubstr("a JPEG picture cannot be drawn"));
    EXPECT_EQ(out.at(5, 5), black);
}

TEST(Png, TextStandsExactlyWhereItWasPlaced) {
    // Moving a word by a quarter of a pixel moves its ink by just that: nothing is rounded to pixels.
    const double start =
        drawn(page(pt(120), pt(30), words("Harbour", "en-GB", {pt(10), pt(22)}))).ink_centre_x();
    for (const double shift : {0.25, 0.5, 0.75}) {
        const double moved =
            drawn(page(pt(120), pt(30), words("Harbour", "en-GB", {pt(10 + shift), pt(22)}))).ink_centre_x();
        EXPECT_NEAR(moved - start, shift, 0.02);
    }
}

TEST(Png, TextFillsItsAdvanceAndNoMore) {
    const auto items = words("HHH", "en-GB", {pt(10), pt(30)});
    const Length width = std::get<frame::TextRun>(items.at(0).content).width();
    const Pixels out = drawn(page(pt(100), pt(40), items), 72);
    EXPECT_NEAR(out.ink_centre_x(), (pt(10) + width / 2).pt(), 0.3);
    for (std::uint32_t y = 31; y < 40; ++y)
        EXPECT_EQ(out.at(20, y), white);  // nothing hangs beneath the baseline
    EXPECT_GT(out.ink(), 50);
}

TEST(Png, BolderIsBlacker) {
    const double regular = drawn(page(pt(120), pt(30), words("Harbour", "en-GB", {pt(10), pt(22)}))).ink();
    const double bold =
        drawn(page(pt(120), pt(30), words("Harbour", "en-GB", {pt(10), pt(22)}, pt(20), 800))).ink();
    EXPECT_GT(bold, regular * 1.2);
}

TEST(Png, SameFrameSameBytes) {
    auto items = words("Twice the same, مرحبا", "en-GB", {pt(10), pt(22)});
    Diagnostics diagnostics;
    const frame::Frame twice = page(pt(300), pt(40), items);
    EXPECT_EQ(cairo::png(twice, fonts(), 96, diagnostics), cairo::png(twice, fonts(), 96, diagnostics));
}

}  // namespace
}  // namespace sayso::test
