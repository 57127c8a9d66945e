// Paragraphs, boxes, lists and figures: where one column puts them.
#include <gmock/gmock.h>

#include "fixture.h"

namespace sayso::layout_test {
namespace {

using doc::Document;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr Color red{200, 0, 0}, blue{0, 0, 200};

class Blocks : public Layout {};

TEST_F(Blocks, DumpOfASmallPage) {
    page_of(pt(200), pt(100));
    heading(Document::root, "Hello");
    const NodeId p = paragraph(Document::root, "One ");
    text(p, "two", true);
    box(p).margin.top = pt(6);
    box(p).fill = red;
    box(p).padding = Edges::all(pt(4));
    place();
    EXPECT_EQ(frame::dump(placed.pages.at(0)),
              "frame 240x140\n"
              "  [#2] text 20,33.008 font 1 size 12 #000000 width 27.54 en-GB \"Hello\"\n"
              "  [layout] shape 20,44 200x26 steps 5 fill #C80000\n"
              "  [#4] text 24,61.008 font 1 size 12 #000000 width 24.984 en-GB \"One \"\n"
              "  [#5] text 48.984,61.008 font 2 size 12 #000000 width 19.62 en-GB \"two\"\n");
}

TEST_F(Blocks, EmptyDocumentHasOneEmptyPage) {
    place();
    ASSERT_EQ(placed.pages.size(), 1u);
    EXPECT_TRUE(placed.pages[0].items.empty());
    EXPECT_THAT(placed.page_labels, ElementsAre("1"));
}

TEST_F(Blocks, MarginsOfNeighboursCollapseToTheLarger) {
    const NodeId a = paragraph(Document::root, "a"), b = paragraph(Document::root, "b");
    box(a).margin = {pt(50), {}, pt(10), {}};
    box(b).margin.top = pt(24);
    place();
    EXPECT_EQ((first_run(b).box.y - first_run(a).box.y).pt(), 18 + 24);
}

TEST_F(Blocks, MarginVanishesAtTheTopOfThePageAndOfABox) {
    const NodeId card = group(Document::root);
    box(card).margin.top = pt(30);
    box(card).padding = Edges::all(pt(10));
    const NodeId inside = paragraph(card, "inside");
    box(inside).margin = {pt(40), {}, pt(40), {}};
    const NodeId after = paragraph(Document::root, "after");
    place();
    document[Document::root].children.clear();
    const NodeId plain = paragraph(Document::root, "plain");
    const Length y = first_run(inside).box.y, next = first_run(after).box.y;
    place();
    EXPECT_EQ(y, first_run(plain).box.y + pt(10));
    EXPECT_NEAR((next - y).pt(), 18 + 10, 1e-9);
}

TEST_F(Blocks, MarginsCollapseThroughPlainGroups) {
    const NodeId first = paragraph(Document::root, "first");
    const NodeId plain = group(Document::root);
    box(plain).margin.top = pt(10);
    const NodeId inner = paragraph(plain, "inner");
    box(inner).margin.top = pt(16);
    place();
    EXPECT_NEAR((first_run(inner).box.y - first_run(first).box.y).pt(), 18 + 16, 1e-9);
}

TEST_F(Blocks, StrongIsAStepHeavier) {
    const NodeId p = document.add(Document::root, doc::Paragraph{});
    const NodeId normal = text(p, "plain "), strong = text(p, "strong", true);
    const NodeId h = heading(Document::root, "");
    document[h].text.weight = 600;
    const NodeId heavy = text(h, "heavy", true);
    place();
    const auto weight = [](const Found& found) { return shaper().fonts().weight(found.run()->font); };
    EXPECT_EQ(weight(first_run(normal)), 400);
    EXPECT_EQ(weight(first_run(strong)), 600);
    EXPECT_EQ(weight(first_run(heavy)), 800);
}

TEST_F(Blocks, LinkHasOneAreaOnEachLineThatItCovers) {
    page_of(pt(120), pt(300));
    const NodeId p = document.add(Document::root, doc::Paragraph{});
    document[p].text.link_color = blue;
    text(p, "See ");
    const NodeId link = document.add(p, doc::Link{std::string("https://example.org"), "the report"});
    const NodeId words = document.add(link, doc::Text{"a report that is longer than one line", false});
    text(p, ".");
    place();
    std::vector<Rect> areas;
    for (const Found& found : on(0)) {
        if (!found.link()) continue;
        EXPECT_TRUE(found.owned_by(link));
        EXPECT_EQ(found.link()->description, "the report");
        areas.push_back(found.box);
    }
    const auto runs = runs_of(words);
    ASSERT_GE(runs.size(), 2u);
    ASSERT_EQ(areas.size(), runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        EXPECT_EQ(runs[i].run()->color, blue);
        EXPECT_TRUE(areas[i].contains(runs[i].box, pt(1)));
    }
}

TEST_F(Blocks, BordersArePaintedOnTheirSides) {
    const NodeId b = paragraph(Document::root, "words");
    box(b).border_start = doc::Border{pt(4), red};
    box(b).border_bottom = doc::Border{pt(1), blue};
    place();
    ASSERT_EQ(shapes_of(red).size(), 1u);
    EXPECT_EQ(shapes_of(red)[0].box, (Rect{pt(20), pt(20), pt(4), pt(19)}));
    ASSERT_EQ(shapes_of(blue).size(), 1u);
    EXPECT_EQ(shapes_of(blue)[0].box, (Rect{pt(20), pt(38), pt(400), pt(1)}));
    EXPECT_EQ(first_run(b).box.x, pt(24));
    EXPECT_TRUE(shapes_of(red)[0].is_artifact());
}

TEST_F(Blocks, EqualBordersAreOneRoundedStroke) {
    const NodeId b = paragraph(Document::root, "words");
    const doc::Border border{pt(2), red};
    box(b).border_top = box(b).border_end = box(b).border_bottom = box(b).border_start = border;
    box(b).radius = pt(6);
    place();
    const Found ring = on(0).at(0);
    ASSERT_TRUE(ring.shape() && ring.shape()->stroke);
    EXPECT_EQ(ring.box, (Rect{pt(21), pt(21), pt(398), pt(20)}));
    EXPECT_EQ(ring.shape()->path.size(), 10u);  // four sides, four corners, start and end
}

TEST_F(Blocks, LeastHeightAndVerticalAlignment) {
    const NodeId b = paragraph(Document::root, "words");
    box(b).fill = red;
    place();
    const Length top = first_run(b).box.y;
    box(b).min_height = pt(58);
    using Align = doc::BoxStyle::VerticalAlign;
    for (const auto& [align, shift] :
         {std::pair{Align::top, 0.0}, {Align::middle, 20.0}, {Align::bottom, 40.0}}) {
        box(b).vertical_align = align;
        place();
        EXPECT_NEAR((first_run(b).box.y - top).pt(), shift, 1e-9);
        EXPECT_EQ(shapes_of(red)[0].box.height, pt(58));
    }
}

TEST_F(Blocks, ListLabelsHangFromTheWidest) {
    std::vector<std::string> words(10, "item");
    const NodeId items = list(Document::root, doc::List::Marker::number, words);
    place();
    const auto& ids = document[items].children;
    const auto label = [&](NodeId item) {
        for (const Found& found : on(0))
            if (found.owned_by(item)) return found;
        throw std::runtime_error("no label");
    };
    EXPECT_EQ(label(ids[0]).run()->text, "1.");
    EXPECT_EQ(label(ids[9]).run()->text, "10.");
    EXPECT_NEAR(label(ids[9]).box.x.pt(), 20, 0.01);
    // Numbers end in line, half an em before the text.
    EXPECT_NEAR(label(ids[0]).box.right().pt(), label(ids[9]).box.right().pt(), 0.01);
    EXPECT_NEAR((first_run(document[ids[0]].children[0]).box.x - label(ids[0]).box.right()).pt(), 6, 0.01);
}

TEST_F(Blocks, BulletsAndOwnMarkersStandOnTheBaseline) {
    const NodeId items = list(Document::root, doc::List::Marker::bullet, {"small", "large"});
    const auto& ids = document[items].children;
    document[ids[1]].text.marker_text = "2";
    document[ids[1]].text.size = pt(30);
    document[ids[1]].text.leading = pt(36);
    document[ids[1]].text.marker_color = red;
    place();
    std::vector<const frame::TextRun*> labels;
    for (const NodeId id : ids)
        for (const Found& found : on(0))
            if (found.owned_by(id)) labels.push_back(found.run());
    ASSERT_EQ(labels.size(), 2u);
    EXPECT_EQ(labels[0]->text, "•");
    EXPECT_EQ(labels[1]->color, red);
    EXPECT_NEAR(labels[1]->origin.y.pt(), first_run(document[ids[1]].children[0]).run()->origin.y.pt(), 1e-9);
    // The large label pushes its item down rather than into the item above.
    EXPECT_GT((labels[1]->origin.y - labels[0]->origin.y).pt(), 18);
}

TEST_F(Blocks, NestedListsHangWithinTheirItem) {
    const NodeId outer = list(Document::root, doc::List::Marker::bullet, {});
    const NodeId item = document.add(outer, doc::ListItem{});
    const NodeId inner = list(item, doc::List::Marker::bullet, {"deep"});
    place();
    const NodeId deep = document[inner].children[0];
    std::vector<Length> labels;
    for (const Found& found : on(0))
        if (found.owned_by(item) || found.owned_by(deep)) labels.push_back(found.box.x);
    ASSERT_EQ(labels.size(), 2u);
    EXPECT_NE(labels[0], labels[1]);
    EXPECT_GT(first_run(document[deep].children[0]).box.x, max(labels[0], labels[1]));
}

TEST_F(Blocks, ItemsWithoutMarkersAreNotIndented) {
    const NodeId items = list(Document::root, doc::List::Marker::none, {"plain"});
    place();
    EXPECT_EQ(first_run(items).box.x, pt(20));
    EXPECT_EQ(on(0).size(), 1u);
}

TEST_F(Blocks, FiguresShrinkToTheirColumnButNeverGrow) {
    const NodeId wide = figure(Document::root, {pt(800), pt(100)});
    const NodeId small = figure(Document::root, {pt(50), pt(50)});
    document[small].text.align = doc::Align::centre;
    place();
    const auto found = on(0);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_TRUE(found[0].owned_by(wide));
    EXPECT_EQ(found[0].box, (Rect{pt(20), pt(20), pt(400), pt(50)}));
    EXPECT_EQ(found[1].box, (Rect{pt(195), pt(70), pt(50), pt(50)}));
}

TEST_F(Blocks, TallFiguresShrinkToThePage) {
    const NodeId card = group(Document::root);
    box(card).padding = Edges::all(pt(30));
    figure(card, {pt(100), pt(1080)});
    place();
    ASSERT_EQ(placed.pages.size(), 1u);
    EXPECT_NEAR(on(0).at(0).box.height.pt(), 540, 1e-9);
    EXPECT_TRUE(diagnostics.empty());
}

/// Whoever emits it knows what it is and where it stands: PDF 2.0 has it in the tree.
TEST_F(Blocks, DecorativeFiguresBelongToTheirNodes) {
    const NodeId id = figure(Document::root, {pt(50), pt(50)});
    std::get<doc::Figure>(document[id].kind).decorative = true;
    place();
    EXPECT_EQ(placed.pages.at(0).items.at(0).owner, frame::Owner{id});
}

TEST_F(Blocks, ImagesWithoutASizeCountNinetySixPixelsAnInch) {
    auto image = std::make_shared<frame::Image>();
    image->width = 96;
    image->height = 48;
    doc::Figure kind;
    kind.content = std::shared_ptr<const frame::Image>(image);
    document.add(Document::root, kind);
    place();
    EXPECT_EQ(on(0).at(0).box.size(), (Size{pt(72), pt(36)}));
}

TEST_F(Blocks, AWordWiderThanItsColumnIsReportedOnce) {
    page_of(pt(40), pt(200));
    const NodeId p = paragraph(Document::root, "communication");
    document[p].source = {1, 7, 3, 4};
    place();
    ASSERT_EQ(codes(), "overfull");
    EXPECT_EQ(diagnostics.items()[0].severity, Severity::warning);
    EXPECT_EQ(diagnostics.items()[0].span.line, 7u);
    EXPECT_THAT(diagnostics.items()[0].message, HasSubstr("\"communication\""));
}

}  // namespace
}  // namespace sayso::layout_test
