// The tag tree of finished files, read again by libqpdf.
#include "pages.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Structure : public Pages {
  protected:
    PdfFile file() {
        const std::string bytes = write();
        EXPECT_THAT(codes(), IsEmpty());
        EXPECT_THAT(pdf_ua_faults(bytes), IsEmpty());
        return read_pdf(bytes);
    }
};

TEST_F(Structure, HeadingsParagraphsAndSections) {
    heading(root, "Time together", 1);
    const NodeId section = add(root, doc::Section{});
    heading(section, "What it is", 2);
    const NodeId p = paragraph(section, "Being with a person, ");
    words(p, "on their terms", true);
    words(p, ".");
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  H1
    page 1: Time together
  Sect
    H2
      page 1: What it is
    P
      page 1: Being with a person, on their terms.
)");
}

TEST_F(Structure, AParagraphThatRunsOverPagesIsOneElement) {
    line_height = pt(60);
    heading(root, "Title", 1);
    paragraph(
        root,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty");
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  H1
    page 1: Title
  P
    page 1: one two three four five six seven eight nine ten eleven
    page 2: twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
)");
}

TEST_F(Structure, AListThatRunsOverPagesIsOneElement) {
    line_height = pt(60);
    const NodeId list = add(root, doc::List{doc::List::Marker::number});
    item(list, "Listen");
    item(list, "Wait");
    const NodeId last = item(list, "Join in");
    paragraph(last, "and pause");
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  L List.ListNumbering=/Decimal
    LI
      Lbl
        page 1: 1.
      LBody
        page 1: Listen
    LI
      Lbl
        page 1: 2.
      LBody
        page 1: Wait
    LI
      Lbl
        page 2: 3.
      LBody
        P
          page 2: Join in
        P
          page 2: and pause
)");
}

TEST_F(Structure, AListWithoutMarkersHasNoLabels) {
    item(add(root, doc::List{doc::List::Marker::none}), "Listen");
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  L List.ListNumbering=/None
    LI
      LBody
        page 1: Listen
)");
}

TEST_F(Structure, TablesHaveHeadersAndTheirCaption) {
    const NodeId table = add(root, doc::Table{{1, 1}, 1});
    words(add(table, doc::Caption{}), "Who was asked");
    const NodeId top = add(table, doc::TableRow{});
    cell(top, "Who");  // a header by its row
    cell(top, "Count");
    const NodeId row = add(table, doc::TableRow{});
    const NodeId head = cell(row, "Families", true);
    document[head].kind = doc::TableCell{true, doc::TableCell::Scope::row};
    cell(row, "");
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  Table
    Caption
      page 1: Who was asked
    TR
      TH Table.Scope=/Column
        page 1: Who
      TH Table.Scope=/Column
        page 1: Count
    TR
      TH Table.Scope=/Row
        page 1: Families
      TD
)");
}

TEST_F(Structure, FiguresHaveAltAndTheBoxOfWhatIsDrawn) {
    words(add(figure(root, "A square & a circle"), doc::Caption{}), "The figure");
    set_all();
    // Drawn at (20, 20) of a page 200 high: x 20 to 78 (the circle's edge), y 200−50 to 200−20.
    EXPECT_EQ(dump_tags(file()), R"(Document
  Figure alt="A square & a circle" Layout.BBox=[ 20 150 78 180 ] Layout.Placement=/Block
    page 1: (drawing)
  Caption
    page 1: The figure
)");
}

TEST_F(Structure, DecorativeFiguresAreArtifacts) {
    const NodeId id = figure(root, "");
    std::get<doc::Figure>(document[id].kind).decorative = true;
    words(add(id, doc::Caption{}), "Words");
    set_all();
    const PdfFile read = file();
    EXPECT_EQ(dump_tags(read), "Document\n  P\n    page 1: Words\n");
    EXPECT_THAT(read.pages[0].artifacts, ElementsAre("Layout"));
}

TEST_F(Structure, AFigureThatIsReadInPartsIsHeadingsAndLists) {
    heading(root, "The line", 1);
    const NodeId id = figure(root, "Everything at once");
    std::get<doc::Figure>(document[id].kind).in_parts = true;
    heading(id, "Means", 2);
    const NodeId list = add(id, doc::List{doc::List::Marker::none});
    item(list, "Teamwork");
    item(list, "Research");
    paragraph(id, "It comes round.");
    set_all();
    const PdfFile read = file();
    EXPECT_EQ(dump_tags(read), R"(Document
  H1
    page 1: The line
  Div
    H2
      page 1: Means
    L List.ListNumbering=/None
      LI
        LBody
          page 1: Teamwork
      LI
        LBody
          page 1: Research
    P
      page 1: It comes round.
)");
    EXPECT_THAT(read.pages[0].artifacts, testing::Contains("Layout"));
    ASSERT_EQ(read.bookmarks.size(), 2u);
    EXPECT_EQ(read.bookmarks[1].title, "Means");
}

TEST_F(Structure, QuotesAndGroups) {
    paragraph(add(root, doc::Quote{}), "She waits for me.");
    paragraph(add(add(root, doc::Group{}), doc::Group{}), "A note");
    add(root, doc::Group{});  // empty: leaves nothing behind
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  BlockQuote
    P
      page 1: She waits for me.
  Div
    Div
      P
        page 1: A note
)");
}

TEST_F(Structure, LinksToTheWebAndInsideTheDocument) {
    const NodeId p = paragraph(root, "Ask ");
    const NodeId target = add(root, doc::Section{});
    link(p, "us", "https://example.org/ß?a=(b)");
    words(p, " or read ");
    link(p, "on", target);
    words(p, ".");
    const NodeId last = heading(target, "More", 1);
    set(p);
    new_page();
    set(last);
    const PdfFile read = file();
    EXPECT_EQ(dump_tags(read), R"(Document
  P
    page 1: Ask
    Link
      page 1: us
      page 1: link to https://example.org/%C3%9F?a=(b) "Go to us"
    page 1: or read
    Link
      page 1: on
      page 1: link to page 2 "Go to on"
    page 1: .
  Sect
    H1
      page 2: More
)");
}

TEST_F(Structure, ALinkBrokenOverLinesIsOneElementWithTwoAreas) {
    const NodeId p = add(root, doc::Paragraph{});
    link(p, "a link with so many words that it has to be broken at the end of the first line",
         "https://example.org");
    set_all();
    const PdfFile read = file();
    EXPECT_EQ(read.pages[0].annotations.size(), 2u);
    EXPECT_EQ(std::ranges::count(read.elements, "Link", &PdfElement::type), 1);
}

TEST_F(Structure, LinksInADrawingAndInRunningMatter) {
    const NodeId id = figure(root, "A way");
    auto drawing =
        std::make_shared<frame::Frame>(*std::get<0>(std::get<doc::Figure>(document[id].kind).content));
    drawing->items.push_back(
        {root, frame::LinkArea{{pt(0), pt(0), pt(10), pt(10)}, "https://example.org", "The way on"}});
    std::get<doc::Figure>(document[id].kind).content = std::shared_ptr<const frame::Frame>(drawing);
    set_all();
    page().items.push_back(
        {frame::Artifact::pagination, frame::LinkArea{{pt(0), pt(0), pt(9), pt(9)}, "x:", "No"}});
    EXPECT_EQ(dump_tags(file()), R"(Document
  Figure alt="A way" Layout.BBox=[ 20 150 78 180 ] Layout.Placement=/Block
    page 1: (drawing)
    Link
      page 1: link to https://example.org "The way on"
)");
}

TEST_F(Structure, OtherLanguagesAreSaidWhereTheyDiffer) {
    document[paragraph(root, "Amser gyda'n gilydd")].lang = "cy";
    const NodeId p = paragraph(root, "We say ");
    document[words(p, "amser")].lang = "cy";
    document[words(p, " here.")].lang = "en-GB";
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  P lang=cy
    page 1: Amser gyda'n gilydd
  P
    page 1: We say
    Span lang=cy
      page 1: amser
    page 1: here.
)");
}

TEST_F(Structure, RightToLeftWordsAreGivenInLogicalOrder) {
    const NodeId p = paragraph(root, "وقت معا السلام");
    document[p].lang = "ar";
    const NodeId mixed = paragraph(root, "اقرأ ");
    document[mixed].lang = "ar";
    link(mixed, "المزيد", "https://example.org");
    words(mixed, " هنا");
    set_all();
    const PdfFile read = file();
    EXPECT_EQ(text_in_tree_order(read), "وقت معا السلام\nاقرأ المزيد هنا\n");
    EXPECT_EQ(read.elements[1].actual_text, "وقت معا السلام");
    EXPECT_EQ(read.elements[2].actual_text, "");  // it holds a link, which an ActualText would hide
    EXPECT_EQ(read.elements[3].type, "Span");
    EXPECT_EQ(read.elements[3].actual_text, "اقرأ ");
}

TEST_F(Structure, ReadingOrderIsTreeOrderHoweverItIsPainted) {
    const NodeId first = paragraph(root, "first"), second = paragraph(root, "second");
    set(second);
    set(first);
    EXPECT_EQ(text_in_tree_order(file()), "first\nsecond\n");
}

TEST_F(Structure, NodesThatWereNotPlacedLeaveNoEmptyElements) {
    const NodeId shown = paragraph(root, "shown");
    paragraph(add(root, doc::Section{}), "not shown");
    item(add(root, doc::List{}), "not shown");
    cell(add(add(root, doc::Table{{1}, 1}), doc::TableRow{}), "not shown");
    set(shown);
    EXPECT_EQ(dump_tags(file()), "Document\n  P\n    page 1: shown\n");
}

TEST_F(Structure, BookmarksFollowTheHeadings) {
    heading(root, "One", 1);
    const NodeId two = heading(root, "Two is long", 2);
    document[two].bookmark = "Two";
    heading(root, "Three", 3);
    heading(root, "Four", 2);
    set_all();
    new_page();
    set(heading(root, "Five", 1));
    std::vector<std::string> found;
    for (const PdfBookmark& b : file().bookmarks)
        found.push_back(std::string(static_cast<std::size_t>(b.level), '-') + b.title + " " +
                        std::to_string(b.page));
    EXPECT_THAT(found, ElementsAre("-One 0", "--Two 0", "---Three 0", "--Four 0", "-Five 1"));
}

TEST_F(Structure, PageLabels) {
    paragraph(root, "x");
    set_all();
    for (int i = 0; i < 4; ++i) new_page();
    options.page_labels = {"i", "1", "2", "5", "back"};
    EXPECT_EQ(file().page_labels,
              "<< /Nums [ 0 << /P (i) >> 1 << /S /D /St 1 >> 3 << /S /D /St 5 >> 4 << /P (back) >> ] >>");
}

}  // namespace
}  // namespace sayso::test
