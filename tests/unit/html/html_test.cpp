// The file of a small document, read as XML (it is both HTML and XHTML).
#include <pugixml.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "html/epub.h"
#include "html/style_rules.h"
#include "unit/cairo/samples.h"

namespace sayso::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A heading, a list, a table, an Urdu paragraph and a link.
doc::Document sample() {
    doc::Document document;
    document.title = "A & B";
    const auto paragraph = [&](NodeId parent, std::string words) {
        const NodeId id = document.add(parent, doc::Paragraph{});
        document.add(id, doc::Text{std::move(words), false});
        return id;
    };
    document.add(document.add(doc::Document::root, doc::Heading{1}), doc::Text{"What <this> is", false});
    const NodeId list = document.add(doc::Document::root, doc::List{doc::List::Marker::number});
    paragraph(document.add(list, doc::ListItem{}), "First");
    const NodeId grid = document.add(list, doc::ListItem{});
    document[grid].box.display = doc::Display::grid;
    paragraph(grid, "Second");
    doc::Table kind;
    kind.widths = {1, 1};
    const NodeId table = document.add(doc::Document::root, kind);
    for (const bool head : {true, false}) {
        const NodeId row = document.add(table, doc::TableRow{});
        paragraph(document.add(row, doc::TableCell{true, head ? doc::TableCell::Scope::column
                                                              : doc::TableCell::Scope::row}),
                  head ? "Who" : "You");
        paragraph(document.add(row, doc::TableCell{head}), head ? "When" : "Now");
    }
    const NodeId urdu = paragraph(doc::Document::root, "اردو");
    document[urdu].lang = "ur";
    const NodeId last = document.add(doc::Document::root, doc::Paragraph{});
    const NodeId link = document.add(last, doc::Link{std::string("https://a.example/?b&c"), "More"});
    document.add(link, doc::Text{"More", true});
    return document;
}

pugi::xml_document parsed(const std::string& html) {
    pugi::xml_document out;
    const auto result = out.load_string(html.c_str(), pugi::parse_default | pugi::parse_doctype);
    EXPECT_TRUE(result) << result.description() << " at "
                        << html.substr(static_cast<std::size_t>(result.offset), 80);
    return out;
}

TEST(Epub, IsFoundByItsFirstBytesAndSaysWhatItIs) {
    ooxml::Zipper zipper;
    const std::string book = html::write_epub(sample(), fonts(), {}, 1767225600, zipper);
    EXPECT_EQ(book, html::write_epub(sample(), fonts(), {}, 1767225600, zipper));
    EXPECT_EQ(book.substr(30, 28), "mimetypeapplication/epub+zip");  // what `file` and libmagic look for
    for (const char* name :
         {"META-INF/container.xml", "book/package.opf", "book/contents.xhtml", "book/page.xhtml"})
        EXPECT_THAT(book, HasSubstr(name));
}

TEST(Epub, ItsPageIsXmlWithAnIdForEachHeading) {
    const auto page = parsed(html::write_xhtml(sample(), fonts(), {}));
    const auto heading = page.child("html").child("body").child("main").child("h1");
    EXPECT_STREQ(heading.attribute("id").value(), "n1");
    EXPECT_STREQ(page.child("html").attribute("xmlns").value(), "http://www.w3.org/1999/xhtml");
    EXPECT_FALSE(page.child("html").child("head").find_child_by_attribute("meta", "charset", "utf-8"));
}

TEST(Html, ValuesKeepToThemselvesAndParagraphsRunAsTheirWordsDo) {
    doc::Document document;
    document.lang = "ur";
    document.title = "x";
    const NodeId mixed = document.add(doc::Document::root, doc::Paragraph{});
    document.add(mixed, doc::Text{"فون ", false});
    document.add(mixed, doc::Text{"01632 960 123", false, Isolate::left_to_right});
    document.add(mixed, doc::Text{"Willow (north)", true, Isolate::first_strong});
    document.add(document.add(doc::Document::root, doc::Paragraph{}), doc::Text{"“Yes.”", false});
    const std::string html = html::write(document, fonts(), {});
    parsed(html);
    EXPECT_THAT(html, HasSubstr("فون <bdi dir=\"ltr\">01632 960 123</bdi>"
                                "<strong><bdi>Willow (north)</bdi></strong></p>"));
    EXPECT_THAT(html, testing::ContainsRegex("<p[^>]* dir=\"ltr\">“Yes.”</p>"));
}

TEST(Html, AnAsideIsANote) {
    doc::Document document;
    const NodeId aside = document.add(doc::Document::root, doc::Group{true});
    document.add(document.add(aside, doc::Paragraph{}), doc::Text{"Not tried yet"});
    EXPECT_THAT(html::write(document, fonts(), {}), testing::HasSubstr("<div role=\"note\">\n<p"));
}

TEST(Html, SaysWhatThingsAre) {
    const std::string html = html::write(sample(), fonts(), {});
    const pugi::xml_document page = parsed(html);
    const pugi::xml_node main = page.child("html").child("body").child("main");
    EXPECT_STREQ(page.child("html").child("head").child("title").text().get(), "A & B");
    EXPECT_STREQ(page.child("html").attribute("lang").value(), "en-GB");
    EXPECT_STREQ(main.child("h1").text().get(), "What <this> is");
    EXPECT_STREQ(main.child("ol").child("li").child("p").text().get(), "First");
    const pugi::xml_node table = main.child("section").child("table");
    EXPECT_STREQ(table.child("thead").child("tr").child("th").attribute("scope").value(), "col");
    EXPECT_STREQ(table.child("tbody").child("tr").child("th").attribute("scope").value(), "row");
    EXPECT_STREQ(table.child("tbody").child("tr").child("td").child("p").text().get(), "Now");
    const pugi::xml_node urdu = main.find_child_by_attribute("p", "lang", "ur");
    EXPECT_STREQ(urdu.attribute("dir").value(), "rtl");
    const pugi::xml_node link = main.last_child().child("a");
    EXPECT_STREQ(link.attribute("href").value(), "https://a.example/?b&c");
    EXPECT_STREQ(link.child("strong").text().get(), "More");
}

TEST(Html, AnItemLaidOutInColumnsKeepsItsNumber) {
    const std::string html = html::write(sample(), fonts(), {});
    const pugi::xml_document page = parsed(html);
    const pugi::xml_node item = page.child("html").child("body").child("main").child("ol").last_child();
    EXPECT_THAT(item.attribute("class").value(), Not(HasSubstr("grid")));
    EXPECT_THAT(item.child("div").attribute("class").value(), HasSubstr("grid"));
}

TEST(Html, AsksForNothingFromOutside) {
    const std::string html = html::write(sample(), fonts(), {});
    for (const char* outside : {"<script", "<link", "@import", "url(http", "src=\"http"})
        EXPECT_THAT(html, Not(HasSubstr(outside)));
}

TEST(Html, WordsMadeForAColouredPageCanBeReadOnWhite) {
    doc::Document document;
    const NodeId heading = document.add(doc::Document::root, doc::Heading{1});
    document[heading].text.color = white;
    document.add(heading, doc::Text{"White", false});
    EXPECT_THAT(html::write(document, fonts(), {}), Not(HasSubstr("font-weight:400;color:#FFFFFF")));
    doc::PageSpec paper;
    paper.masters.emplace_back();
    paper.masters.back().size = {pt(100), pt(100)};
    paper.masters.back().decorations.push_back({{{}, {}, pt(100), pt(100)}, Color{0x0B, 0x4F, 0x5C}, {}});
    html::Options options;
    options.paper = &paper;
    const std::string cover = html::write(document, fonts(), options);
    EXPECT_THAT(cover, HasSubstr("<div class=\"cover"));
    EXPECT_THAT(cover, HasSubstr("color:#FFFFFF;"));
}

TEST(Html, EveryColourOfTheDarkCanBeReadOnItsGround) {
    for (const Color ground : {white, Color{0xFB, 0xF6, 0xEE}, Color{0xDC, 0xEB, 0xEC},
                               Color{0x0B, 0x4F, 0x5C}, Color{0xF2, 0xB1, 0x38}}) {
        for (const Color ink :
             {black, white, Color{0x1E, 0x2A, 0x32}, Color{0xB2, 0x3A, 0x1E}, Color{0x55, 0x65, 0x6F}})
            EXPECT_GE(contrast_ratio(html::dark_ink(ink, ground), html::dark_ground(ground)), 4.5);
    }
}

}  // namespace
}  // namespace sayso::test
