// Content streams: geometry turned upright, state not repeated, everything marked.
#include "pages.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using frame::Artifact;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Content : public Pages {
  protected:
    /// The first page's content stream.
    std::string content() {
        const std::string bytes = write();
        EXPECT_THAT(codes(), IsEmpty());
        for (const std::string& fault : pdf_ua_faults(bytes))
            EXPECT_EQ(fault, "Document is empty");  // many of these pages show artifacts only
        return read_pdf(bytes).pages.at(0).content;
    }
    void draw(frame::Item item) { page().items.push_back(std::move(item)); }
    static frame::Path square() { return frame::rectangle({pt(10), pt(20), pt(30), pt(40)}); }
};

TEST_F(Content, AnEmptyPageHasAnEmptyStream) {
    EXPECT_EQ(content(), "");
}

TEST_F(Content, ARectangleTurnedUpright) {
    draw(frame::fill(Artifact::layout, square(), {255, 0, 51}));
    EXPECT_EQ(content(), "/Artifact<</Type/Layout>>BDC\n1 0 .2 rg\n10 140 30 40 re\nf\nEMC\n");
}

TEST_F(Content, BackgroundArtifactsSayTheirBox) {
    draw(frame::fill(Artifact::background, square(), black));
    EXPECT_THAT(content(), HasSubstr("/Artifact<</Type/Background/BBox[10 140 40 180]>>BDC\n"));
}

TEST_F(Content, NeighboursOfOneKindShareASequenceAndTheState) {
    draw(frame::fill(Artifact::layout, square(), {255, 0, 0}));
    draw(frame::fill(Artifact::layout, square(), {255, 0, 0}));
    EXPECT_EQ(content(),
              "/Artifact<</Type/Layout>>BDC\n1 0 0 rg\n10 140 30 40 re\nf\n10 140 30 40 re\nf\nEMC\n");
}

TEST_F(Content, StrokesCurvesAndFillRules) {
    frame::Shape shape;
    shape.path = {frame::MoveTo{{pt(0), pt(0)}},
                  frame::CurveTo{{pt(1), pt(2)}, {pt(3), pt(4)}, {pt(5), pt(6)}}, frame::ClosePath{}};
    shape.fill = black;
    shape.rule = frame::FillRule::even_odd;
    shape.stroke = frame::Stroke{{0, 255, 0}, pt(0.75), {pt(2), pt(1)}, frame::Cap::round};
    draw({Artifact::layout, shape});
    EXPECT_EQ(content(),
              "/Artifact<</Type/Layout>>BDC\n0 1 0 RG\n.75 w\n1 J 1 j\n[2 1 ]0 d\n"
              "0 200 m\n1 198 3 196 5 194 c\nh\nB*\nEMC\n");
}

TEST_F(Content, ShapesOfNothingAreLeftOut) {
    draw({Artifact::layout, frame::Shape{square(), std::nullopt, frame::FillRule::nonzero, std::nullopt}});
    draw({Artifact::layout, frame::Shape{{}, black, frame::FillRule::nonzero, std::nullopt}});
    draw({Artifact::layout, frame::TextRun{}});
    draw({Artifact::layout, frame::ImageItem{nullptr, {}}});
    draw({Artifact::layout, frame::Group{}});
    EXPECT_EQ(content(), "");
}

TEST_F(Content, AGroupThatOnlyMovesNeedsNoOperators) {
    auto child = std::make_shared<frame::Frame>();
    child->items.push_back(frame::fill(Artifact::layout, square(), black));
    draw(frame::group(Artifact::layout, child, Transform::translate(pt(5), pt(7))));
    EXPECT_EQ(content(), "/Artifact<</Type/Layout>>BDC\n15 133 30 40 re\nf\nEMC\n");
}

TEST_F(Content, AGroupWithAScaleAndAClip) {
    auto child = std::make_shared<frame::Frame>();
    child->size = {pt(50), pt(60)};
    child->items.push_back(frame::fill(Artifact::layout, square(), black));
    Transform twice = Transform::scale(2, 2);
    twice.dx = pt(5);
    draw(frame::group(Artifact::layout, child, twice, true));
    EXPECT_EQ(content(),
              "q\n2 0 0 2 5 200 cm\n/Artifact<</Type/Layout>>BDC\n0 -60 50 60 re\nW n\n"
              "10 -60 30 40 re\nf\nEMC\nQ\n");
}

TEST_F(Content, ATurnedGroupLandsWhereTheFrameSays) {
    // A quarter turn clockwise about the origin of a y-down page: (x, y) goes to (−y, x); then 100 to the
    // right.
    auto child = std::make_shared<frame::Frame>();
    child->size = {pt(60), pt(60)};
    child->keeps_owners = false;
    child->items.push_back(frame::fill(root, square(), black));
    const NodeId id = figure(root, "A square");
    Transform turn{0, 1, -1, 0, pt(100), pt(0)};
    draw(frame::group(id, child, turn));
    EXPECT_THAT(content(), HasSubstr("0 -1 1 0 100 200 cm\n"));
    // x from 100−60 to 100−20, y down from 10 to 40.
    EXPECT_EQ(read_pdf(write()).elements.at(1).attributes.at("Layout.BBox"), "[ 40 160 80 190 ]");
}

TEST_F(Content, AFigureOfManyPartsIsOneSequence) {
    auto part = std::make_shared<frame::Frame>();
    part->size = {pt(9), pt(9)};
    part->items.push_back(frame::fill(Artifact::background, square(), black));
    auto drawing = std::make_shared<frame::Frame>();
    drawing->keeps_owners = false;
    drawing->size = {pt(60), pt(60)};
    drawing->items.push_back(frame::fill(root, square(), black));
    drawing->items.push_back(frame::group(root, part, Transform::scale(0.5, 0.5), true));
    draw(frame::group(figure(root, "Two squares"), drawing, Transform::scale(1.5, 1.5)));
    EXPECT_THAT(read_pdf(write()).pages[0].marks, testing::SizeIs(1));
    EXPECT_THAT(content(), testing::StartsWith("/Figure<</MCID 0>>BDC\nq\n"));
}

TEST_F(Content, TextMovesFromLineToLineAndKeepsItsFont) {
    paragraph(root, "one\ntwo");
    set_all();
    const std::string stream = content();
    EXPECT_THAT(stream, testing::StartsWith("/P<</MCID 0>>BDC\nBT\n38 169 Td\n/F0 10 Tf\n["));
    EXPECT_THAT(stream, HasSubstr("]TJ\n0 -15 Td\n["));
    EXPECT_THAT(stream, testing::EndsWith("]TJ\nET\nEMC\n"));
}

frame::TextRun by_hand(std::vector<frame::Glyph> glyphs) {
    frame::TextRun run;
    run.font = *fonts().find("AtkinsonHyperlegibleNext", 400);
    run.size = pt(10);
    run.origin = {pt(20), pt(50)};
    run.text = std::string(glyphs.size(), 'a');
    run.glyphs = std::move(glyphs);
    for (std::uint32_t i = 0; i < run.glyphs.size(); ++i) run.glyphs[i].cluster = i;
    return run;
}

class Advances : public Content {
  protected:
    Advances() {
        text::Span span;
        span.text = "a";
        span.family = "AtkinsonHyperlegibleNext";
        span.size = pt(10);
        span.lang = "en";
        text::ParagraphOptions wide;
        wide.width = pt(100);
        const text::Paragraph laid = shaper.lay_out({span}, wide, diagnostics);
        a = laid.lines.at(0).runs.at(0).second.glyphs.at(0);
    }
    std::string shown(std::vector<frame::Glyph> glyphs) {
        draw(frame::text(Artifact::layout, by_hand(std::move(glyphs))));
        std::string stream = content();
        stream = stream.substr(stream.find("Tf\n") + 3);
        return stream.substr(0, stream.find("ET"));
    }
    frame::Glyph moved(float advance, float x, float y) const { return {a.id, a.advance + advance, x, y, 0}; }
    frame::Glyph a;
};

TEST_F(Advances, AsTheFontSaysNeedNoCorrection) {
    const std::string code("(\0\1\0\1)", 6);
    EXPECT_EQ(shown({a, a}), "[" + code + "]TJ\n");
}

TEST_F(Advances, KerningGoesBetweenTheStrings) {
    const std::string code("(\0\1)", 4);
    EXPECT_EQ(shown({moved(-40, 0, 0), a}), "[" + code + "40" + code + "]TJ\n");
}

TEST_F(Advances, AHairsBreadthIsLeftAndDoesNotAddUp) {
    const std::string one("\0\1", 2);
    EXPECT_EQ(shown({moved(1, 0, 0), moved(1, 0, 0), a}), "[(" + one + one + ")-2(" + one + ")]TJ\n");
}

TEST_F(Advances, OffsetsMoveOneGlyphOnly) {
    const std::string code("(\0\1)", 4);
    EXPECT_EQ(shown({a, moved(0, 50, 0), a}), "[" + code + "-50" + code + "50" + code + "]TJ\n");
    pages[0].items.clear();
    EXPECT_EQ(shown({a, moved(0, 0, 200), a}),
              "[" + code + "]TJ\n2 Ts\n[" + code + "]TJ\n0 Ts\n[" + code + "]TJ\n");
}

TEST_F(Content, PicturesOfEveryKindAndOnlyOnce) {
    using Encoding = frame::Image::Encoding;
    const auto image = [](Encoding encoding, std::string bytes) {
        return std::make_shared<const frame::Image>(frame::Image{2, 1, encoding, std::move(bytes)});
    };
    const auto colour = image(Encoding::rgb8, "rgbRGB"), gray = image(Encoding::gray8, "gG");
    const auto glass = image(Encoding::rgba8, std::string("rgb\x80RGB\xFF", 8));
    const auto opaque = image(Encoding::rgba8, "rgb\xFFRGB\xFF");
    const NodeId id = figure(root, "Pictures");
    for (const auto& each : {colour, gray, glass, opaque, colour})
        draw({id, frame::ImageItem{each, {pt(10), pt(20), pt(30), pt(40)}}});
    const std::string stream = content();
    EXPECT_THAT(stream, HasSubstr("q\n30 0 0 40 10 140 cm/I0 Do\nQ\n"));
    EXPECT_THAT(stream, HasSubstr("/I3 Do"));
    EXPECT_THAT(stream, testing::Not(HasSubstr("/I4")));

    std::vector<std::string> found;
    for (const PdfPicture& each : read_pdf(write()).pictures)
        found.push_back(each.space + " " + each.data + (each.masked ? " masked" : ""));
    EXPECT_THAT(found,
                testing::UnorderedElementsAre("DeviceRGB rgbRGB", "DeviceGray gG", "DeviceRGB rgbRGB masked",
                                              "DeviceGray \x80\xFF", "DeviceRGB rgbRGB"));
}

TEST_F(Content, JpegFilesGoThroughAsTheyCame) {
    const auto jpeg = std::make_shared<const frame::Image>(
        frame::Image{8, 8, frame::Image::Encoding::jpeg_gray, "\xFF\xD8 the file \xFF\xD9"});
    draw({figure(root, "A photo"), frame::ImageItem{jpeg, {pt(10), pt(20), pt(30), pt(40)}}});
    const std::string bytes = write();
    EXPECT_THAT(bytes, HasSubstr("/ColorSpace/DeviceGray/Filter/DCTDecode/Length 14>>\nstream\r\n\xFF\xD8 "
                                 "the file \xFF\xD9\nendstream"));
}

}  // namespace
}  // namespace sayso::test
