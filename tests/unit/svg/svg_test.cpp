#include "svg/svg.h"

#include <functional>
#include <pugixml.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/cairo/samples.h"

namespace sayso::test {
namespace {

using frame::Artifact;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string svg(const frame::Frame& page, const svg::FileOptions& options = {}) {
    const std::string out = svg::file(page, fonts(), options);
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(out.c_str())) << out;
    return out;
}

/// The first element of that name, anywhere.
pugi::xml_node first(const pugi::xml_document& document, const char* name) {
    return document.find_node(
        [&](const pugi::xml_node& node) { return std::string_view(node.name()) == name; });
}

TEST(Svg, ShapesGolden) {
    frame::Shape ring{frame::rectangle({pt(2), pt(2), pt(8), pt(8)}), Color{0xF2, 0xB1, 0x38},
                      frame::FillRule::even_odd,
                      frame::Stroke{black, pt(1.5), {pt(4), pt(2)}, frame::Cap::round}};
    auto child = std::make_shared<frame::Frame>(
        page(pt(5), pt(6),
             {frame::stroke(Artifact::layout, frame::line({pt(0), pt(0)}, {pt(1.23456), pt(-2)}),
                            {Color{1, 2, 3}, pt(1), {}, frame::Cap::butt})}));
    const std::string out =
        svg(page(pt(20), pt(10),
                 {{Artifact::layout, ring},
                  frame::group(Artifact::layout, child, Transform::translate(pt(3), pt(-0.00001))),
                  frame::group(Artifact::layout, child, Transform{0.5, 0, 0, 2, pt(1), pt(2)}, true)}));
    EXPECT_EQ(
        out,
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="20pt" height="10pt" viewBox="0 0 20 10" role="img">
<rect width="20" height="10" fill="#FFFFFF"/>
<path fill="#F2B138" fill-rule="evenodd" stroke="#000000" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="4 2" d="M2 2L10 2L10 10L2 10Z"/>
<g transform="translate(3 0)">
<path fill="none" stroke="#010203" stroke-width="1" stroke-miterlimit="10" d="M0 0L1.235-2"/>
</g>
<g transform="matrix(.5 0 0 2 1 2)"><clipPath id="clip1"><rect width="5" height="6"/></clipPath><g clip-path="url(#clip1)">
<path fill="none" stroke="#010203" stroke-width="1" stroke-miterlimit="10" d="M0 0L1.235-2"/>
</g></g>
</svg>
)svg");
}

TEST(Svg, TitleAndDescriptionNameThePicture) {
    pugi::xml_document document;
    document.load_string(
        svg(page(pt(20), pt(10)), {.title = "A & B <\"c\">", .description = "What it shows", .lang = "en-GB"})
            .c_str());
    const pugi::xml_node root = document.document_element();
    EXPECT_STREQ(root.attribute("role").value(), "img");
    EXPECT_STREQ(root.attribute("lang").value(), "en-GB");
    EXPECT_STREQ(root.attribute("xml:lang").value(), "en-GB");
    EXPECT_STREQ(root.attribute("aria-labelledby").value(), "sayso-title sayso-desc");
    EXPECT_STREQ(root.child("title").attribute("id").value(), "sayso-title");
    EXPECT_STREQ(root.child("title").text().get(), "A & B <\"c\">");
    EXPECT_STREQ(root.child("desc").text().get(), "What it shows");
}

TEST(Svg, RealTextCarriesItsFont) {
    const auto items = words("Fish & <chips>", "en-GB", {pt(10), pt(22)}, pt(18), 800);
    const std::string out = svg(page(pt(300), pt(40), items));
    pugi::xml_document document;
    document.load_string(out.c_str());
    const pugi::xml_node text = first(document, "text");
    const auto& run = std::get<frame::TextRun>(items.at(0).content);
    EXPECT_STREQ(text.text().get(), "Fish & <chips>");
    EXPECT_DOUBLE_EQ(text.attribute("x").as_double(), 10);
    EXPECT_DOUBLE_EQ(text.attribute("y").as_double(), 22);
    EXPECT_DOUBLE_EQ(text.attribute("font-size").as_double(), 18);
    EXPECT_NEAR(text.attribute("textLength").as_double(), run.width().pt(), 0.001);
    EXPECT_STREQ(text.attribute("xml:lang").value(), "en-GB");
    const std::string style = first(document, "style").text().get();
    EXPECT_THAT(style, HasSubstr("font-weight:800;src:url(data:font/ttf;base64,AAEAAAA"));
    EXPECT_THAT(style, HasSubstr("." + std::string(text.attribute("class").value()) + "{font-family:'"));
}

TEST(Svg, EachFontIsEmbeddedOnceAndCutDown) {
    std::vector<frame::Item> items = words("once", "en-GB", {pt(10), pt(22)});
    for (frame::Item& item : words("twice", "en-GB", {pt(10), pt(40)})) items.push_back(item);
    const std::string out = svg(page(pt(300), pt(60), items));
    EXPECT_EQ(out.find("@font-face"), out.rfind("@font-face"));
    EXPECT_LT(out.size(), 30'000u);  // the whole font has some 60 KB, a third more in base64
}

TEST(Svg, RightToLeftStartsAtItsRightEnd) {
    const auto items = words("مرحبا", "ar", {pt(10), pt(22)});
    const auto& run = std::get<frame::TextRun>(items.at(0).content);
    ASSERT_TRUE(run.rtl);
    pugi::xml_document document;
    document.load_string(svg(page(pt(300), pt(40), items)).c_str());
    const pugi::xml_node text = first(document, "text");
    EXPECT_STREQ(text.text().get(), "مرحبا");
    EXPECT_STREQ(text.attribute("direction").value(), "rtl");
    EXPECT_NEAR(text.attribute("x").as_double(), (run.origin.x + run.width()).pt(), 0.001);
}

TEST(Svg, TabularFiguresStayTabular) {
    text::Shaper shaper(fonts());
    Diagnostics diagnostics;
    text::Span span;
    span.text = "111";
    span.family = "AtkinsonHyperlegibleNext";
    span.size = pt(12);
    span.lang = "en-GB";
    std::string written[2];
    std::uint16_t digit[2];
    for (const bool tabular : {false, true}) {
        span.tabular = tabular;
        const auto run = shaper.lay_out({span}, {pt(500), pt(18)}, diagnostics).lines.at(0).runs.at(0).second;
        digit[tabular] = run.glyphs.at(0).id;
        written[tabular] = svg(page(pt(99), pt(20), {frame::text(Artifact::layout, run)}));
    }
    EXPECT_THAT(written[0], Not(HasSubstr("tabular-nums")));
    if (digit[0] != digit[1]) {
        EXPECT_THAT(written[1], HasSubstr("font-variant-numeric:tabular-nums"));
    }
}

TEST(Svg, OutlinedTextNeedsNoFont) {
    const std::string out =
        svg(page(pt(300), pt(40), words("Fish", "en-GB", {pt(10), pt(22)})), {.outline_text = true});
    EXPECT_THAT(out, Not(HasSubstr("<text")));
    EXPECT_THAT(out, Not(HasSubstr("font")));
    EXPECT_THAT(out, HasSubstr("<path fill=\"#000000\" d=\"M"));
}

TEST(Svg, ImagesAreInside) {
    using frame::Image;
    const auto raw = std::make_shared<Image>(Image{1, 1, Image::Encoding::rgba8, "abcd"});
    const auto photo = std::make_shared<Image>(Image{9, 9, Image::Encoding::jpeg_rgb, "\xff\xd8\xff"});
    const Rect box{pt(1), pt(2), pt(3), pt(4)};
    pugi::xml_document document;
    document.load_string(svg(page(pt(20), pt(10),
                                  {{Artifact::layout, frame::ImageItem{raw, box}},
                                   {Artifact::layout, frame::ImageItem{photo, box}}}))
                             .c_str());
    const pugi::xml_node image = first(document, "image");
    EXPECT_THAT(image.attribute("href").value(), StartsWith("data:image/png;base64,iVBORw0KGgo"));
    EXPECT_STREQ(image.next_sibling().attribute("href").value(), "data:image/jpeg;base64,/9j/");
    EXPECT_STREQ(image.attribute("width").value(), "3");
}

TEST(Svg, LinksLeadOnlyWhereAReaderMayFollow) {
    const Rect box{pt(1), pt(2), pt(3), pt(4)};
    const auto link = [&](const char* url) {
        return svg(page(pt(20), pt(10),
                        {{Artifact::layout, frame::LinkArea{box, std::string(url), "The institute"}}}));
    };
    EXPECT_THAT(link("https://example.org/?a=1&b=2"),
                HasSubstr("<a href=\"https://example.org/?a=1&amp;b=2\"><title>The institute</title>"));
    EXPECT_THAT(link("javascript:alert(1)"), Not(HasSubstr("<a ")));
}

TEST(Svg, ControlCharactersCannotBreakTheXml) {
    EXPECT_THAT(svg(page(pt(20), pt(10)), {.title = "a\x01\x1b"
                                                    "b\r\n"}),
                HasSubstr(">ab\n</title>"));
}

}  // namespace
}  // namespace sayso::test
