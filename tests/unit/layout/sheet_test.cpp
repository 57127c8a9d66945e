// Right-to-left pages, and pages on folded sheets.
#include <gmock/gmock.h>

#include "fixture.h"

namespace sayso::layout_test {
namespace {

using doc::Document;
using testing::ElementsAre;

constexpr Color red{200, 0, 0}, blue{0, 0, 200};

class Mirrored : public Layout {
  protected:
    /// Every kind of thing that has a side.
    void fill() {
        master().regions.push_back({"side", {pt(330), pt(20), pt(90), pt(600)}});
        master().decorations.push_back({{pt(0), pt(0), pt(100), pt(30)}, blue, {}});
        const NodeId grid = group(Document::root);
        box(grid).display = doc::Display::grid;
        for (const int span : {8, 4}) {
            const NodeId card = group(grid);
            box(card).span = span;
            box(card).border_start = doc::Border{pt(4), red};
            paragraph(card, "card");
        }
        list(Document::root, doc::List::Marker::bullet, {"item"});
        const NodeId table = document.add(Document::root, doc::Table{{3, 1}, 0});
        const NodeId row = document.add(table, doc::TableRow{});
        cell(row, "wide"), cell(row, "narrow");
        box(paragraph(Document::root, "aside")).region = "side";
    }
    static std::vector<Rect> boxes(const std::vector<Found>& found) {
        std::vector<Rect> out;
        for (const Found& f : found) out.push_back(f.box);
        return out;
    }
};

TEST_F(Mirrored, ArabicPagesRunFromTheRight) {
    document.lang = "ar";
    fill();
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        if (auto* words = std::get_if<doc::Text>(&document[NodeId{i}].kind)) words->text = "سلام";
    }
    place();
    const auto plain = boxes(on(0));
    spec.mirror = true;
    place();
    const auto mirrored = boxes(on(0));
    ASSERT_EQ(plain.size(), mirrored.size());
    // Fills and bars are mirror images; text stays right-aligned in its mirrored column.
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (!on(0)[i].shape()) continue;
        EXPECT_NEAR(mirrored[i].x.pt(), 440 - plain[i].right().pt(), 1e-9) << i;
    }
    const auto bars = shapes_of(red);
    ASSERT_EQ(bars.size(), 2u);
    EXPECT_NEAR(bars[0].box.right().pt(), 420, 1e-9);
    for (const Found& found : on(0)) {
        if (!found.run() || found.run()->text == "•") continue;
        EXPECT_TRUE(found.run()->rtl);
    }
}

TEST_F(Mirrored, LabelsHangOnTheRight) {
    document.lang = "he";
    const NodeId items = list(Document::root, doc::List::Marker::bullet, {"שלום"});
    spec.mirror = true;
    place();
    const NodeId item = document[items].children[0];
    for (const Found& found : on(0)) {
        if (!found.owned_by(item)) continue;
        EXPECT_NEAR(found.box.right().pt(), 420, 0.5);
    }
    EXPECT_LT(first_run(document[item].children[0]).box.right(), pt(412));
}

TEST_F(Mirrored, RegionsAndColumnsChangeSides) {
    master().regions.push_back({"side", {pt(330), pt(20), pt(90), pt(600)}});
    const NodeId side = paragraph(Document::root, "side");
    box(side).region = "side";
    box(side).fill = red;
    spec.mirror = true;
    place();
    EXPECT_EQ(shapes_of(red).at(0).box, (Rect{pt(20), pt(20), pt(90), pt(18)}));
    EXPECT_EQ(first_run(side).box.x, pt(20));  // English words still begin at the left of their column
}

// Imposition
// -----------------------------------------------------------------------------------------------------

class Sheets : public Layout {
  protected:
    /// A page a number.
    void numbered(int pages) {
        for (int i = 1; i <= pages; ++i)
            box(paragraph(Document::root, std::to_string(i))).page_break_before = true;
    }
    /// The words on a sheet from left to right.
    std::vector<std::string> across(std::size_t sheet) const {
        auto found = on(sheet);
        std::erase_if(found, [](const Found& f) { return !f.run(); });
        std::sort(found.begin(), found.end(),
                  [](const Found& a, const Found& b) { return a.box.x < b.box.x; });
        std::vector<std::string> out;
        for (const Found& f : found) {
            out.push_back(f.run()->text);
            out.back().erase(out.back().find_last_not_of(' ') + 1);  // a wanted break is a space in the run
        }
        return out;
    }
    void panels(const std::vector<double>& widths) {
        spec.imposition = doc::Imposition::trifold;
        spec.masters.clear();
        for (const double width : widths) {
            doc::PageMaster panel;
            panel.size = {mm(width), mm(210)};
            panel.regions = {{"main", {mm(8), mm(10), mm(width - 16), mm(190)}}};
            panel.decorations = {{{{}, {}, mm(width), mm(210)}, blue, {}}};
            spec.masters.push_back(panel);
        }
    }
    std::vector<double> folds(std::size_t sheet) const {
        std::vector<double> out;
        for (const Found& f : on(sheet)) {
            if (f.shape() && f.shape()->stroke && f.box.y == Length{}) out.push_back(f.box.x.mm());
        }
        return out;
    }
};

TEST_F(Sheets, TrifoldPanelsStandInFoldingOrder) {
    panels({100, 100, 100, 97, 97, 100});
    numbered(6);
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    EXPECT_THAT(across(0), ElementsAre("5", "6", "1"));
    EXPECT_THAT(across(1), ElementsAre("2", "3", "4"));
    EXPECT_NEAR(placed.pages[0].size.width.mm(), 297, 1e-9);
    EXPECT_THAT(folds(0), ElementsAre(testing::DoubleNear(97, 1e-9), testing::DoubleNear(197, 1e-9)));
    EXPECT_THAT(folds(1), ElementsAre(testing::DoubleNear(100, 1e-9), testing::DoubleNear(200, 1e-9)));
    EXPECT_THAT(placed.page_labels, ElementsAre("1", "2"));
}

TEST_F(Sheets, EqualPanelsAreCutSoThatTheFlapFoldsIn) {
    panels({99});
    numbered(6);
    place();
    EXPECT_NEAR(placed.pages[0].size.width.mm(), 297, 1e-9);
    EXPECT_NEAR(placed.pages[1].size.width.mm(), 297, 1e-9);
    EXPECT_THAT(folds(0), ElementsAre(testing::DoubleNear(97.5, 1e-9), testing::DoubleNear(197.25, 1e-9)));
    // Bands still cover their panels: no gap, no overlap.
    const auto bands = shapes_of(blue);
    ASSERT_EQ(bands.size(), 6u);
    EXPECT_NEAR(bands[0].box.right().mm(), 97.5, 1e-9);
    EXPECT_NEAR(bands[1].box.x.mm(), 97.5, 1e-9);
}

TEST_F(Sheets, AShortLeafletStillHasSixPanels) {
    panels({99});
    numbered(2);
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    EXPECT_EQ(shapes_of(blue).size(), 6u);
}

TEST_F(Sheets, APanelLeftBlankIsNamed) {
    panels({99});
    numbered(4);
    document[document[Document::root].children.back()].source = {1, 12, 3, 4};
    place();
    ASSERT_EQ(codes(), "blank-panel blank-panel");
    EXPECT_EQ(diagnostics.items()[0].message, "the flap of the leaflet is left blank");
    EXPECT_EQ(diagnostics.items()[1].message, "the back of the leaflet is left blank");
    EXPECT_EQ(diagnostics.items()[1].span.line, 12u);
    numbered(2);
    place();
    EXPECT_EQ(codes(), "");
}

TEST_F(Sheets, ABookletMayHaveBlankPages) {
    spec.imposition = doc::Imposition::booklet;
    numbered(3);
    place();
    EXPECT_EQ(codes(), "");
}

TEST_F(Sheets, ALeafletHoldsNoMoreThanSixPanels) {
    panels({99});
    numbered(7);
    place();
    EXPECT_EQ(codes(), "too-many-pages");
    EXPECT_EQ(placed.pages.size(), 4u);
}

TEST_F(Sheets, RightToLeftLeafletsAreMirrored) {
    panels({100, 100, 100, 97, 97, 100});
    spec.mirror = true;
    numbered(6);
    place();
    EXPECT_THAT(across(0), ElementsAre("1", "6", "5"));
    EXPECT_THAT(across(1), ElementsAre("4", "3", "2"));
    EXPECT_THAT(folds(0), ElementsAre(testing::DoubleNear(100, 1e-9), testing::DoubleNear(200, 1e-9)));
}

TEST_F(Sheets, BookletPagesStandInFoldingOrder) {
    page_of(pt(300), pt(400));
    spec.imposition = doc::Imposition::booklet;
    numbered(8);
    place();
    ASSERT_EQ(placed.pages.size(), 4u);
    EXPECT_THAT(across(0), ElementsAre("8", "1"));
    EXPECT_THAT(across(1), ElementsAre("2", "7"));
    EXPECT_THAT(across(2), ElementsAre("6", "3"));
    EXPECT_THAT(across(3), ElementsAre("4", "5"));
    EXPECT_EQ(placed.pages[0].size, (Size{pt(680), pt(440)}));
    spec.mirror = true;
    place();
    EXPECT_THAT(across(0), ElementsAre("1", "8"));
    EXPECT_THAT(across(1), ElementsAre("7", "2"));
}

TEST_F(Sheets, BlankPagesComeBeforeABackCover) {
    spec.imposition = doc::Imposition::booklet;
    numbered(6);
    place();
    ASSERT_EQ(placed.pages.size(), 4u);
    EXPECT_THAT(across(0), ElementsAre("6", "1"));
    EXPECT_THAT(across(1), ElementsAre("2"));
    EXPECT_THAT(across(2), ElementsAre("3"));
    EXPECT_THAT(across(3), ElementsAre("4", "5"));
}

TEST_F(Sheets, BlankPagesComeLastWhenTheTextRunsOn) {
    page_of(pt(400), pt(36));
    spec.imposition = doc::Imposition::booklet;
    for (int i = 1; i <= 5; ++i) lines(Document::root, 2, "p" + std::to_string(i) + "-");
    place();
    ASSERT_EQ(placed.pages.size(), 4u);
    EXPECT_THAT(across(0), ElementsAre("p1-1", "p1-2"));
    EXPECT_THAT(across(3), ElementsAre("p4-1", "p4-2", "p5-1", "p5-2"));
}

TEST_F(Sheets, AFourPageBookletIsOneSheet) {
    spec.imposition = doc::Imposition::booklet;
    numbered(4);
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    EXPECT_THAT(across(0), ElementsAre("4", "1"));
    EXPECT_THAT(across(1), ElementsAre("2", "3"));
}

}  // namespace
}  // namespace sayso::layout_test
