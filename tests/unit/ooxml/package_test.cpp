// The package layer: the archive is what other readers expect, always the same, and its XML is well-formed
// whatever goes in.
#include "ooxml/package.h"

#include <pugixml.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ooxml/theme.h"
#include "ooxml/units.h"
#include "ooxml/xml.h"
#include "support/ooxml_reader.h"

namespace sayso::test {
namespace {

using namespace ooxml;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Package sample() {
    Package package;
    package.default_type("png", "image/png");
    package.add("word/document.xml", "application/x-main+xml", "<a/>");
    package.add("word/media/image1.png", "image/png", "not a picture");
    package.relate("", relationship::office_document, "word/document.xml");
    package.relate("word/document.xml", relationship::image, "word/media/image1.png");
    package.relate_outside("word/document.xml", relationship::hyperlink, "https://example.org/?a=1&b=2");
    package.add_properties({"Wording & more", "Willow House", "", "", "en-GB", 1'795'305'600, "sayso 1"});
    return package;
}

std::string zipped(const Package& package) {
    Zipper zipper;
    return package.zip(zipper);
}

TEST(Zipper, APartThatIsSharedIsCompressedOnce) {
    ooxml::Zipper zipper;
    const ooxml::ZipEntry& first = zipper.shared("a.xml", "words words words");
    EXPECT_EQ(&first, &zipper.shared("a.xml", "words words words"));
    EXPECT_NE(&first, &zipper.shared("b.xml", "words words words"));
    EXPECT_NE(&first, &zipper.shared("a.xml", "other words"));
    EXPECT_EQ(first.deflated, zipper.entry("a.xml", "words words words").deflated);
}

TEST(Package, IsReadBackByAnotherReader) {
    const OfficeFile file = read_office(zipped(sample()));
    EXPECT_THAT(file.faults, IsEmpty());
    EXPECT_THAT(file.order, ElementsAre("[Content_Types].xml", "_rels/.rels", "word/document.xml",
                                        "word/_rels/document.xml.rels", "word/media/image1.png",
                                        "docProps/core.xml", "docProps/app.xml"));
    EXPECT_EQ(file.parts.at("word/media/image1.png"), "not a picture");
    EXPECT_EQ(file.type_of("word/document.xml"), "application/x-main+xml");
    EXPECT_EQ(file.type_of("word/media/image1.png"), "image/png");
    EXPECT_EQ(file.overrides.count("word/media/image1.png"), 0u);
    EXPECT_EQ(file.related("word/document.xml", "image")[0].target, "word/media/image1.png");
    EXPECT_EQ(file.related("word/document.xml", "hyperlink")[0].target, "https://example.org/?a=1&b=2");
    EXPECT_TRUE(file.related("word/document.xml", "hyperlink")[0].outside);
    EXPECT_EQ(file.related("", "officeDocument")[0].target, "word/document.xml");
}

TEST(Package, TheSameEntriesGiveTheSameBytes) {
    EXPECT_EQ(zipped(sample()), zipped(sample()));
}

TEST(Package, ASecondWayToTheSameTargetIsTheSameWay) {
    Package package = sample();
    EXPECT_EQ(package.relate("word/document.xml", relationship::image, "word/media/image1.png"), "rId1");
    EXPECT_EQ(package.relate("word/document.xml", relationship::image, "word/media/image2.png"), "rId3");
}

TEST(Package, PropertiesAreTheDocumentsOwnAndNothingElse) {
    const OfficeFile file = read_office(zipped(sample()));
    const std::string& core = file.parts.at("docProps/core.xml");
    EXPECT_THAT(core, HasSubstr("<dc:title>Wording &amp; more</dc:title>"));
    EXPECT_THAT(core, HasSubstr("2026-11-22T00:00:00Z</dcterms:created>"));
    EXPECT_THAT(core, Not(HasSubstr("subject")));
    EXPECT_THAT(core, Not(HasSubstr("revision")));
    EXPECT_THAT(core, Not(HasSubstr("lastModifiedBy")));
}

TEST(Package, PathsLeadFromFolderToFolder) {
    EXPECT_EQ(relative_path("", "ppt/presentation.xml"), "ppt/presentation.xml");
    EXPECT_EQ(relative_path("ppt/presentation.xml", "ppt/slides/slide1.xml"), "slides/slide1.xml");
    EXPECT_EQ(relative_path("ppt/slides/slide1.xml", "ppt/slideLayouts/slideLayout2.xml"),
              "../slideLayouts/slideLayout2.xml");
    EXPECT_EQ(relative_path("ppt/charts/chart1.xml", "ppt/embeddings/a.xlsx"), "../embeddings/a.xlsx");
    EXPECT_EQ(relative_path("a/b/c.xml", "d.xml"), "../../d.xml");
    EXPECT_EQ(relative_path("a/b/c.xml", "a/b/d.xml"), "d.xml");
}

TEST(Zip, PartsMadeBeforehandAreTheSameFile) {
    Zipper zipper;
    const ZipEntry ready = zipper.entry("word/theme/theme1.xml", "<theme/>");
    Package once, again;
    once.add("word/theme/theme1.xml", theme_content_type, "<theme/>");
    again.add(theme_content_type, ready);
    EXPECT_EQ(once.zip(zipper), again.zip(zipper));
}

TEST(Xml, WordsComeBackAsTheyWentIn) {
    const std::string words = "a < b & \"c\" > d\tz\u0301 \u0645\u0631\u062d\u0628\u0627 \U0001F600\n'";
    Xml xml;
    {
        const auto root = xml.element("root", {{"key", words}});
        xml.words("leaf", words);
        xml.leaf("empty");
    }
    pugi::xml_document read;
    ASSERT_TRUE(read.load_string(xml.take().c_str()));
    EXPECT_EQ(read.child("root").attribute("key").value(), words);
    EXPECT_EQ(read.child("root").child("leaf").text().get(), words);
}

TEST(Xml, WhatXmlCannotHoldNeverGetsIn) {
    std::string out;
    append_escaped(out, std::string_view("a\0b\x01\x1f"
                                         "c\xff"
                                         "d\xed\xa0\x80"
                                         "e\xef\xbf\xbe"
                                         "f",
                                         16));
    EXPECT_THAT(out, testing::StartsWith("abc\uFFFDd\uFFFD"));
    EXPECT_THAT(out, testing::EndsWith("ef"));
    EXPECT_THAT(out, Not(HasSubstr("\uFFFE")));
}

TEST(Theme, ColoursGoByTheirSlots) {
    const Palette palette;
    EXPECT_EQ(slot_of(palette, palette.you).drawing, "accent2");
    EXPECT_EQ(slot_of(palette, palette.ink).word, "text1");
    EXPECT_EQ(slot_of(palette, Color{1, 2, 3}).drawing, "");
    EXPECT_EQ(family_name("AtkinsonHyperlegibleNext"), "Atkinson Hyperlegible Next");
    EXPECT_EQ(family_name("Noto Sans"), "Noto Sans");
    pugi::xml_document read;
    ASSERT_TRUE(read.load_string(theme_part(palette, "Sayso", "Atkinson Hyperlegible Next").c_str()));
    EXPECT_EQ(read.select_node("//a:accent1/a:srgbClr/@val").attribute().value(), std::string("0B4F5C"));
}

TEST(Units, AreWholeNumbers) {
    EXPECT_EQ(emu(pt(1)), 12'700);
    EXPECT_EQ(emu(mm(254)), 9'144'000);
    EXPECT_EQ(twips(pt(11.5)), 230);
    EXPECT_EQ(half_points(pt(11.5)), 23);
    EXPECT_EQ(emu(pt(-0.00001)), 0);
}

}  // namespace
}  // namespace sayso::test
