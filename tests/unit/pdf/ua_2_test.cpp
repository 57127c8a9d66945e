// PDF/UA-2 with PDF/A-4: what PDF 2.0 has in its tags, and the checker of both made to fail, clause by
// clause.
#include "pages.h"
#include "spoiling.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Ua2 : public Pages {
  protected:
    Ua2() { options.standard = pdf::Standard::ua_2; }

    PdfFile file() {
        const std::string bytes = write();
        EXPECT_THAT(codes(), IsEmpty());
        EXPECT_THAT(pdf_ua_faults(bytes, PdfRules::ua_2), IsEmpty());
        return read_pdf(bytes);
    }
    /// A register of one source, which the words of a paragraph lead to.
    NodeId source(NodeId list, const std::string& text) {
        const NodeId entry = add(list, doc::ListItem{});
        return paragraph(entry, text);
    }
};

TEST_F(Ua2, StrongWordsSayThatTheyAreStrong) {
    const NodeId p = paragraph(root, "Being with a person, ");
    words(p, "on their terms", true);
    words(p, ".");
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  P
    page 1: Being with a person,
    Strong
      page 1: on their terms
    page 1: .
)");
}

TEST_F(Ua2, StrongWordsThatRunFromTheRightAreGivenInTheirOrder) {
    document.lang = "ar";
    const NodeId p = paragraph(root, "لا وقت ");
    words(p, "مثل هذا", true);
    set_all();
    EXPECT_EQ(plain(text_in_tree_order(file())), "لا وقت مثل هذا");
}

TEST_F(Ua2, AnAsideIsOneHereAndAGroupInPdf17) {
    heading(root, "Time together", 1);
    const NodeId aside = add(root, doc::Group{true});
    paragraph(aside, "Not tried yet");
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  H1
    Strong
      page 1: Time together
  Aside
    P
      page 1: Not tried yet
)");
    options.standard = pdf::Standard::ua_1;
    EXPECT_THAT(dump_tags(read_pdf(write())), HasSubstr("\n  Div\n    P\n      page 1: Not tried yet"));
}

TEST_F(Ua2, AFigureAndItsCaptionStandInAGroup) {
    words(add(figure(root, "A square & a circle"), doc::Caption{}), "The figure");
    paragraph(root, "After it");
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  Div
    Figure alt="A square & a circle" Layout.BBox=[ 20 150 78 180 ] Layout.Placement=/Block
      page 1: (drawing)
    Caption
      page 1: The figure
  P
    page 1: After it
)");
}

TEST_F(Ua2, DecorationStandsInItsPlaceAsAnArtifact) {
    paragraph(root, "Before");
    const NodeId id = figure(root, "");
    auto kind = *document.get<doc::Figure>(id);
    kind.decorative = true;
    document[id].kind = kind;
    paragraph(root, "After");
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  P
    page 1: Before
  Artifact
    page 1: (drawing)
  P
    page 1: After
)");
    EXPECT_EQ(plain(text_in_tree_order(file())), "Before After");
}

TEST_F(Ua2, ANoteAndWhatRefersToItNameEachOther) {
    const NodeId p = paragraph(root, "Distress fell by 40% ");
    const NodeId q = paragraph(root, "and by 40% again ");
    const NodeId note = source(add(root, doc::List{doc::List::Marker::number}), "Our own count");
    link(p, "[1]", note);
    link(q, "[1]", note);
    set_all();
    EXPECT_EQ(dump_tags(file()), R"(Document
  P
    page 1: Distress fell by 40%
    Link ref=FENote
      page 1: [1]
      page 1: link to page 1 "Go to [1]"
  P
    page 1: and by 40% again
    Link ref=FENote
      page 1: [1]
      page 1: link to page 1 "Go to [1]"
  L List.ListNumbering=/Decimal
    LI
      Lbl
        page 1: 1.
      LBody
        FENote ref=Link ref=Link FENote.NoteType=/Endnote
          page 1: Our own count
)");
    options.standard = pdf::Standard::ua_1;
    EXPECT_THAT(dump_tags(read_pdf(write())), Not(HasSubstr("ref=")));
}

TEST_F(Ua2, OnlyAQuoteIsOfTheOldNamespace) {
    paragraph(root, "He said");
    EXPECT_EQ((set_all(), file()).namespaces, std::vector<std::string>{"http://iso.org/pdf2/ssn"});
    paragraph(add(root, doc::Quote{}), "I like it when you wait");
    pages.clear();
    new_page();
    set_all();
    const PdfFile quoted = file();
    EXPECT_EQ(quoted.namespaces,
              (std::vector<std::string>{"http://iso.org/pdf2/ssn", "http://iso.org/pdf/ssn"}));
    EXPECT_THAT(dump_tags(quoted), HasSubstr("BlockQuote of-1.7\n    P\n"));
}

TEST_F(Ua2, ReadersOfPdf17AreToldWhatTheNewTypesAre) {
    paragraph(root, "Words");
    set_all();
    EXPECT_EQ(file().role_map,
              (std::map<std::string, std::string>{{"Aside", "Div"}, {"FENote", "Note"}, {"Strong", "Span"}}));
    options.standard = pdf::Standard::ua_1;
    EXPECT_TRUE(read_pdf(write()).role_map.empty());
}

TEST_F(Ua2, LinksAndBookmarksLeadToElementsAndToPages) {
    heading(root, "Time together", 1);
    const NodeId p = paragraph(root, "See ");
    const NodeId section = add(root, doc::Section{});
    heading(section, "Later", 2);
    new_page();
    link(p, "later", section);
    set_all();
    const PdfFile made = file();
    const auto object_of = [&](const std::string& type) {
        return std::ranges::find(made.elements, type, &PdfElement::type)->object;
    };
    ASSERT_EQ(made.bookmarks.size(), 2u);
    EXPECT_EQ(made.bookmarks[0].element, object_of("H1"));
    EXPECT_EQ(made.bookmarks[1].element, object_of("H2"));
    EXPECT_EQ(made.bookmarks[1].page, 1);
    ASSERT_EQ(made.pages[1].annotations.size(), 1u);
    EXPECT_EQ(made.pages[1].annotations[0].target_element, object_of("Sect"));
    EXPECT_EQ(made.pages[1].annotations[0].target_page, 1);
}

TEST_F(Ua2, TheSameDocumentKeepsToBothStandards) {
    heading(root, "Time together", 1);
    link(paragraph(root, "Write to "), "us", "https://example.org");
    set_all();
    const std::string two = write();
    EXPECT_THAT(pdf_ua_faults(two, PdfRules::ua_2), IsEmpty());
    EXPECT_THAT(pdf_ua_faults(two, PdfRules::ua_1), Not(IsEmpty()));
    EXPECT_EQ(two, write());
    options.standard = pdf::Standard::ua_1;
    const std::string one = write();
    EXPECT_THAT(pdf_ua_faults(one, PdfRules::ua_1), IsEmpty());
    EXPECT_THAT(pdf_ua_faults(one, PdfRules::ua_2), Not(IsEmpty()));
}

/// A sound file with one of everything, spoilt in one way that keeps every byte in its place.
class Spoilt2 : public Ua2, public testing::WithParamInterface<Spoiling> {
  protected:
    Spoilt2() {
        heading(root, "Title", 1);
        heading(root, "Part", 2);
        words(paragraph(root, "We "), "count", true);
        words(add(figure(root, "A square"), doc::Caption{}), "A caption");
        const NodeId table = add(root, doc::Table{{1, 1}, 1});
        for (const char* text : {"a", "c"}) {
            const NodeId row = add(table, doc::TableRow{});
            cell(row, text);
            cell(row, "d");
        }
        paragraph(add(root, doc::Group{true}), "An aside");
        paragraph(add(root, doc::Quote{}), "I like it");
        link(paragraph(root, "Write to "), "us", "https://example.org");
        const NodeId p = paragraph(root, "Fewer ");
        const NodeId note = source(add(root, doc::List{doc::List::Marker::number}), "Our count");
        link(p, "[1]", note);
        const NodeId decoration = figure(root, "");
        auto kind = *document.get<doc::Figure>(decoration);
        kind.decorative = true;
        document[decoration].kind = kind;
        set_all();
        page().items.push_back(
            frame::fill(frame::Artifact::layout, frame::circle({pt(9), pt(9)}, pt(5)), black));
        sound = write();
    }
    std::string sound;
};

TEST_P(Spoilt2, IsFound) {
    ASSERT_THAT(pdf_ua_faults(sound, PdfRules::ua_2), IsEmpty());
    const std::string bytes = overwritten(sound, GetParam().from, GetParam().to);
    EXPECT_THAT(pdf_ua_faults(bytes, PdfRules::ua_2), Contains(HasSubstr(GetParam().fault)));
}

TEST_F(Spoilt2, WhatFollowsTheEnd) {
    EXPECT_THAT(pdf_ua_faults(sound + "more\n", PdfRules::ua_2), Contains(HasSubstr("A 6.1.3")));
}

TEST_F(Spoilt2, AnInformationDictionary) {
    sound.insert(sound.find("/Root"), "/Info 1 0 R\n");
    EXPECT_THAT(pdf_ua_faults(sound, PdfRules::ua_2),
                Contains(HasSubstr("there is an information dictionary")));
}

INSTANTIATE_TEST_SUITE_P(
    PdfUa2, Spoilt2,
    testing::Values(
        Spoiling{"Version", "%PDF-2.0", "%PDF-1.7", "A 6.1.2"},
        Spoiling{"Binary", "\xE2\xE3\xCF\xD3", "here", "A 6.1.2"},
        Spoiling{"Identifier", "/ID [", "/IX [", "no file identifier"},
        Spoiling{"UaPart", "<pdfuaid:part>2", "<pdfuaid:part>1", "does not say PDF/UA-2"},
        Spoiling{"UaRevision", "<pdfuaid:rev>2024", "<pdfuaid:rev>2014", "of 2024"},
        Spoiling{"APart", "<pdfaid:part>4", "<pdfaid:part>2", "does not say PDF/A-4"},
        Spoiling{"ARevision", "<pdfaid:rev>2020", "<pdfaid:rev>2021", "of 2020"},
        Spoiling{"ALevel", "<xmp:CreatorTool>sayso test</xmp:CreatorTool>",
                 "<pdfaid:conformance>F</pdfaid:conformance>", "a level"},
        Spoiling{"WellTagged", "wtpdf#accessibility1.0", "wtpdf#reuse1.0", "Well Tagged"},
        Spoiling{"Packet", " id=\"W5M0MpCehiHzreSzNTczkc9d\"", " bytes=\"5000\"", "packet has bytes"},
        Spoiling{"XmpTitle", "x-default\">Time together", "x-default\">", "no title"},
        Spoiling{"Marked", "/Marked true", "/Marked false", "Marked"},
        Spoiling{"DisplayTitle", "DisplayDocTitle true", "DisplayDocTitle null", "DisplayDocTitle"},
        Spoiling{"Lang", "/Lang(en-GB)", "/Lang(e--GB)", "language"},
        Spoiling{"Intent", "GTS_PDFA1", "GTS_PDFX", "output intent"},
        Spoiling{"TopOfTheTree", "/S/Document", "/S/Sect", "UA 8.2.5.2"},
        Spoiling{"SpaceUnknown", "pdf2/ssn", "pdf3/ssn", "UA 8.2.4"},
        Spoiling{"SpaceNotNamed", "/S/P/NS ", "/S/P/NX ", "UA 8.2.4: P is no type"},
        Spoiling{"SpaceNotUsed", "/S/BlockQuote/NS ", "/S/BlockQuote/NX ", "not those used"},
        Spoiling{"SpacesNotDeclared", "/Namespaces[", "/Namespacez[", "UA 8.2.4"},
        Spoiling{"TypeOfTheOtherSpace", "/S/Aside/NS", "/S/Index/NS", "UA 8.2.4: Index is no type"},
        Spoiling{"RoleMap", "/Type/Namespace/NS(http://iso.org/pdf2/ssn)",
                 "/NS(http://iso.org/pdf2/ssn)/RoleMapNS<<>>", "types are mapped"},
        Spoiling{"RoleMapOfStandardTypes", "/RoleMap<</Strong/Span", "/RoleMap<</P/Span",
                 "a type of PDF 1.7 is mapped"},
        Spoiling{"HeadingH", "/S/H2", "/S/H", "UA 8.2.5.12"},
        Spoiling{"HeadingSkipped", "/S/H2", "/S/H4", "H4 follows H1"},
        Spoiling{"Note", "/S/FENote", "/S/Note", "UA 8.2.5.14: Note is used"},
        Spoiling{"NoteType", "/NoteType/Endnote", "/NoteType/Anynote", "UA 8.2.5.14: FENote has no type"},
        Spoiling{"NoteUnknown", "/O/FENote/NoteType/Endnote>>/Ref[", "/O/FENote/NoteType/Endnote>>/Rex[",
                 "which does not know of it"},
        Spoiling{"Numbering", "/ListNumbering/Decimal", "/ListNumbering/None", "has labels"},
        Spoiling{"HeaderOfAColumn", "/Scope/Column", "/Scope/Row", "UA 8.2.5.26"},
        Spoiling{"RowLength", "/S/TD", "/S/Div", "not of one length"},
        Spoiling{"CaptionInTheMiddle", "/S/BlockQuote", "/S/Caption", "UA 8.2.5.27: a Caption is neither"},
        Spoiling{"CaptionOfNothing", "/S/Figure", "/S/P", "UA 8.2.5.27: a Caption is of nothing"},
        Spoiling{"Alt", "/Alt(A square)", "/Alt(        )", "no Alt"},
        Spoiling{"AltOfPrivateUse", "/Alt(A square)", "/Alt<FEFFE001>", "UA 8.4.3"},
        Spoiling{"ArtifactElement", "/S/Artifact", "/S/P", "UA 8.2.2"},
        Spoiling{"NestingOfNotes", "/S/LBody", "/S/Lbl", "LI has not one LBody"},
        Spoiling{"NestingOfCells", "/S/TD", "/S/LI", "LI stands in TR"},
        Spoiling{"LinkLeadsNowhere", "/SD[", "/SX[", "UA 8.8: a link leads to no structure element"},
        Spoiling{"BookmarkLeadsNowhere", "/SD[", "/SX[", "UA 8.8: a bookmark leads to no structure element"},
        Spoiling{"Action", "/S/GoTo", "/S/Foo", "A 6.6.1"},
        Spoiling{"Contents", "/Contents(Go to us)", "/Contentz(Go to us)", "no Contents"},
        Spoiling{"ContentsOfPrivateUse", "/Contents(Go to us)", "/Contents<FEFFE123>", "UA 8.6"},
        Spoiling{"Flags", "/Link/F 4", "/Link/F 2", "not just to be printed"},
        Spoiling{"LinkTag", "/S/Link", "/S/Span", "an annotation stands in Span"},
        Spoiling{"Tabs", "/Tabs/S", "/Tabs/R", "tab order"},
        Spoiling{"Mcid", "/K[0]", "/K[1]", "has two parents"},
        Spoiling{"Embedded", "/FontFile2", "/FontFileX", "not embedded"},
        Spoiling{"ToUnicode", "/ToUnicode", "/ToUnicorn", "no ToUnicode"},
        Spoiling{"Widths", "/W[0[", "/W[2[", "the width"},
        Spoiling{"OldKey", "/Border[0 0 0]", "/CharSet 0", "a thing of the past"}),
    [](const auto& each) { return std::string{each.param.name}; });

}  // namespace
}  // namespace sayso::test
