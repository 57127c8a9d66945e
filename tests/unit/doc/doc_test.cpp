#include <gtest/gtest.h>

#include "doc/document.h"

namespace sayso::doc {
namespace {

TEST(Document, LanguageIsInherited) {
    Document document;
    const NodeId section = document.add(Document::root, Section{});
    const NodeId paragraph = document.add(section, Paragraph{});
    EXPECT_EQ(document.lang_of(paragraph), "en-GB");
    document[section].lang = "cy";
    EXPECT_EQ(document.lang_of(paragraph), "cy");
    const NodeId running = document.add_detached(Group{});
    EXPECT_EQ(document.lang_of(running), "en-GB");
}

TEST(Document, TextOfPartsBlocksNotInlines) {
    Document document;
    const NodeId section = document.add(Document::root, Section{});
    const NodeId first = document.add(section, Paragraph{});
    document.add(first, Text{"One ", false});
    const NodeId link = document.add(first, Link{std::string("https://x.org"), "x"});
    document.add(link, Text{"two", false});
    document.add(document.add(section, Paragraph{}), Text{"three", true});
    EXPECT_EQ(document.text_of(section), "One two\nthree");
    EXPECT_EQ(dump(document),
              "root\n  section\n    p\n      \"One \"\n      link https://x.org\n        \"two\"\n    p\n    "
              "  strong \"three\"\n");
}

TEST(Document, TheDumpNamesRoles) {
    Document document;
    document[document.add(Document::root, Group{})].role = "card";
    EXPECT_EQ(dump(document), "root\n  group (card)\n");
}

TEST(Document, RightToLeftLanguages) {
    for (const char* lang : {"ur", "ar-EG", "he", "pa-Arab"}) EXPECT_TRUE(is_rtl_language(lang)) << lang;
    for (const char* lang : {"en-GB", "cy", "pa", "ur2"}) EXPECT_FALSE(is_rtl_language(lang)) << lang;
}

}  // namespace
}  // namespace sayso::doc
