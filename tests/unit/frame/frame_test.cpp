#include "frame/frame.h"

#include <gtest/gtest.h>

namespace sayso::frame {
namespace {

TEST(Frame, WidthOfARunIsItsAdvances) {
    TextRun run;
    run.size = pt(20);
    run.glyphs = {{1, 500, 0, 0, 0}, {2, 250, 0, 0, 1}};
    EXPECT_DOUBLE_EQ(run.width().pt(), 15);
}

TEST(Frame, RoundedRectanglesStayInTheirBox) {
    const Rect box{pt(1), pt(2), pt(30), pt(10)};
    EXPECT_EQ(bounds(rounded_rectangle(box, pt(99))), box);
    EXPECT_EQ(rounded_rectangle(box, pt(0)).size(), rectangle(box).size());
}

TEST(Frame, DumpIsOneItemALine) {
    auto child = std::make_shared<Frame>();
    child->size = {pt(5), pt(5)};
    child->items.push_back(fill(NodeId{7}, rectangle({pt(0), pt(0), pt(1) / 3, pt(1)}), Color{1, 2, 3}));
    Frame page{{pt(100), pt(50)}, {}};
    page.items.push_back(group(Artifact::layout, child, Transform::translate(pt(-0.0001), pt(2))));
    page.items.push_back(
        stroke(Artifact::pagination, line({pt(0), pt(0)}, {pt(9), pt(0)}), {black, pt(0.5), {}, Cap::butt}));
    EXPECT_EQ(dump(page),
              "frame 100x50\n"
              "  [layout] group [1 0 0 1 0 2]\n"
              "  frame 5x5\n"
              "    [#7] shape 0,0 .333x1 steps 5 fill #010203\n"
              "  [pagination] shape 0,0 9x0 steps 2 stroke #000000 .5\n");
}

}  // namespace
}  // namespace sayso::frame
