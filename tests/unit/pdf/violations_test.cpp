// What the author has to put right: each violation is reported at its node, and there is no file.
#include "pages.h"

namespace sayso::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Violations : public Pages {
  protected:
    /// The one diagnostic that writing gives, as "line: code: message". There must be no file.
    std::string fault() {
        const std::string bytes = write();
        EXPECT_EQ(bytes, "");
        if (diagnostics.items().size() != 1) {
            ADD_FAILURE() << testing::PrintToString(codes());
            return {};
        }
        const Diagnostic& only = diagnostics.items()[0];
        EXPECT_NE(only.hint, "");
        return std::to_string(only.span.line) + ": " + only.code + ": " + only.message;
    }
    doc::Figure& the_figure(NodeId id) { return std::get<doc::Figure>(document[id].kind); }
};

TEST_F(Violations, ADocumentWithoutFaultsHasNone) {
    heading(root, "Title", 1);
    figure(root, "A square");
    set_all();
    EXPECT_NE(write(), "");
    EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Violations, NoTitle) {
    document.title = "  ";
    EXPECT_EQ(fault(), "0: document-title: the document has no title");
}

TEST_F(Violations, NoLanguage) {
    document.lang = "";
    EXPECT_EQ(fault(), "0: document-lang: the language is not given");
}

TEST_F(Violations, LanguageThatIsNone) {
    document[paragraph(root, "Hallo")].lang = "ger man";
    EXPECT_EQ(fault(), "1: document-lang: \"ger man\" is no language tag");
}

TEST_F(Violations, FigureWithoutAlt) {
    figure(root, " ");
    EXPECT_EQ(fault(), "1: figure-without-alt: a figure has no alternative text");
}

TEST_F(Violations, AltThatIsAFileName) {
    figure(root, "IMG_2031.JPG");
    EXPECT_EQ(fault(), "1: alt-is-file-name: the alternative text \"IMG_2031.JPG\" is a file name");
}

TEST_F(Violations, AltThatIsTooLong) {
    figure(root, std::string(40'000, 'a'));
    EXPECT_EQ(fault().substr(0, 15), "1: alt-too-long");
}

TEST_F(Violations, FirstHeadingBelowLevel1) {
    heading(root, "What it is", 2);
    EXPECT_EQ(fault(), "1: heading-level: the first heading, \"What it is\", has level 2, not 1");
}

TEST_F(Violations, HeadingLevelSkipped) {
    heading(root, "One", 1);
    heading(add(root, doc::Section{}), "Three", 3);
    EXPECT_EQ(fault(), "4: heading-level: the heading \"Three\" has level 3 after a heading of level 1");
}

TEST_F(Violations, HeadingsMayRiseByMoreThanOne) {
    for (const int level : {1, 2, 3, 1, 2}) heading(root, "x", level);
    set_all();
    EXPECT_NE(write(), "");
}

TEST_F(Violations, RowsOfUnequalLength) {
    const NodeId table = add(root, doc::Table{{1, 1}, 1});
    words(add(table, doc::Caption{}), "Who");  // is no row
    const NodeId top = add(table, doc::TableRow{});
    cell(top, "a", true);
    cell(top, "b", true);
    const NodeId row = add(table, doc::TableRow{});
    cell(row, "c");
    EXPECT_EQ(fault(), "11: table-row-length: the first row of this table has 2 cells, this one 1");
}

TEST_F(Violations, ACaptionStandsInWhatItIsOf) {
    words(add(root, doc::Caption{}), "Of nothing");
    EXPECT_EQ(fault(), "1: nesting: this part cannot stand inside the part around it");
}

TEST_F(Violations, ATableWithoutHeadersIsWarnedOf) {
    cell(add(add(root, doc::Table{{1}, 0}), doc::TableRow{}), "x");
    set_all();
    EXPECT_NE(write(), "");
    EXPECT_THAT(codes(), ElementsAre("table-without-headers"));
    EXPECT_EQ(diagnostics.errors(), 0u);
}

TEST_F(Violations, LinkWithoutDescription) {
    const NodeId id = link(add(root, doc::Paragraph{}), "here", "https://example.org");
    std::get<doc::Link>(document[id].kind).description = "";
    EXPECT_EQ(fault(), "2: link-description: a link has no description");
}

TEST_F(Violations, LinkToNowhere) {
    link(add(root, doc::Paragraph{}), "here", NodeId{500});
    EXPECT_EQ(fault(), "2: link-target: a link leads to a part that the document does not have");
}

TEST_F(Violations, LinkToWhatIsOnNoPage) {
    const NodeId p = add(root, doc::Paragraph{});
    const NodeId hidden = paragraph(root, "hidden");
    link(p, "here", hidden);
    set(p);
    EXPECT_EQ(fault(), "4: link-target: the link \"Go to here\" leads to a part that is on no page");
}

TEST_F(Violations, OwnerThatTheDocumentDoesNotHave) {
    page().items.push_back(frame::fill(NodeId{77}, frame::rectangle({pt(0), pt(0), pt(9), pt(9)}), black));
    EXPECT_EQ(fault(), "0: content-owner: page 1 shows something of a part that the document does not have");
}

TEST_F(Violations, WordsInAListItself) {
    const NodeId list = add(root, doc::List{});
    set(paragraph(root, "x"));
    page().items[0].owner = list;
    EXPECT_EQ(fault().substr(0, 16), "1: content-owner");
}

TEST_F(Violations, PartsInsidePartsThatCannotHoldThem) {
    paragraph(add(root, doc::List{}), "not an item");
    EXPECT_EQ(fault().substr(0, 10), "2: nesting");
}

TEST_F(Violations, NoPages) {
    pages.clear();
    EXPECT_EQ(fault(), "0: no-pages: the document has no pages");
}

TEST_F(Violations, AreAllFoundInOneRun) {
    document.title = "";
    figure(root, "");
    heading(root, "x", 3);
    link(add(root, doc::Paragraph{}), "y", NodeId{900});
    set_all();
    EXPECT_EQ(write(), "");
    EXPECT_THAT(codes(), ElementsAre("document-title", "figure-without-alt", "heading-level", "link-target",
                                     "link-target"));
}

}  // namespace
}  // namespace sayso::test
