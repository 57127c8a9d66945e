#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Color grey{0x99, 0x99, 0x99}, pale_grey{0xDD, 0xDD, 0xDD}, teal{0x0B, 0x4F, 0x5C};
constexpr FontId regular{0}, bold{1};

int weight_of(FontId font) {
    return font == bold ? 800 : 400;
}

/// A document of one paragraph, and a page to paint on.
struct Page {
    Page() : block(sample.paragraph("Good to see you.")), leaf(sample.document[block].children.front()) {
        frame.size = {pt(200), pt(200)};
    }
    frame::TextRun run(Color color, double size = 12, FontId font = regular) const {
        frame::TextRun out;
        out.font = font;
        out.size = pt(size);
        out.color = color;
        out.origin = {pt(20), pt(50)};
        out.text = "Good to see you.";
        out.glyphs = {{1, 8000, 0, 0, 0}};  // eight ems wide
        return out;
    }
    void fill(const Rect& box, Color color) {
        frame.items.push_back(frame::fill(frame::Artifact::layout, frame::rectangle(box), color));
    }
    void write(Color color, double size = 12, FontId font = regular) {
        frame.items.push_back(frame::text(leaf, run(color, size, font)));
    }
    std::vector<std::string> faults() const {
        Diagnostics diagnostics;
        check_pages(sample.document, {frame}, &weight_of, diagnostics);
        return described(diagnostics);
    }

    Sample sample;
    NodeId block, leaf;
    frame::Frame frame;
};

constexpr Rect everything{pt(0), pt(0), pt(200), pt(200)};

TEST(Contrast, OnPaperIsMeasured) {
    Page page;
    page.write(grey);
    EXPECT_THAT(page.faults(), ElementsAre("E contrast 1: text in #999999 on #FFFFFF has a contrast of "
                                           "2.84, but needs 4.5"));
    Page dark;
    dark.write(teal);
    EXPECT_THAT(dark.faults(), IsEmpty());
}

TEST(Contrast, IsWithTheFillUnderneath) {
    Page page;
    page.fill(everything, teal);
    page.write(white);
    EXPECT_THAT(page.faults(), IsEmpty());
    page.fill(everything, pale_grey);
    page.write(white);
    EXPECT_THAT(page.faults(), ElementsAre("E contrast 1: text in #FFFFFF on #DDDDDD has a contrast of "
                                           "1.35, but needs 4.5"));
}

TEST(Contrast, CountsWhereverTheWordsAre) {
    Page page;
    page.fill({pt(0), pt(0), pt(60), pt(200)}, teal);  // under the first half of the words
    page.write(white);
    EXPECT_THAT(page.faults(), ElementsAre("E contrast 1: text in #FFFFFF on #FFFFFF has a contrast of "
                                           "1.00, but needs 4.5"));
}

TEST(Contrast, OfLargeTextMayBeLess) {
    constexpr Color middling{0x88, 0x88, 0x88};  // 3.54 on white
    const auto faults = [=](double size, FontId font) {
        Page page;
        page.write(middling, size, font);
        return page.faults().size();
    };
    EXPECT_EQ(faults(18, regular), 0u);
    EXPECT_EQ(faults(17.5, regular), 1u);
    EXPECT_EQ(faults(14, bold), 0u);
    EXPECT_EQ(faults(13, bold), 1u);
    EXPECT_EQ(faults(14, regular), 1u);
}

TEST(Contrast, NamesTheNearestColourThatPasses) {
    Page page;
    page.write(grey);
    Diagnostics diagnostics;
    check_pages(page.sample.document, {page.frame}, &weight_of, diagnostics);
    const Color better = nearest_with_contrast(grey, white, 4.5);
    ASSERT_EQ(diagnostics.items().size(), 1u);
    EXPECT_EQ(diagnostics.items()[0].hint, "the nearest colour that passes is \"" + to_hex(better) + "\"");
}

TEST(Contrast, FollowsGroupsAndRoundShapes) {
    Page page;
    const auto child = std::make_shared<frame::Frame>();
    child->size = {pt(100), pt(100)};
    child->items.push_back(
        frame::fill(frame::Artifact::layout, frame::circle({pt(50), pt(50)}, pt(50)), teal));
    frame::TextRun words = page.run(white, 6);
    words.origin = {pt(26), pt(50)};
    child->items.push_back(frame::text(page.leaf, words));
    page.frame.items.push_back(frame::group(page.block, child, Transform::scale(2, 2)));
    EXPECT_THAT(page.faults(), IsEmpty());

    child->items[0] = frame::fill(frame::Artifact::layout, frame::circle({pt(90), pt(90)}, pt(50)), teal);
    EXPECT_EQ(page.faults().size(), 1u);
}

TEST(Contrast, IsNotWithWhatAGroupClipsAway) {
    Page page;
    const auto child = std::make_shared<frame::Frame>();
    child->size = {pt(10), pt(10)};
    child->items.push_back(frame::fill(frame::Artifact::layout, frame::rectangle(everything), grey));
    page.frame.items.push_back(frame::group(frame::Artifact::layout, child, {}, true));
    page.write(teal);
    EXPECT_THAT(page.faults(), IsEmpty());
}

TEST(Contrast, OnPicturesIsNotGuessed) {
    Page page;
    page.frame.items.push_back(
        {frame::Artifact::layout, frame::ImageItem{std::make_shared<frame::Image>(), everything}});
    page.write(grey);
    EXPECT_THAT(page.faults(), IsEmpty());
}

TEST(Contrast, OfRunningMatterPointsAtItsBlock) {
    Page page;
    page.sample.footer("Good to see you.");
    frame::TextRun words = page.run(grey, 18);
    words.color = page.sample.document[NodeId{4}].text.color = Color{0xAA, 0xAA, 0xAA};
    page.frame.items.push_back(frame::text(frame::Artifact::pagination, words));
    EXPECT_THAT(page.faults(), ElementsAre(testing::StartsWith("E contrast 4: ")));
}

TEST(Drawings, WithSmallWordsAreFoundOnce) {
    Page page;
    page.sample.figure("The model");
    const NodeId figure{3};
    const auto child = std::make_shared<frame::Frame>();
    child->size = {pt(100), pt(100)};
    child->keeps_owners = false;
    child->items.push_back(frame::text(frame::Artifact::layout, page.run(teal, 12)));
    child->items.push_back(frame::text(frame::Artifact::layout, page.run(teal, 12)));
    page.frame.items.push_back(frame::group(figure, child, Transform::scale(0.5, 0.5)));
    EXPECT_THAT(page.faults(), ElementsAre("W drawing-type-small 3: the smallest words of the drawing are "
                                           "about 6 pt; a drawing needs 7"));
    page.frame.items[0] = frame::group(figure, child, {});
    EXPECT_THAT(page.faults(), IsEmpty());
}

}  // namespace
}  // namespace sayso::check
