// Where pages end, what runs along them, and how space gives way.
#include <gmock/gmock.h>

#include "fixture.h"

namespace sayso::layout_test {
namespace {

using doc::Document;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr Color red{200, 0, 0};

class Pages : public Layout {};

TEST_F(Pages, TwoLinesAtLeastStayOnEitherSide) {
    page_of(pt(400), pt(90));  // five lines
    lines(Document::root, 4, "a");
    lines(Document::root, 6, "b");
    place();
    // Not a b1 | b2…: the second paragraph begins on page 2, and b6 is not left alone on a third.
    ASSERT_EQ(placed.pages.size(), 3u);
    EXPECT_THAT(words_on(0), ElementsAre("a1", "a2", "a3", "a4"));
    EXPECT_THAT(words_on(1), ElementsAre("b1", "b2", "b3", "b4"));
    EXPECT_THAT(words_on(2), ElementsAre("b5", "b6"));
}

TEST_F(Pages, AHeadingGoesWithWhatFollows) {
    page_of(pt(400), pt(90));
    lines(Document::root, 4, "a");
    const NodeId title = heading(Document::root, "title");
    const NodeId next = paragraph(Document::root, "next");
    place();
    EXPECT_EQ(page_with(title), 1);
    EXPECT_EQ(page_with(next), 1);
}

TEST_F(Pages, AHeadingGoesWithTheFirstRowOfAGridInABox) {
    page_of(pt(400), pt(90));
    lines(Document::root, 3, "a");
    const NodeId title = heading(Document::root, "title");
    const NodeId outer = group(Document::root);
    box(outer).padding = Edges::all(pt(4));
    const NodeId grid = group(outer);
    box(grid).display = doc::Display::grid;
    lines(group(grid), 2, "b");
    place();
    EXPECT_EQ(page_with(title), 1);
    EXPECT_EQ(page_with(grid), 1);
}

TEST_F(Pages, KeptBlocksMoveWhole) {
    page_of(pt(400), pt(90));
    lines(Document::root, 2, "a");
    const NodeId kept = group(Document::root);
    box(kept).keep_together = true;
    lines(kept, 2, "b");
    lines(kept, 2, "c");
    place();
    EXPECT_THAT(words_on(0), ElementsAre("a1", "a2"));
    EXPECT_THAT(words_on(1), ElementsAre("b1", "b2", "c1", "c2"));
}

TEST_F(Pages, AKeptBlockTallerThanAPageIsSplitAllTheSame) {
    page_of(pt(400), pt(90));
    const NodeId kept = group(Document::root);
    box(kept).keep_together = true;
    for (int i = 0; i < 4; ++i) lines(kept, 2);
    place();
    EXPECT_EQ(placed.pages.size(), 2u);
    EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Pages, KeepWithNext) {
    page_of(pt(400), pt(90));
    lines(Document::root, 4, "a");
    const NodeId lead = paragraph(Document::root, "lead");
    box(lead).keep_with_next = true;
    paragraph(Document::root, "next");
    place();
    EXPECT_THAT(words_on(1), ElementsAre("lead", "next"));
}

TEST_F(Pages, ACaptionStaysWithItsFigure) {
    page_of(pt(400), pt(90));
    lines(Document::root, 2, "a");
    const NodeId picture = figure(Document::root, {pt(40), pt(50)});
    const NodeId caption = document.add(picture, doc::Caption{});
    text(caption, "caption");
    place();
    EXPECT_EQ(page_with(picture), 1);
    EXPECT_EQ(page_with(caption), 1);
}

TEST_F(Pages, AFigureLeavesRoomForItsCaption) {
    page_of(pt(400), pt(90));
    const NodeId picture = figure(Document::root, {pt(200), pt(200)});
    const NodeId caption = document.add(picture, doc::Caption{});
    box(caption).margin.top = pt(6);
    text(caption, "caption");
    place();
    EXPECT_TRUE(diagnostics.empty()) << codes();
    ASSERT_EQ(placed.pages.size(), 1u);
    ASSERT_EQ(boxes_of(placed, picture).size(), 1u);
    EXPECT_EQ(boxes_of(placed, picture)[0].box, (Rect{pt(20), pt(20), pt(66), pt(66)}));
    EXPECT_EQ(boxes_of(placed, caption)[0].box, (Rect{pt(20), pt(92), pt(400), pt(18)}));
}

TEST_F(Pages, ACaptionBeforeATableStaysWithIt) {
    page_of(pt(400), pt(90));
    lines(Document::root, 4, "a");
    const NodeId table = document.add(Document::root, doc::Table{{1}, 0});
    const NodeId caption = document.add(table, doc::Caption{});
    text(caption, "caption");
    cell(document.add(table, doc::TableRow{}), "cell");
    place();
    EXPECT_EQ(page_with(caption), 1);
}

TEST_F(Pages, AnIntroductionStaysWithItsList) {
    page_of(pt(400), pt(90));
    lines(Document::root, 3, "a");
    paragraph(Document::root, "We ask you to:");
    const NodeId items = list(Document::root, doc::List::Marker::bullet, {"one", "two", "three"});
    place();
    EXPECT_EQ(page_with(items), 0);
    document[Document::root].children.clear();
    lines(Document::root, 4, "a");
    const NodeId lead = paragraph(Document::root, "We ask you to:");
    list(Document::root, doc::List::Marker::bullet, {"one", "two"});
    place();
    EXPECT_EQ(page_with(lead), 1);
}

TEST_F(Pages, NoItemOfAListIsLeftAlone) {
    page_of(pt(400), pt(90));
    lines(Document::root, 2, "a");
    const NodeId items = list(Document::root, doc::List::Marker::bullet, {"one", "two", "three", "four"});
    place();
    EXPECT_EQ(page_with(document[items].children[1]), 0);
    EXPECT_EQ(page_with(document[items].children[2]), 1);  // though it had room
    EXPECT_EQ(page_with(document[items].children[3]), 1);
}

TEST_F(Pages, PageBreaksAreObeyedAndTheirPagesLeftAlone) {
    paragraph(Document::root, "one");
    const NodeId next = group(Document::root);
    box(next).page_break_before = true;
    paragraph(next, "two");
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    EXPECT_THAT(words_on(0), ElementsAre("one"));
    EXPECT_THAT(words_on(1), ElementsAre("two"));
}

TEST_F(Pages, APageBreakAfterAHeadingGoesBeforeIt) {
    paragraph(Document::root, "one");
    heading(Document::root, "title");
    box(paragraph(Document::root, "two")).page_break_before = true;
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    EXPECT_THAT(words_on(0), ElementsAre("one"));
    EXPECT_THAT(words_on(1), ElementsAre("title", "two"));
}

TEST_F(Pages, APageBreakBeforeTheFirstBlockAddsNoPage) {
    box(paragraph(Document::root, "one")).page_break_before = true;
    place();
    EXPECT_EQ(placed.pages.size(), 1u);
}

TEST_F(Pages, AFilledBoxIsPaintedOnEachPage) {
    page_of(pt(400), pt(100));
    const NodeId card = group(Document::root);
    box(card).fill = red;
    box(card).padding = Edges::all(pt(5));
    box(card).radius = pt(4);
    box(card).border_top = doc::Border{pt(2), black};
    for (int i = 0; i < 4; ++i) lines(card, 2);
    place();
    const auto parts = shapes_of(red);
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].box, (Rect{pt(20), pt(20), pt(400), pt(84)}));
    EXPECT_EQ(parts[1].box.y, pt(20));
    EXPECT_EQ(shapes_of(black).size(), 1u);  // the top border only where the box begins
    EXPECT_NEAR(runs_of(card).back().box.bottom().pt(), 20 + 7 + 72 - 5, 3);
}

TEST_F(Pages, AFillMayReachBeyondItsBox) {
    const NodeId band = paragraph(Document::root, "words");
    box(band).fill = red;
    box(band).bleed = {pt(20), pt(5), {}, pt(7)};
    place();
    EXPECT_EQ(shapes_of(red).at(0).box, (Rect{pt(13), pt(0), pt(412), pt(38)}));
    spec.mirror = true;
    place();
    EXPECT_EQ(shapes_of(red).at(0).box, (Rect{pt(15), pt(0), pt(412), pt(38)}));
}

TEST_F(Pages, RunningMatterIsNumberedAndAnArtifact) {
    page_of(pt(400), pt(90));
    const NodeId footer = document.add_detached(doc::Group{});
    const NodeId line = document.add(footer, doc::Paragraph{});
    const NodeId link = document.add(line, doc::Link{std::string("https://example.org"), "home"});
    text(link, "{page} of {pages}");
    master().footer = footer;
    master().footer_box = {pt(20), pt(111), pt(400), pt(18)};
    lines(Document::root, 8);
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    for (std::size_t page = 0; page < 2; ++page) {
        const Found last = on(page).back();
        ASSERT_TRUE(last.run());  // and no link area after it
        EXPECT_EQ(last.run()->text, page == 0 ? "1 of 2" : "2 of 2");
        EXPECT_EQ(last.owner, frame::Owner{frame::Artifact::pagination});
        EXPECT_TRUE((Rect{pt(20), pt(111), pt(400), pt(18)}).contains(last.box));
    }
    EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Pages, ATallHeaderIsReported) {
    const NodeId header = document.add_detached(doc::Group{});
    lines(header, 3);
    document[header].source = {1, 9, 1, 1};
    master().header = header;
    master().header_box = {pt(20), pt(0), pt(400), pt(20)};
    place();
    EXPECT_EQ(codes(), "region-overflow");
    EXPECT_THAT(diagnostics.items()[0].message, HasSubstr("34.0 pt too tall"));
}

TEST_F(Pages, AHeaderThatMayGrowTakesRoomFromTheText) {
    const NodeId header = document.add_detached(doc::Group{});
    lines(header, 3);
    master().header = header;
    master().header_box = {pt(20), pt(0), pt(400), pt(20)};
    master().running_grows = true;
    const Length before = master().regions[0].box.y;
    const NodeId words = paragraph(Document::root, "words");
    place();
    EXPECT_EQ(codes(), "");
    EXPECT_GE(first_run(words).box.y, before + pt(34));
}

/// The first page has room for the whole, the pages after it have not: then its parts are kept, each by
/// itself.
TEST_F(Pages, WhatIsKeptWholeFitsThePagesThatRepeat) {
    page_of(pt(440), pt(200));
    spec.masters.push_back(master());
    spec.masters[1].regions[0].box.height = pt(150);
    lines(Document::root, 6, "before");
    const NodeId whole = group(Document::root);
    box(whole).keep_together = true;
    for (const char* word : {"first", "second"}) {
        const NodeId part = group(whole);
        box(part).keep_together = true;
        lines(part, 5, word);
    }
    place();
    EXPECT_EQ(codes(), "");
    EXPECT_THAT(words_on(1), ElementsAre("second1", "second2", "second3", "second4", "second5"));
}

TEST_F(Pages, BandsLieBehindEverything) {
    master().decorations.push_back({{pt(0), pt(0), pt(440), pt(50)}, red, {}});
    paragraph(Document::root, "words");
    place();
    EXPECT_EQ(on(0).at(0).owner, frame::Owner{frame::Artifact::background});
    EXPECT_EQ(on(0).at(0).box, (Rect{pt(0), pt(0), pt(440), pt(50)}));
}

// Fitting
// --------------------------------------------------------------------------------------------------------

class Fitting : public Layout {
  protected:
    /// Five blocks of a line each, `gap` apart.
    std::vector<NodeId> spaced(int count, Length gap) {
        std::vector<NodeId> ids;
        for (int i = 0; i < count; ++i) {
            ids.push_back(paragraph(Document::root, "block"));
            box(ids.back()).margin.top = gap;
        }
        return ids;
    }
};

TEST_F(Fitting, SpaceGivesWayToSaveAShortLastPage) {
    page_of(pt(400), pt(240));
    const auto ids = spaced(7, pt(20));  // 7 × 18 + 6 × 20 = 246
    place();
    EXPECT_EQ(placed.pages.size(), 1u);
    const Length gap = first_run(ids[1]).box.y - first_run(ids[0]).box.y - pt(18);
    EXPECT_LT(gap, pt(19.01));
    EXPECT_GT(gap, pt(18.5));  // the first step that saves the page, not the tightest
    EXPECT_NEAR((first_run(ids[2]).box.y - first_run(ids[1]).box.y - pt(18) - gap).pt(), 0, 1e-9);
}

TEST_F(Fitting, SpaceIsLeftAloneWhenItCannotHelp) {
    page_of(pt(400), pt(200));
    const auto ids = spaced(7, pt(20));
    place();
    EXPECT_EQ(placed.pages.size(), 2u);
    EXPECT_NEAR((first_run(ids[1]).box.y - first_run(ids[0]).box.y).pt(), 38, 1e-9);
}

TEST_F(Fitting, SpaceIsLeftAloneWhenTheLastPageIsWellFilled) {
    page_of(pt(400), pt(230));
    const auto ids = spaced(12, pt(20));
    place();
    EXPECT_EQ(placed.pages.size(), 2u);
    EXPECT_NEAR((first_run(ids[1]).box.y - first_run(ids[0]).box.y).pt(), 38, 1e-9);
}

TEST_F(Fitting, WhatFollowsAPageBreakIsFittedByItself) {
    page_of(pt(400), pt(240));
    paragraph(Document::root, "first");
    const auto ids = spaced(7, pt(20));
    box(ids[0]).page_break_before = true;
    place();
    EXPECT_EQ(placed.pages.size(), 2u);
    EXPECT_LT(first_run(ids[1]).box.y - first_run(ids[0]).box.y, pt(37.5));
}

TEST_F(Fitting, TightestOneForbidsTightening) {
    page_of(pt(400), pt(240));
    spaced(7, pt(20));
    spec.tightest = 1;
    place();
    EXPECT_EQ(placed.pages.size(), 2u);
}

TEST_F(Fitting, TooManyPagesNamesTheFirstPartThatDoesNotFit) {
    page_of(pt(400), pt(90));
    spec.max_pages = 1;
    lines(Document::root, 4);
    const NodeId title = heading(Document::root, "What we ask of you");
    document[title].source = {1, 42, 5, 3};
    lines(Document::root, 3);
    place();
    EXPECT_EQ(placed.pages.size(), 2u);
    ASSERT_EQ(codes(), "too-many-pages");
    const Diagnostic& d = diagnostics.items()[0];
    EXPECT_EQ(d.span.line, 42u);
    EXPECT_EQ(d.message,
              "the document takes 2 pages and may have 1: \"What we ask of you\" is the first part that does "
              "not fit "
              "(72 pt too much)");
    EXPECT_THAT(d.hint, HasSubstr("`max-pages: 2`"));
}

TEST_F(Fitting, MaxPagesIsMetByTighteningWhereThatIsEnough) {
    page_of(pt(400), pt(180));
    spaced(10, pt(20));  // page 2 would be well filled
    spec.max_pages = 2;
    place();
    EXPECT_EQ(codes(), "");
    document[Document::root].children.clear();
    spaced(11, pt(10));  // 298: two pages of 180 hold it; one of 290 only when tightened
    page_of(pt(400), pt(290));
    spec.max_pages = 1;
    place();
    EXPECT_EQ(placed.pages.size(), 1u);
    EXPECT_EQ(codes(), "");
}

TEST_F(Fitting, EndlessTinyPagesStopAtTheLimit) {
    page_of(pt(400), pt(1));
    for (int i = 0; i < 60; ++i) lines(Document::root, 10);
    place();
    EXPECT_LE(placed.pages.size(), 500u);
    EXPECT_TRUE(diagnostics.has_errors());
}

// Regions
// --------------------------------------------------------------------------------------------------------

class Regions : public Layout {};

TEST_F(Regions, BlocksGoToTheRegionTheyName) {
    master().regions = {{"main", {pt(20), pt(20), pt(300), pt(600)}},
                        {"side", {pt(340), pt(100), pt(80), pt(60)}}};
    const NodeId side = paragraph(Document::root, "side");
    box(side).region = "side";
    const NodeId body = paragraph(Document::root, "body");
    box(body).region = "main";
    place();
    EXPECT_EQ(first_run(side).box.x, pt(340));
    EXPECT_NEAR(first_run(side).box.y.pt() - 100, first_run(body).box.y.pt() - 20, 1e-9);
}

TEST_F(Regions, OverflowIsAnErrorThatSaysHowMuch) {
    master().regions.push_back({"side", {pt(340), pt(100), pt(80), pt(30)}});
    const NodeId side = lines(Document::root, 2);
    box(side).region = "side";
    document[side].source = {1, 5, 1, 1};
    place();
    ASSERT_EQ(codes(), "region-overflow");
    EXPECT_EQ(diagnostics.items()[0].message, "the content of region \"side\" is 6.0 pt too tall");
    EXPECT_EQ(diagnostics.items()[0].span.line, 5u);
    EXPECT_EQ(runs_of(side).size(), 2u);
}

TEST_F(Regions, SpaceInARegionGivesWayBeforeItOverflows) {
    master().regions.push_back({"side", {pt(340), pt(100), pt(80), pt(55)}});
    for (int i = 0; i < 2; ++i) {
        const NodeId side = paragraph(Document::root, "side");
        box(side).region = "side";
        box(side).margin.top = pt(20);
    }
    place();
    EXPECT_EQ(codes(), "");
}

TEST_F(Regions, UnknownNamesAreReportedAndFlowInMain) {
    master().regions.push_back({"side", {pt(340), pt(100), pt(80), pt(30)}});
    const NodeId lost = paragraph(Document::root, "lost");
    box(lost).region = "sied";
    place();
    EXPECT_EQ(codes(), "unknown-region");
    EXPECT_EQ(diagnostics.items()[0].hint, "did you mean \"side\"?");
    EXPECT_EQ(first_run(lost).box.x, pt(20));
}

TEST_F(Regions, MastersFollowOneAnotherAndTheLastRepeats) {
    spec.masters.push_back(master());
    spec.masters[0].regions[0].box.height = pt(36);
    spec.masters[1].regions[0].box.height = pt(72);
    lines(Document::root, 2, "a");
    for (int i = 0; i < 4; ++i) lines(Document::root, 2, "b");
    place();
    ASSERT_EQ(placed.pages.size(), 3u);
    EXPECT_THAT(words_on(0), ElementsAre("a1", "a2"));
    EXPECT_EQ(words_on(1).size(), 4u);
    EXPECT_EQ(words_on(2).size(), 4u);
}

TEST_F(Regions, FlowIsSetAnewForPagesOfAnotherWidth) {
    spec.masters.push_back(master());
    spec.masters[0].regions[0].box = {pt(20), pt(20), pt(400), pt(54)};
    spec.masters[1].regions[0].box = {pt(20), pt(20), pt(100), pt(400)};
    const NodeId a = lines(Document::root, 2, "a");
    const NodeId b = paragraph(
        Document::root, "one two three four five six seven eight nine ten and a few words more to come");
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    EXPECT_EQ(page_with(a), 0);
    for (const Found& run : runs_of(b)) EXPECT_LE(run.box.right(), pt(120.01));
    EXPECT_EQ(page_with(b), 1);
    EXPECT_GT(runs_of(b).size(), 3u);
}

TEST_F(Regions, PagesWithoutAMainRegionAreSkippedByTheFlow) {
    spec.masters.push_back(master());
    spec.masters[0].regions = {{"cover", {pt(20), pt(20), pt(400), pt(100)}}};
    const NodeId body = paragraph(Document::root, "body");
    const NodeId cover = paragraph(Document::root, "cover");
    box(cover).region = "cover";
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    EXPECT_EQ(page_with(cover), 0);
    EXPECT_EQ(page_with(body), 1);
}

TEST_F(Regions, AFixedRegionOnALaterPageMakesThatPage) {
    spec.masters.push_back(master());
    spec.masters[1].regions = {{"back", {pt(20), pt(20), pt(400), pt(100)}}};
    paragraph(Document::root, "body");
    const NodeId back = paragraph(Document::root, "back");
    box(back).region = "back";
    place();
    ASSERT_EQ(placed.pages.size(), 2u);
    EXPECT_EQ(page_with(back), 1);
}

TEST_F(Regions, FlowBeyondTheLastMainRegionIsAnError) {
    page_of(pt(400), pt(36));
    spec.masters.push_back(master());
    spec.masters[1].regions = {{"back", {pt(20), pt(20), pt(400), pt(36)}}};
    for (int i = 0; i < 2; ++i) lines(Document::root, 2);
    place();
    EXPECT_EQ(codes(), "too-many-pages");
    EXPECT_EQ(diagnostics.items()[0].hint, "shorten the text, or leave a block out");
    EXPECT_EQ(placed.pages.size(), 3u);
}

TEST_F(Regions, WithoutAnyMainRegionTheFlowIsAnError) {
    spec.masters[0].regions.clear();
    paragraph(Document::root, "words");
    place();
    EXPECT_EQ(codes(), "unknown-region");
}

TEST_F(Regions, WithoutAnyPageThereIsAnError) {
    spec.masters.clear();
    place();
    EXPECT_EQ(codes(), "no-page");
}

}  // namespace
}  // namespace sayso::layout_test
