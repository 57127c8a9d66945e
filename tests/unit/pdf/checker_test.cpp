// The checker itself must be able to fail: sound files, each spoilt in one way that keeps every byte in its
// place.
#include "pages.h"
#include "spoiling.h"
#include "support/pdf_check.h"

namespace sayso::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class PdfCheck : public Pages {
  protected:
    PdfCheck() {
        heading(root, "Title", 1);
        heading(root, "Part", 2);
        item(add(root, doc::List{}), "One");
        const NodeId table = add(root, doc::Table{{1, 1}, 1});
        const NodeId top = add(table, doc::TableRow{});
        cell(top, "a");
        cell(top, "b");
        const NodeId row = add(table, doc::TableRow{});
        cell(row, "c", true);
        cell(row, "d");
        figure(root, "A square");
        link(add(root, doc::Paragraph{}), "us", "https://example.org");
        set_all();
        page().items.push_back(
            frame::fill(frame::Artifact::layout, frame::circle({pt(9), pt(9)}, pt(5)), black));
        sound = write();
    }

    std::vector<std::string> spoilt(const std::string& from, const std::string& to) const {
        return pdf_ua_faults(overwritten(sound, from, to));
    }
    std::string sound;
};

TEST_F(PdfCheck, ASoundFileHasNoFaults) {
    EXPECT_THAT(pdf_ua_faults(sound), IsEmpty());
}

TEST_F(PdfCheck, WhatIsNoPdf) {
    EXPECT_THAT(pdf_ua_faults(""), testing::SizeIs(1));
    EXPECT_THAT(pdf_ua_faults("%PDF-1.7\nnonsense"), testing::Not(IsEmpty()));
    EXPECT_THAT(pdf_ua_faults(sound.substr(0, sound.size() / 2)), testing::Not(IsEmpty()));
}

class Spoilt : public PdfCheck, public testing::WithParamInterface<Spoiling> {};

TEST_P(Spoilt, IsFound) {
    EXPECT_THAT(spoilt(GetParam().from, GetParam().to), Contains(HasSubstr(GetParam().fault)));
}

INSTANTIATE_TEST_SUITE_P(
    PdfUa, Spoilt,
    testing::Values(
        Spoiling{"Version", "%PDF-1.7", "%PDF-1.9", "version"},
        Spoiling{"Marked", "/Marked true", "/Marked false", "Marked"},
        Spoiling{"Title", "DisplayDocTitle true", "DisplayDocTitle null", "DisplayDocTitle"},
        Spoiling{"Lang", "/Lang(en-GB)", "/Lang(e--GB)", "language"},
        Spoiling{"UaPart", "<pdfuaid:part>1", "<pdfuaid:part>3", "PDF/UA-1"},
        Spoiling{"APart", "<pdfaid:part>2", "<pdfaid:part>3", "PDF/A-2a"},
        Spoiling{"XmpTitle", "x-default\">Time", "x-default\">Tide", "disagree about Title"},
        Spoiling{"XmpDate", "<xmp:CreateDate>2026", "<xmp:CreateDate>2025", "disagree about CreationDate"},
        Spoiling{"Schema", "<pdfaProperty:name>part", "<pdfaProperty:name>pert", "does not describe"},
        Spoiling{"Xml", "</rdf:RDF>", "</rdf:RDG>", "not well-formed"},
        Spoiling{"Profile", "mntrRGB ", "mntrGRAY", "not of an RGB"},
        Spoiling{"Intent", "GTS_PDFA1", "GTS_PDFX", "output intent"},
        Spoiling{"Tabs", "/Tabs/S", "/Tabs/R", "tab order"},
        Spoiling{"Role", "/S/H2", "/S/XX", "no standard structure type"},
        Spoiling{"HeadingSkipped", "/S/H2", "/S/H4", "H4 follows H1"},
        Spoiling{"NestingOfCells", "/S/TD", "/S/LI", "LI stands in TR"},
        Spoiling{"NestingOfItems", "/S/LBody", "/S/Div", "Div stands in LI"},
        Spoiling{"DivHoldsContent", "/S/LBody", "/S/Div", "Div holds content"},
        Spoiling{"Numbering", "/ListNumbering/Disc", "/ListNumbering/Dots", "unknown ListNumbering"},
        Spoiling{"NoNumbering", "/ListNumbering/Disc", "/ListNumbering/None", "has labels"},
        Spoiling{"Scope", "/Scope/Column", "/Scoop/Column", "TH has no Scope"},
        Spoiling{"RowLength", "/S/TD", "/S/Caption", "not of one length"},
        Spoiling{"NoHeaders", "/S/TH", "/S/TD", "no header cells"},
        Spoiling{"Alt", "/Alt(A square)", "/Alt(        )", "no Alt"},
        Spoiling{"NoBox", "/BBox[", "/BBoy[", "no BBox"},
        Spoiling{"NoContents", "/Contents(Go to us)", "/Contentz(Go to us)", "no Contents"},
        Spoiling{"Flags", "/Link/F 4", "/Link/F 2", "not just to be printed"},
        Spoiling{"LinkTag", "/S/Link", "/S/Span", "an annotation stands in Span"},
        Spoiling{"AnnotationParent", "/StructParent 1>", "/StructParent 9>", "disagrees about an annotation"},
        Spoiling{"Mcid", "/K[0]", "/K[1]", "has two parents"},
        Spoiling{"McidMissing", "/K[0]", "/K[ ]", "has no parent"},
        Spoiling{"ParentTree", "/Nums[0[", "/Nums[7[", "ParentTree lists another number"},
        Spoiling{"Embedded", "/FontFile2", "/FontFileX", "not embedded"},
        Spoiling{"ToUnicode", "/ToUnicode", "/ToUnicorn", "no ToUnicode"},
        Spoiling{"Widths", "/W[0[", "/W[2[", "the width"}, Spoiling{"Action", "/S/URI", "/S/Foo", "no URI"},
        Spoiling{"Identifier", "/ID [", "/IX [", "no file identifier"}),
    [](const auto& each) { return std::string{each.param.name}; });

}  // namespace
}  // namespace sayso::test
