// Blocks of a template as nodes of the tree: kinds, roles, what goes and what stays.
#include <gmock/gmock.h>

#include "sample.h"

namespace sayso::compose {
namespace {

using Flow = Composing;

TEST_F(Flow, NodesKeepTheNameOfTheirStyle) {
    flow(
        R"([{heading: Hello, level: 1, style: big}, {box: [{text: "Words **that** count"}], style: callout}, {outcomes: audience.outcomes, most: 1}])",
        "styles: {big: {size: 40}, callout: {fill: ink}}");
    EXPECT_EQ(tree(), R"(
root
  h1 (big)
    "Hello"
  group (callout)
    p (text)
      "Words "
      strong "that"
      " count"
  list (cards)
    item (card)
      p (card-claim)
        "Calm days"
      p (card-name)
        "Calm"
      p (card-text)
        "You are calm."
)");
    EXPECT_EQ(messages(), "");
}

TEST_F(Flow, WhatAListIsMadeOfMayLookAsItsOwnStyleSays) {
    flow(
        R"([{list: audience.outcomes, item: "{{item.name}}", style: sources}, {list: audience.outcomes, item: "{{item.name}}"}])",
        "styles: {list-text: {size: 12}, sources: {}, list-text-sources: {size: 15}}");
    const doc::Document document = made().document;
    std::vector<double> sizes;
    for (std::uint32_t i = 0; i < document.size(); ++i)
        if (document[NodeId{i}].role == "list-text") sizes.push_back(document[NodeId{i}].text.size.pt());
    EXPECT_THAT(sizes, testing::ElementsAre(15, 15, 12, 12));
    EXPECT_EQ(messages(), "");
}

TEST_F(Flow, ABandOfSomePagesStandsOnThoseAlone) {
    flow("[{text: Hello}]");
    layout.page.bands.push_back({words("ink"), {}, {}, mm(99), mm(210), 2, 3});
    const auto bands = [&] {
        std::vector<std::size_t> out;
        for (const doc::PageMaster& master : made().pages.masters) out.push_back(master.decorations.size());
        return out;
    };
    EXPECT_THAT(bands(), testing::ElementsAre(0, 1, 1, 0));
    // Loose pages have no inside.
    request.edition = Edition::large_print;
    EXPECT_THAT(bands(), testing::Each(0));
}

TEST_F(Flow, LinksLeadToNotesWhereverTheyStand) {
    flow(
        R"flow([{text: "It fell [[2]](#n-joy)"}, {list: audience.outcomes, item: "{{item.claim}}", note: "n-{{item.id}}"}])flow");
    const doc::Document document = made().document;
    EXPECT_EQ(messages(), "");
    for (std::uint32_t i = 0; i < document.size(); ++i)
        if (const auto* link = document.get<doc::Link>(NodeId{i})) {
            const NodeId note = std::get<NodeId>(link->target);
            EXPECT_EQ(document[note].role, "source-note");
            EXPECT_EQ(document.text_of(note), "Glad days");
            return;
        }
    FAIL() << "no link";
}

TEST_F(Flow, ALinkToNoNoteIsAFault) {
    flow(
        R"flow([{text: "It fell [[2]](#n-jy)"}, {list: audience.outcomes, note: "n-{{item.id}}", item: "{{item.name}}"}])flow");
    made();
    EXPECT_THAT(messages(), testing::HasSubstr("the document has no note \"n-jy\""));
}

TEST_F(Flow, ClaimsShareARowThatTheyDoNotFill) {
    flow("[{outcomes: audience.outcomes, as: claims, across: 3}, {outcomes: audience.outcomes, across: 3}]");
    const doc::Document document = made().document;
    std::vector<int> spans;
    for (std::uint32_t i = 0; i < document.size(); ++i)
        if (document.get<doc::ListItem>(NodeId{i})) spans.push_back(document[NodeId{i}].box.span);
    EXPECT_THAT(spans, testing::ElementsAre(6, 6, 4, 4));
}

TEST_F(Flow, CaptionsAreChildrenOfWhatTheyName) {
    request.pictures = [](const model::Words&, const picture::Wanted&, Diagnostics&) {
        auto image = std::make_shared<frame::Image>();
        return picture::Picture{std::shared_ptr<const frame::Image>(image), {pt(10), pt(10)}};
    };
    flow(
        R"([{figure: tree.png, alt: A tree, caption: The tree}, {table: audience.outcomes, caption: Outcomes, columns: [{title: What, cell: "{{item.name}}", header: true}]}])");
    EXPECT_EQ(tree(), R"(
root
  figure alt="A tree" (figure)
    caption (caption)
      "The tree"
  table columns=1 (table)
    caption (caption)
      "Outcomes"
    row (table-head-row)
      th (table-head)
        p (table-head-text)
          "What"
    row (table-row)
      th (table-cell)
        p (table-head-text)
          "Calm"
    row (table-row)
      th (table-cell)
        p (table-head-text)
          "Joy"
)");
    EXPECT_EQ(messages(), "");
}

TEST_F(Flow, AFigureKeepsItsModel) {
    request.diagram = [](const DiagramRequest& asked, Diagnostics&) {
        EXPECT_EQ(asked.variant, model::DiagramVariant::slide);
        return Drawing{std::make_shared<const frame::Frame>(), "All of it",
                       std::shared_ptr<const diagram::Picture>()};
    };
    flow("[{figure: diagram, as: slide}]");
    const Composed out = made();
    const auto* figure = out.document.get<doc::Figure>(with_role(out.document, "figure"));
    ASSERT_NE(figure, nullptr);
    EXPECT_EQ(figure->model.index(), 1u);
}

TEST_F(Flow, ADiagramIsReadInPartsWhereTheTemplateSaysSo) {
    auto drawn = std::make_shared<frame::Frame>();
    drawn->size = {pt(90), pt(60)};
    drawn->keeps_owners = false;
    for (int i = 0; i < 4; ++i) drawn->items.push_back({frame::Artifact::layout, frame::TextRun{}});
    request.diagram = [&](const DiagramRequest&, Diagnostics&) {
        using Kind = frame::Told::Kind;
        return Drawing{drawn,
                       "All of it",
                       {},
                       {{Kind::heading, 0, "Means", 1, 2},
                        {Kind::item, 0, "Time", 2, 3},
                        {Kind::item, 0, "Staff", 3, 4}}};
    };
    flow("[{heading: Line, level: 1}, {figure: diagram, in-parts: true}]");
    const Composed out = made();
    const NodeId id = with_role(out.document, "figure");
    const auto* figure = out.document.get<doc::Figure>(id);
    ASSERT_NE(figure, nullptr);
    EXPECT_TRUE(figure->in_parts);
    EXPECT_EQ(out.document.text_of(id), "Means\nTime\nStaff");
    const NodeId heading = out.document[id].children.front();
    EXPECT_EQ(out.document.get<doc::Heading>(heading)->level, 2);
    const auto& owned = *std::get<std::shared_ptr<const frame::Frame>>(figure->content);
    EXPECT_TRUE(owned.keeps_owners);
    EXPECT_EQ(owned.items[0].owner, frame::Owner{frame::Artifact::layout});
    EXPECT_EQ(owned.items[1].owner, frame::Owner{out.document[heading].children.front()});
    flow("[{figure: diagram}]");
    const Composed whole = made();
    EXPECT_FALSE(whole.document.get<doc::Figure>(with_role(whole.document, "figure"))->in_parts);
}

TEST_F(Flow, TheLogoOfNobodyIsLeftOut) {
    flow("[{text: a}, {figure: logo}]");
    EXPECT_EQ(tree(), "\nroot\n  p (text)\n    \"a\"\n");
    request.service = &service;  // has none
    EXPECT_EQ(tree(), "\nroot\n  p (text)\n    \"a\"\n");
    EXPECT_EQ(messages(), "");
}

TEST_F(Flow, LargePrintStacksUnlessTheStyleSaysOtherwise) {
    const std::string both =
        R"([{columns: [{span: 8, flow: [{text: a}]}, {span: 4, flow: [{text: b}]}], style: STYLE}])";
    const auto spans = [&](const std::string& style) {
        std::string blocks = both;
        flow(blocks.replace(blocks.find("STYLE"), 5, style), "styles: {beside: {stack: false}, columns: {}}");
        const Composed out = made();
        std::vector<int> found;
        for (const NodeId cell : out.document[out.document[doc::Document::root].children.at(0)].children)
            found.push_back(out.document[cell].box.span);
        return found;
    };
    EXPECT_THAT(spans("columns"), testing::ElementsAre(8, 4));
    request.edition = Edition::large_print;
    EXPECT_THAT(spans("columns"), testing::ElementsAre(12, 12));
    EXPECT_THAT(spans("beside"), testing::ElementsAre(8, 4));
}

TEST_F(Flow, LargePrintTurnsPagesButNoPanels) {
    flow("[{text: a}, {page-break: true}, {text: b}, {page-break: panel}, {text: c}]");
    const auto breaks = [&] {
        const Composed out = made();
        std::vector<bool> found;
        for (const NodeId one : out.document[doc::Document::root].children)
            found.push_back(out.document[one].box.page_break_before);
        return found;
    };
    EXPECT_THAT(breaks(), testing::ElementsAre(false, true, true));
    request.edition = Edition::large_print;
    EXPECT_THAT(breaks(), testing::ElementsAre(false, true, false));
}

TEST_F(Flow, ABoxMayBeAnAside) {
    flow(R"([{box: [{text: Not tried yet}], aside: true}, {box: [{text: In the midst}]}])");
    EXPECT_EQ(doc::dump(made().document),
              "root\n"
              "  aside (box)\n    p (text)\n      \"Not tried yet\"\n"
              "  group (box)\n    p (text)\n      \"In the midst\"\n");
    EXPECT_EQ(messages(), "");
}

// Headings with nothing under them
// ------------------------------------------------------------------------------------------------

std::string headings(const doc::Document& document) {
    std::string out;
    for (std::uint32_t i = 0; i < document.size(); ++i)
        if (document.get<doc::Heading>(NodeId{i})) out += document.text_of(NodeId{i}) + ";";
    return out;
}

TEST_F(Flow, AnEmptyPartTakesItsHeadingAlong) {
    flow(
        R"(
  - {heading: Title, level: 1}
  - part: sources
  - box: [{text: "Ring us"}]
)",
        R"(parts: {sources: [{heading: Sources}, {list: approach.knowing.references, item: "{{item.citation}}"}]})");
    EXPECT_EQ(headings(made().document), "Title;");
    approach.knowing.references = {{words("a"), words("A book."), words("It helps."), {}}};
    EXPECT_EQ(headings(made().document), "Title;Sources;");
    EXPECT_EQ(messages(), "");
}

TEST_F(Flow, AHeadingWaitsForItsContentThroughConditionsAndLoops) {
    flow(R"(
  - when: audience
    do: [{heading: What you may see}]
    else: [{heading: What one may see}]
  - {list: audience.moments}
  - heading: Last
  - {for: "one in audience.asks", do: [{text: "{{one.text}}"}]}
  - {when: contact, do: [{contact: contact}]}
)");
    EXPECT_EQ(headings(made().document), "");
    audience.moments = {words("A smile.")};
    EXPECT_EQ(headings(made().document), "What you may see;");
}

TEST_F(Flow, AHeadingWithoutBlocksOfItsOwnStays) {
    flow(R"(
  - {heading: Title, level: 1}
  - heading: Over another
  - heading: Second
  - {box: [{heading: In a box}]}
  - {list: audience.moments}
)");
    EXPECT_EQ(headings(made().document), "Title;Over another;Second;In a box;");
}

TEST_F(Flow, AnEmptyDeeperHeadingEmptiesTheOneAbove) {
    flow(R"(
  - heading: Upper
  - {heading: Lower, level: 3}
  - {list: audience.moments}
  - heading: Next
  - text: Words
)");
    EXPECT_EQ(headings(made().document), "Next;");
}

TEST_F(Flow, ABoxOrSectionWithNothingInItGoes) {
    flow(R"(
  - heading: Gone
  - section: [{heading: Gone too}, {box: [{list: audience.moments}]}]
  - {columns: [{flow: [{list: audience.moments}]}, {flow: []}]}
  - heading: Kept
  - {box: [], style: line}
)",
         "styles: {line: {min-height: 4}}");
    EXPECT_EQ(tree(), "\nroot\n  h2 (heading-2)\n    \"Kept\"\n  group (line)\n");
}

TEST_F(Flow, ABreakBeforeWhatGoesIsBeforeWhatFollows) {
    flow(
        R"([{text: a}, {page-break: true}, {heading: Gone}, {list: audience.moments}, {heading: Kept}, {text: b}])");
    const Composed out = made();
    const auto& children = out.document[doc::Document::root].children;
    ASSERT_EQ(children.size(), 3u);
    EXPECT_EQ(out.document.text_of(children[1]), "Kept");
    EXPECT_TRUE(out.document[children[1]].box.page_break_before);
}

// Conditions
// ------------------------------------------------------------------------------------------------

class Conditions : public Composing {
  protected:
    /// "yes" or "no", and what was reported.
    std::string asked(const std::string& condition) {
        diagnostics = {};
        flow("[{when: '" + condition + "', do: [{text: \"yes\"}], else: [{text: \"no\"}]}]");
        const Composed out = made();
        return out.document.text_of(doc::Document::root) + (diagnostics.empty() ? "" : ": " + messages());
    }
    Conditions() {
        request.service = &service;
        service.fictional = true;
        request.audience_ids = &ids;
    }
    const std::vector<std::string> ids{"person", "family"};
};

TEST_F(Conditions, LookAtData) {
    EXPECT_EQ(asked("service"), "yes");
    EXPECT_EQ(asked("site"), "no");
    EXPECT_EQ(asked("not site and audience.id = person"), "yes");
    EXPECT_EQ(asked("site or (audience.id = family and service)"), "no");
    EXPECT_EQ(asked("service.name = \"Willow House\""), "yes");
    EXPECT_EQ(asked("service.fictional = true"), "yes");
    EXPECT_EQ(asked("service.fictional = false"), "no");
    EXPECT_EQ(asked("strand.id = adults"), "no");  // for both
    request.strand = "adults";
    EXPECT_EQ(asked("strand.id = adults"), "yes");
}

TEST_F(Conditions, WhatCanNeverHoldIsAFault) {
    EXPECT_EQ(asked("audience.id = famly"),
              "no: audience.id is never \"famly\" (did you mean \"family\"?)\n");
    EXPECT_EQ(asked("strand.id = adult"), "no: strand.id is never \"adult\" (did you mean \"adults\"?)\n");
    EXPECT_EQ(asked("service.fictional = yes"),
              "no: service.fictional is never \"yes\" (one of: true, false)\n");
    EXPECT_EQ(
        asked("audience.outcomes = calm"),
        "no: \"audience.outcomes\" is a list, and no word can equal it (write `when: audience.outcomes` to "
        "ask whether it holds anything)\n");
}

TEST_F(Conditions, UnknownPathsAreFaultsWhetherOrNotTheRecordIsThere) {
    EXPECT_EQ(asked("servce"), "no: nothing is called \"servce\" here (did you mean \"service\"?)\n");
    EXPECT_EQ(asked("service.nme"), "no: the service has no \"nme\" (did you mean \"name\"?)\n");
    EXPECT_EQ(asked("site.nme"), "no: the site has no \"nme\" (did you mean \"name\"?)\n");
    EXPECT_EQ(asked("service or servce"),
              "yes: nothing is called \"servce\" here (did you mean \"service\"?)\n");
    request.audience = nullptr;
    EXPECT_EQ(asked("audience.moments"), "no");  // the practice's, but of nobody
    EXPECT_EQ(asked("audience.texts.thanks"), "no");
    EXPECT_EQ(asked("audience.momnts"), "no: audience \"\" has no \"momnts\" (did you mean \"moments\"?)\n");
}

}  // namespace
}  // namespace sayso::compose
