#include "picture/svg_path.h"

#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "picture/arc.h"

namespace sayso::test {
namespace {

using picture::parse_path;

std::string number(Length length) {
    return fmt::format("{:g}", std::round(length.pt() * 1000) / 1000 + 0.0);
}
std::string pair(Point p) {
    return number(p.x) + "," + number(p.y);
}

struct Writer {
    std::string operator()(const frame::MoveTo& s) const { return "M" + pair(s.to); }
    std::string operator()(const frame::LineTo& s) const { return "L" + pair(s.to); }
    std::string operator()(const frame::CurveTo& s) const {
        return "C" + pair(s.control1) + " " + pair(s.control2) + " " + pair(s.to);
    }
    std::string operator()(const frame::ClosePath&) const { return "Z"; }
};

std::string text_of(const frame::Path& path) {
    std::string out;
    for (const frame::PathStep& step : path) out += (out.empty() ? "" : " ") + std::visit(Writer{}, step);
    return out;
}

std::string parsed(std::string_view data) {
    const picture::PathData result = parse_path(data, 1000);
    return text_of(result.path) + (result.fault ? fmt::format(" fault@{}", *result.fault) : "");
}

TEST(SvgPath, AbsoluteLines) {
    EXPECT_EQ(parsed("M1 2L3 4H5V6Z"), "M1,2 L3,4 L5,4 L5,6 Z");
}

TEST(SvgPath, RelativeLines) {
    EXPECT_EQ(parsed("m1 2l3 4h5v6z"), "M1,2 L4,6 L9,6 L9,12 Z");
}

TEST(SvgPath, RepeatedGroupsAfterMoveAreLines) {
    EXPECT_EQ(parsed("M1 1 2 2 3,3"), "M1,1 L2,2 L3,3");
    EXPECT_EQ(parsed("m1 1 1 1 1 1"), "M1,1 L2,2 L3,3");
}

TEST(SvgPath, NumbersMayTouch) {
    EXPECT_EQ(parsed("M.5.5-1-2L1e1+3"), "M0.5,0.5 L-1,-2 L10,3");
}

TEST(SvgPath, CubicsAndTheirSmoothForm) {
    EXPECT_EQ(parsed("M0 0C1 1 2 1 3 0S5 -1 6 0"), "M0,0 C1,1 2,1 3,0 C4,-1 5,-1 6,0");
    EXPECT_EQ(parsed("M0 0c1 1 2 1 3 0s2 -1 3 0"), "M0,0 C1,1 2,1 3,0 C4,-1 5,-1 6,0");
    EXPECT_EQ(parsed("M0 0S1 1 3 0"), "M0,0 C0,0 1,1 3,0");
}

TEST(SvgPath, QuadraticsAndTheirSmoothForm) {
    EXPECT_EQ(parsed("M0 0Q3 3 6 0T12 0"), "M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0");
    EXPECT_EQ(parsed("M0 0Q3 3 6 0L7 0T9 0"), "M0,0 C2,2 4,2 6,0 L7,0 C7,0 7.667,0 9,0");
}

TEST(SvgPath, StepsAfterACloseStartAnewAtItsStart) {
    EXPECT_EQ(parsed("M1 1L2 1Zl1 1"), "M1,1 L2,1 Z M1,1 L2,2");
    EXPECT_EQ(parsed("M1 1h1zm1 1h1"), "M1,1 L2,1 Z M2,2 L3,2");
}

TEST(SvgPath, QuarterArc) {
    EXPECT_EQ(parsed("M10 0A10 10 0 0 1 0 10"), "M10,0 C10,5.523 5.523,10 0,10");
    EXPECT_EQ(parsed("M10 0a10 10 0 01-10 10"), "M10,0 C10,5.523 5.523,10 0,10");  // flags may touch
}

TEST(SvgPath, ArcsStayOnTheirEllipse) {
    for (const bool large : {false, true})
        for (const bool sweep : {false, true}) {
            frame::Path path;
            picture::append_arc(path, {{pt(10), pt(0)}, 10, 10, 30, large, sweep, {pt(0), pt(10)}});
            ASSERT_FALSE(path.empty());
            // Four circles of radius 10 pass through both points; the centre tells which arc was drawn.
            const Point centre = large == sweep ? Point{pt(10), pt(10)} : Point{pt(0), pt(0)};
            for (const frame::PathStep& step : path) {
                const Point to = std::get<frame::CurveTo>(step).to;
                EXPECT_NEAR(std::hypot((to - centre).x.pt(), (to - centre).y.pt()), 10, 1e-9);
            }
            EXPECT_EQ(path.size(), large ? 3u : 1u);
            EXPECT_EQ(std::get<frame::CurveTo>(path.back()).to, (Point{pt(0), pt(10)}));
        }
}

TEST(SvgPath, ArcOfTooSmallRadiiIsEnlargedToReach) {
    EXPECT_EQ(parsed("M0 0A1 1 0 0 1 20 0"), "M0,0 C0,-5.523 4.477,-10 10,-10 C15.523,-10 20,-5.523 20,0");
}

TEST(SvgPath, ArcWithoutRadiusIsALine) {
    EXPECT_EQ(parsed("M0 0A0 5 0 0 1 20 0"), "M0,0 L20,0");
    EXPECT_EQ(parsed("M0 0A5 5 0 0 1 0 0L1 1"), "M0,0 L1,1");
}

TEST(SvgPath, FaultsStandWhereTheyAre) {
    EXPECT_EQ(parsed("M0 0L1 1X"), "M0,0 L1,1 fault@8");
    EXPECT_EQ(parsed("M0 0L1"), "M0,0 fault@6");
    EXPECT_EQ(parsed("L1 1"), " fault@0");
    EXPECT_EQ(parsed("M0 0A1 1 0 2 1 5 5"), "M0,0 fault@11");
    EXPECT_EQ(parsed("Mnan 0"), " fault@1");
    EXPECT_EQ(parsed("Minf 0"), " fault@1");
    EXPECT_EQ(parsed("M1e999 0"), " fault@1");
    EXPECT_EQ(parsed("M+-1 0"), " fault@1");
    EXPECT_EQ(parsed("M0 0z5"), "M0,0 Z fault@5");
}

TEST(SvgPath, StepsAreBounded) {
    std::string many = "M0 0";
    for (int i = 0; i < 100; ++i) many += " 1 1";
    EXPECT_TRUE(parse_path(many, 50).fault);
    EXPECT_EQ(parse_path(many, 50).path.size(), 50u);
}

TEST(SvgPath, EmptyDataIsAnEmptyPath) {
    EXPECT_EQ(parsed(""), "");
    EXPECT_EQ(parsed("  \n"), "");
}

}  // namespace
}  // namespace sayso::test
