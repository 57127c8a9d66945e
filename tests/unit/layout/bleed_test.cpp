// Sheets for a printing house: what reaches the edge runs on, what does not stays, and the marks stand clear.
#include "layout/bleed.h"

#include <gtest/gtest.h>

#include "doc/document.h"

namespace sayso::layout {
namespace {

constexpr Color teal{0x0B, 0x4F, 0x5C};
const Size page_size{mm(100), mm(200)};

frame::Frame page_with(const std::vector<Rect>& fills) {
    frame::Frame page{page_size, {}};
    for (const Rect& box : fills)
        page.items.push_back(frame::fill(frame::Artifact::background, frame::rectangle(box), teal));
    return page;
}

/// What is filled on the sheet itself, outside the page's own drawing: measured from the page's corner, in
/// millimetres.
std::vector<Rect> fills_behind(const frame::Frame& sheet) {
    std::vector<Rect> out;
    for (const frame::Item& item : sheet.items) {
        const auto* shape = std::get_if<frame::Shape>(&item.content);
        if (shape == nullptr || !shape->fill) continue;
        EXPECT_EQ(*shape->fill, teal);
        const Rect box = frame::bounds(shape->path);
        out.push_back({box.x - print_margin, box.y - print_margin, box.width, box.height});
    }
    return out;
}

void expect_box(const Rect& box, double x, double y, double width, double height) {
    EXPECT_NEAR(box.x.mm(), x, 1e-6);
    EXPECT_NEAR(box.y.mm(), y, 1e-6);
    EXPECT_NEAR(box.width.mm(), width, 1e-6);
    EXPECT_NEAR(box.height.mm(), height, 1e-6);
}

TEST(Bleed, AddsTheMarginOnEverySide) {
    const auto sheets = with_bleed({page_with({})});
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_NEAR(sheets[0].size.width.mm(), 120, 1e-9);
    EXPECT_NEAR(sheets[0].size.height.mm(), 220, 1e-9);
}

TEST(Bleed, FillsGoOnOverTheEdgesThatTheyReach) {
    const auto sheets = with_bleed({page_with({{mm(0), mm(0), mm(100), mm(40)},
                                               {mm(60), mm(100), mm(40), mm(20)},
                                               {mm(10), mm(60), mm(80), mm(20)}})});
    const auto fills = fills_behind(sheets[0]);
    ASSERT_EQ(fills.size(), 2u);
    expect_box(fills[0], -3, -3, 106, 43);
    expect_box(fills[1], 60, 100, 43, 20);
}

TEST(Bleed, SeesPanelsWhereTheyLieOnTheirSheet) {
    const auto panel = std::make_shared<const frame::Frame>(page_with({{mm(0), mm(0), mm(50), mm(200)}}));
    frame::Frame sheet{page_size, {}};
    sheet.items.push_back(frame::group(doc::Document::root, panel, Transform::translate(mm(50), mm(0))));
    const auto fills = fills_behind(with_bleed({sheet})[0]);
    ASSERT_EQ(fills.size(), 1u);
    expect_box(fills[0], 50, -3, 53, 206);
}

TEST(Bleed, RoundCornersStayWithinThePage) {
    frame::Frame page{page_size, {}};
    page.items.push_back(frame::fill(frame::Artifact::layout,
                                     frame::rounded_rectangle({mm(0), mm(0), mm(100), mm(40)}, mm(5)), teal));
    EXPECT_TRUE(fills_behind(with_bleed({page})[0]).empty());
}

TEST(Bleed, EightMarksStandOutsideTheBleed) {
    const frame::Frame sheet = with_bleed({page_with({})})[0];
    const Rect inked{print_margin - print_bleed, print_margin - print_bleed,
                     page_size.width + 2 * print_bleed, page_size.height + 2 * print_bleed};
    int marks = 0;
    for (const frame::Item& item : sheet.items) {
        const auto* shape = std::get_if<frame::Shape>(&item.content);
        if (shape == nullptr || !shape->stroke) continue;
        ++marks;
        const Rect box = frame::bounds(shape->path);
        const bool outside = box.right() < inked.x || box.x > inked.right() || box.bottom() < inked.y ||
                             box.y > inked.bottom();
        EXPECT_TRUE(outside);
        const bool on_a_cut = std::abs((box.x - print_margin).pt()) < 1e-9 ||
                              std::abs((box.x - print_margin - page_size.width).pt()) < 1e-9 ||
                              std::abs((box.y - print_margin).pt()) < 1e-9 ||
                              std::abs((box.y - print_margin - page_size.height).pt()) < 1e-9;
        EXPECT_TRUE(on_a_cut);
    }
    EXPECT_EQ(marks, 8);
}

}  // namespace
}  // namespace sayso::layout
