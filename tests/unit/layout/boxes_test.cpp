// Where nodes come to rest: pieces, pages, sheets.
#include <gmock/gmock.h>

#include "fixture.h"

namespace sayso::layout_test {
namespace {

using doc::Document;
using testing::ElementsAre;

class Boxes : public Layout {
  protected:
    std::vector<Rect> of(NodeId id) const {
        std::vector<Rect> out;
        for (const layout::NodeBox& piece : boxes_of(placed, id)) out.push_back(piece.box);
        return out;
    }
    std::vector<std::size_t> pages_of(NodeId id) const {
        std::vector<std::size_t> out;
        for (const layout::NodeBox& piece : boxes_of(placed, id)) out.push_back(piece.page);
        return out;
    }
};

TEST_F(Boxes, OfWordsAndWhatHoldsThem) {
    const NodeId card = group(Document::root);
    box(card).fill = Color{1, 2, 3};
    box(card).bleed = Edges::all(pt(9));  // is paint, not box
    box(card).padding = Edges::all(pt(10));
    const NodeId one = lines(card, 2), two = lines(card, 1);
    place();
    EXPECT_THAT(of(one), ElementsAre(Rect{pt(30), pt(30), pt(380), pt(36)}));
    EXPECT_THAT(of(two), ElementsAre(Rect{pt(30), pt(66), pt(380), pt(18)}));
    EXPECT_THAT(of(card), ElementsAre(Rect{pt(20), pt(20), pt(400), pt(74)}));
    EXPECT_THAT(of(Document::root), ElementsAre(Rect{pt(20), pt(20), pt(400), pt(74)}));
    EXPECT_THAT(of(document[one].children[0]), ElementsAre());  // an inline node
}

TEST_F(Boxes, APieceForEachPage) {
    page_of(pt(400), pt(90));
    const NodeId long_one = lines(Document::root, 8);
    place();
    EXPECT_THAT(pages_of(long_one), ElementsAre(0u, 1u));
    EXPECT_THAT(of(long_one),
                ElementsAre(Rect{pt(20), pt(20), pt(400), pt(90)}, Rect{pt(20), pt(20), pt(400), pt(54)}));
    EXPECT_EQ(placed.leaves.at(1).main, (Rect{pt(20), pt(20), pt(400), pt(90)}));
}

TEST_F(Boxes, APieceForEachColumn) {
    const NodeId columns = group(Document::root);
    box(columns).display = doc::Display::columns;
    box(columns).column_count = 2;
    box(columns).gap = pt(20);
    const NodeId words = lines(columns, 4);
    place();
    EXPECT_THAT(of(words),
                ElementsAre(Rect{pt(20), pt(20), pt(190), pt(36)}, Rect{pt(230), pt(20), pt(190), pt(36)}));
    EXPECT_THAT(of(columns), ElementsAre(Rect{pt(20), pt(20), pt(400), pt(36)}));
}

TEST_F(Boxes, AnItemBeginsAtItsLabelAndCellsShareTheirRow) {
    const NodeId items = list(Document::root, doc::List::Marker::bullet, {"one"});
    const NodeId item = document[items].children[0];
    const NodeId table = document.add(Document::root, doc::Table{{1, 1}, 0});
    const NodeId row = document.add(table, doc::TableRow{});
    const NodeId left = cell(row, "a");
    cell(row, "b");
    place();
    EXPECT_EQ(of(item).at(0).x, pt(20));
    EXPECT_GT(of(document[item].children[0]).at(0).x, pt(20));
    EXPECT_THAT(of(row), ElementsAre(Rect{pt(20), pt(38), pt(400), pt(18)}));
    EXPECT_THAT(of(left), ElementsAre(Rect{pt(20), pt(38), pt(200), pt(18)}));
}

TEST_F(Boxes, OfRunningMatterOnEveryPage) {
    page_of(pt(400), pt(90));
    const NodeId running = document.add_detached(doc::Group{});
    paragraph(running, "foot");
    master().footer = running;
    master().footer_box = {pt(20), pt(110), pt(400), pt(20)};
    lines(Document::root, 8);
    place();
    EXPECT_THAT(pages_of(running), ElementsAre(0u, 1u));
}

TEST_F(Boxes, RightToLeft) {
    spec.mirror = true;
    const NodeId grid = group(Document::root);
    box(grid).display = doc::Display::grid;
    box(grid).gap = {};
    const NodeId first = lines(grid, 1);
    box(first).span = 3;
    place();
    EXPECT_THAT(of(first), ElementsAre(Rect{pt(320), pt(20), pt(100), pt(18)}));
}

TEST_F(Boxes, AreOnLeavesAndLeavesOnSheets) {
    spec.imposition = doc::Imposition::booklet;
    page_of(pt(160), pt(100));  // 200 pt wide
    std::vector<NodeId> pages;
    for (int i = 0; i < 5; ++i) {
        pages.push_back(lines(Document::root, 1));
        box(pages.back()).page_break_before = true;
    }
    place();
    ASSERT_EQ(placed.leaves.size(), 5u);  // the blank ones before the cover are none
    // Outside 8 | 1 and 2 | 7; the cover is printed as page 8.
    EXPECT_EQ(placed.leaves[0].sheet, 0u);
    EXPECT_EQ(placed.leaves[0].origin, (Point{pt(200), {}}));
    EXPECT_EQ(placed.leaves[4].sheet, 0u);
    EXPECT_EQ(placed.leaves[4].origin, (Point{}));
    for (const NodeId id : pages) {
        const auto pieces = boxes_of(placed, id);
        ASSERT_EQ(pieces.size(), 1u);
        const Rect on_paper = on_sheet(placed, pieces[0]);
        const Rect ink = first_run(id).box;
        EXPECT_LE(on_paper.x, ink.x);
        EXPECT_GE(on_paper.right(), ink.right());
        EXPECT_EQ(page_with(id), static_cast<int>(placed.leaves[pieces[0].page].sheet));
    }
}

TEST_F(Boxes, EveryBlockWithWordsHasOne) {
    page_of(pt(400), pt(90));
    for (int i = 0; i < 3; ++i) {
        heading(Document::root, "heading");
        lines(group(Document::root), 3);
        list(Document::root, doc::List::Marker::number, {"one", "two"});
    }
    place();
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        if (document.get<doc::Text>(NodeId{i})) continue;
        EXPECT_FALSE(boxes_of(placed, NodeId{i}).empty()) << i;
    }
}

}  // namespace
}  // namespace sayso::layout_test
