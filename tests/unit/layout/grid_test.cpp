// Grids, balanced columns and tables.
#include <numeric>

#include <gmock/gmock.h>

#include "fixture.h"
#include "layout/flow_builder.h"

namespace sayso::layout_test {
namespace {

using doc::Document;
using testing::ElementsAre;

constexpr Color red{200, 0, 0}, blue{0, 0, 200};

class Grids : public Layout {
  protected:
    NodeId card(NodeId grid, int span, int count) {
        const NodeId id = group(grid);
        box(id).span = span;
        box(id).fill = red;
        box(id).padding = Edges::all(pt(10));
        lines(id, count);
        return id;
    }
    NodeId grid(NodeId parent) {
        const NodeId id = group(parent);
        box(id).display = doc::Display::grid;
        box(id).gap = pt(20);
        box(id).row_gap = pt(8);
        return id;
    }
};

TEST_F(Grids, CellsOfARowShareItsHeight) {
    const NodeId id = grid(Document::root);
    card(id, 6, 1);
    card(id, 6, 4);
    place();
    const auto cards = shapes_of(red);
    ASSERT_EQ(cards.size(), 2u);
    EXPECT_EQ(cards[0].box, (Rect{pt(20), pt(20), pt(190), pt(92)}));
    EXPECT_EQ(cards[1].box, (Rect{pt(230), pt(20), pt(190), pt(92)}));
}

TEST_F(Grids, SpansWrapIntoRows) {
    const NodeId id = grid(Document::root);
    for (const int span : {8, 4, 4, 4, 4, 12}) card(id, span, 1);
    place();
    const auto cards = shapes_of(red);
    ASSERT_EQ(cards.size(), 6u);
    const auto near = [](const Found& card, double x, double y, double width) {
        EXPECT_NEAR(card.box.x.pt(), x, 1e-9);
        EXPECT_NEAR(card.box.y.pt(), y, 1e-9);
        EXPECT_NEAR(card.box.width.pt(), width, 1e-9);
    };
    near(cards[0], 20, 20, 260);
    near(cards[1], 300, 20, 120);
    near(cards[2], 20, 66, 120);
    near(cards[4], 300, 66, 120);
    near(cards[5], 20, 112, 400);
}

TEST_F(Grids, CellContentIsAlignedWithinTheRow) {
    const NodeId id = grid(Document::root);
    const NodeId low = card(id, 6, 1);
    box(low).vertical_align = doc::BoxStyle::VerticalAlign::bottom;
    const NodeId tall = card(id, 6, 3);
    place();
    EXPECT_NEAR(first_run(low).box.y.pt(), first_run(tall).box.y.pt() + 36, 1e-9);
}

TEST_F(Grids, PagesEndBetweenRows) {
    page_of(pt(400), pt(100));
    const NodeId id = grid(Document::root);
    for (int i = 0; i < 4; ++i) card(id, 6, 2);  // rows of 56 pt
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    for (const auto& page : {on(0), on(1)})
        EXPECT_EQ(std::count_if(page.begin(), page.end(), [](const Found& f) { return f.shape(); }), 2);
}

TEST_F(Grids, ARowTallerThanThePageIsStackedAndSplit) {
    page_of(pt(400), pt(100));
    const NodeId id = grid(Document::root);
    const NodeId first = card(id, 6, 12), second = card(id, 6, 2);
    place();
    EXPECT_TRUE(diagnostics.empty()) << codes();
    EXPECT_EQ(runs_of(first).size(), 12u);
    EXPECT_GT(page_with(second), page_with(first));
    for (const Found& part : shapes_of(red)) {
        EXPECT_EQ(part.box.width, pt(400));
        EXPECT_LE(part.box.bottom(), pt(120.001));
    }
}

TEST_F(Grids, AListAsAGridKeepsItsLabels) {
    const NodeId id = list(Document::root, doc::List::Marker::number, {"one", "two"});
    box(id).display = doc::Display::grid;
    for (const NodeId item : document[id].children) box(item).span = 6;
    place();
    EXPECT_THAT(words_on(0), ElementsAre("1.one2.two"));
}

class ColumnsOfText : public Layout {
  protected:
    NodeId columns(int count) {
        const NodeId id = group(Document::root);
        box(id).display = doc::Display::columns;
        box(id).column_count = count;
        box(id).gap = pt(20);
        return id;
    }
};

TEST_F(ColumnsOfText, AreBalanced) {
    const NodeId id = columns(2);
    std::vector<NodeId> items;
    for (int i = 0; i < 5; ++i) items.push_back(paragraph(id, "item"));
    const NodeId after = paragraph(Document::root, "after");
    place();
    EXPECT_EQ(first_run(items[2]).box.x, pt(20));
    EXPECT_EQ(first_run(items[3]).box.x, pt(230));
    EXPECT_EQ(first_run(items[3]).box.y, first_run(items[0]).box.y);
    EXPECT_NEAR((first_run(after).box.y - first_run(items[0]).box.y).pt(), 3 * 18, 1e-9);
}

TEST_F(ColumnsOfText, NeverStrandAHeadingOrALine) {
    const NodeId id = columns(2);
    lines(id, 3, "a");
    const NodeId title = heading(id, "title");
    const NodeId under = lines(id, 3, "b");
    place();
    EXPECT_EQ(first_run(title).box.x, pt(230));
    EXPECT_EQ(first_run(under).box.x, pt(230));
}

TEST_F(ColumnsOfText, TooTallForThePageGoOnOnTheNext) {
    page_of(pt(400), pt(180));
    const NodeId before = heading(Document::root, "heading");
    const NodeId id = columns(2);
    box(id).fill = red;
    for (int i = 0; i < 44; ++i) paragraph(id, "item" + std::to_string(i));
    place();
    // 2 × 9 lines under the heading, then 2 × 10, then what remains.
    ASSERT_EQ(placed.pages.size(), 3u);
    EXPECT_TRUE(diagnostics.empty());
    EXPECT_EQ(page_with(before), 0);
    EXPECT_EQ(page_with(document[id].children[17]), 0);
    EXPECT_EQ(page_with(document[id].children[18]), 1);
    EXPECT_EQ(page_with(document[id].children[38]), 2);
    EXPECT_EQ(shapes_of(red).size(), 3u);
}

TEST_F(ColumnsOfText, WithinACellAreOnePiece) {
    const NodeId outer = columns(2);
    for (int i = 0; i < 2; ++i) {
        const NodeId inner = group(outer);
        box(inner).display = doc::Display::columns;
        box(inner).column_count = 2;
        for (int j = 0; j < 4; ++j) paragraph(inner, "x");
    }
    place();
    std::set<double> starts;
    for (const Found& run : runs_of(outer)) starts.insert(run.box.x.pt());
    EXPECT_EQ(starts.size(), 4u);
}

class Tables : public Layout {
  protected:
    NodeId table(std::vector<double> widths, int header_rows) {
        return document.add(Document::root, doc::Table{std::move(widths), header_rows});
    }
    NodeId row(NodeId id, const std::vector<std::string>& words) {
        const NodeId row = document.add(id, doc::TableRow{});
        for (const std::string& w : words) cell(row, w);
        return row;
    }
    std::vector<double> widths(NodeId id, double width) {
        layout::Typesetter typesetter(document, shaper(), diagnostics);
        std::vector<double> out;
        for (const Length w : layout::table_widths(typesetter, id, pt(width))) out.push_back(w.pt());
        return out;
    }
};

TEST_F(Tables, ColumnsHaveTheirShares) {
    const NodeId id = table({3, 1}, 0);
    const NodeId r = row(id, {"a", "b"});
    box(r).border_bottom = doc::Border{pt(1), blue};
    place();
    EXPECT_EQ(first_run(document[r].children[1]).box.x, pt(320));
    EXPECT_EQ(shapes_of(blue).at(0).box, (Rect{pt(20), pt(38), pt(400), pt(1)}));
}

TEST_F(Tables, ColumnsAreNoNarrowerThanTheirLongestWord) {
    const NodeId id = table({10, 1}, 0);
    const NodeId r = row(id, {"a", "communication"});
    box(document[r].children[1]).padding = Edges::all(pt(5));
    place();
    EXPECT_TRUE(diagnostics.empty()) << codes();
    const auto found = widths(id, 400);
    EXPECT_NEAR(found[1], first_run(document[r].children[1]).box.width.pt() + 10, 0.01);
    EXPECT_NEAR(std::accumulate(found.begin(), found.end(), 0.0), 400, 1e-9);
}

TEST_F(Tables, WhenNothingFitsEveryColumnFallsShort) {
    const NodeId id = table({1, 1}, 0);
    row(id, {"communication", "communication"});
    const auto found = widths(id, 50);
    EXPECT_NEAR(found[0], 25, 1e-9);
    EXPECT_NEAR(found[1], 25, 1e-9);
}

TEST_F(Tables, MissingOrZeroSharesTakeTheMean) {
    const NodeId id = table({2, 0}, 0);
    row(id, {"a", "b", "c"});
    EXPECT_THAT(widths(id, 300), ElementsAre(100, 100, 100));
}

TEST_F(Tables, TheCaptionStandsAboveTheWholeWidthAndIsNotRepeated) {
    page_of(pt(400), pt(100));
    const NodeId id = table({1, 1}, 1);
    const NodeId caption = document.add(id, doc::Caption{});
    text(caption, "Who was asked, and how often, in this year");
    row(id, {"name", "count"});
    for (int i = 0; i < 6; ++i) row(id, {"row" + std::to_string(i), "x"});
    place();
    EXPECT_TRUE(diagnostics.empty()) << codes();
    ASSERT_EQ(placed.pages.size(), 2u);
    EXPECT_EQ(words_on(0).front(), "Who was asked, and how often, in this year");
    EXPECT_EQ(words_on(1).front(), "row3x");  // under the header, which is an artifact there
    const auto pieces = boxes_of(placed, caption);
    ASSERT_EQ(pieces.size(), 1u);
    EXPECT_EQ(pieces[0].box, (Rect{pt(20), pt(20), pt(400), pt(18)}));
}

TEST_F(Tables, HeaderRowsAreShownAgainAsArtifacts) {
    page_of(pt(400), pt(100));
    const NodeId id = table({1, 1}, 1);
    const NodeId header = row(id, {"name", "count"});
    box(header).fill = red;
    for (int i = 0; i < 9; ++i) row(id, {"row" + std::to_string(i), "x"});
    place();
    ASSERT_EQ(placed.pages.size(), 3u);
    EXPECT_EQ(runs_of(header).size(), 2u);  // the first is content, once
    for (std::size_t page = 1; page < 3; ++page) {
        const auto found = on(page);
        EXPECT_TRUE(found.at(0).shape());
        ASSERT_TRUE(found.at(1).run());
        EXPECT_EQ(found[1].run()->text, "name");
        EXPECT_EQ(found[1].owner, frame::Owner{frame::Artifact::pagination});
        EXPECT_EQ(found[1].run()->origin.y, first_run(header).run()->origin.y);
    }
}

TEST_F(Tables, TheHeaderIsNeverLeftAlone) {
    page_of(pt(400), pt(100));
    lines(Document::root, 4);
    const NodeId id = table({1}, 1);
    const NodeId header = row(id, {"name"});
    const NodeId body = row(id, {"row"});
    document[document[body].children[0]].box.padding.top = pt(6);
    place();
    EXPECT_EQ(page_with(header), 1);
    EXPECT_EQ(page_with(body), 1);
}

TEST_F(Tables, ARowTallerThanThePageIsAnError) {
    page_of(pt(400), pt(100));
    const NodeId id = table({1}, 0);
    const NodeId r = row(id, {""});
    lines(document[r].children[0], 7, "tall");
    document[r].source = {1, 3, 1, 1};
    place();
    EXPECT_EQ(codes(), "too-tall");
    EXPECT_EQ(diagnostics.items()[0].message,
              "\"tall1 tall2 tall3 tall4 tall5 tall6 tall…\" is 26.0 pt taller than the page");
    EXPECT_EQ(diagnostics.items()[0].span.line, 3u);
}

}  // namespace
}  // namespace sayso::layout_test
