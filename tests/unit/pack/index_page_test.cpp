#include "pack/index_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::pack {
namespace {

using testing::HasSubstr;
using testing::Not;

DocumentEntry document(const std::string& kind, const std::string& audience, const std::string& lang) {
    DocumentEntry d;
    d.path = "mill/" + audience + "-" + kind + (lang == "en-GB" ? "" : "-" + lang);
    d.site_name = "Mill & Lane";
    d.audience = audience;
    d.audience_name = audience == "family" ? "Family" : "Funders";
    d.kind = kind;
    d.kind_name = kind;
    d.lang = lang;
    d.print = "Fold it in three.";
    d.made = 1'767'225'600;
    d.files = {{d.path + ".pdf", "", 84'321, 2}};
    return d;
}

Manifest manifest() {
    Manifest m;
    m.made_by = "sayso 1";
    m.title = "Willow <Care>";
    m.lang = "en-GB";
    m.documents = {document("leaflet", "family", "en-GB"), document("briefing", "funders", "en-GB"),
                   document("leaflet", "family", "cy")};
    return m;
}

class IndexPage : public testing::Test {
  protected:
    IndexPage() {
        Diagnostics faults;
        pages_ = IndexPages::load(DiskEnv(), SAYSO_SOURCE_DIR, faults);
    }
    std::optional<IndexPages> pages_;
};

TEST_F(IndexPage, ASiteByReaderWithHowToPrint) {
    const Manifest whole = manifest();
    const std::string page = pages_->site(whole, by_site(whole).front());
    EXPECT_THAT(page, HasSubstr("<html lang=\"en-GB\">"));
    EXPECT_THAT(page, HasSubstr("<h1>Mill &amp; Lane: what to give to whom</h1>"));
    EXPECT_THAT(
        page, HasSubstr("<a href=\"family-leaflet.pdf\">leaflet<span class=\"hidden\">, Family</span></a>"));
    EXPECT_THAT(page, HasSubstr("(PDF, 2 pages, 84 kB)"));
    EXPECT_THAT(page, HasSubstr("hreflang=\"cy\""));
    EXPECT_THAT(page, HasSubstr(">leaflet, in Welsh<span"));
    EXPECT_THAT(page, HasSubstr("To print: Fold it in three."));
    // Both of the family's documents stand together, under one heading.
    EXPECT_LT(page.find("family-leaflet-cy.pdf"), page.find("funders-briefing.pdf"));
    EXPECT_EQ(page.find("<h2 id=\"family\">"), page.rfind("<h2 id=\"family\">"));
}

TEST_F(IndexPage, APictureOfADocumentIsNoFileToOpen) {
    Manifest whole = manifest();
    whole.documents[1].files.push_back({"mill/pictures/funders-briefing.small.png", "", 5'000, 0});
    const std::string page = pages_->site(whole, by_site(whole).front());
    EXPECT_THAT(page, HasSubstr("<img src=\"pictures/funders-briefing.small.png\" alt=\"\""));
    EXPECT_THAT(page, Not(HasSubstr("href=\"funders-briefing.small.png\"")));
    EXPECT_EQ(page.find("<img"), page.rfind("<img"));
}

TEST_F(IndexPage, EveryLinkOfASiteHasANameOfItsOwn) {
    Manifest m = manifest();
    for (const char* end : {"-1.png", "-2.png"})
        m.documents[0].files.push_back({m.documents[0].path + end, "", 9'000, 1});
    const std::string page = pages_->site(m, by_site(m).front());
    EXPECT_THAT(page, HasSubstr("<a href=\"family-leaflet-2.png\">leaflet, page 2<span"));
    EXPECT_THAT(page, HasSubstr("(PNG, 9 kB)"));
}

TEST_F(IndexPage, ASkipLinkLeadsToWhatCanHaveTheFocus) {
    const Manifest m = manifest();
    EXPECT_THAT(pages_->site(m, by_site(m).front()), HasSubstr("<main id=\"documents\" tabindex=\"-1\">"));
    EXPECT_THAT(pages_->front(m), HasSubstr("<main id=\"places\" tabindex=\"-1\">"));
}

TEST_F(IndexPage, WhatIsMadeUpSaysSo) {
    Manifest m = manifest();
    for (const bool fictional : {true, false}) {
        m.fictional = fictional;
        for (const std::string& page : {pages_->site(m, by_site(m).front()), pages_->front(m)})
            EXPECT_EQ(page.find("this service is made up") != std::string::npos, fictional);
    }
}

TEST_F(IndexPage, TheFrontNamesPlacesAndWhatIsMissing) {
    Manifest m = manifest();
    EXPECT_THAT(pages_->front(m), Not(HasSubstr("Not made")));
    m.failed = {{"row 7", "cell C7: <no>"}};
    m.archives = {{"mill.zip", "", 2'500'000, 0}};
    const std::string page = pages_->front(m);
    EXPECT_THAT(page, HasSubstr("Willow &lt;Care&gt;: documents for everyone"));
    EXPECT_THAT(page, HasSubstr("<a href=\"mill/index.html\">Mill &amp; Lane</a>"));
    EXPECT_THAT(page, HasSubstr("3 documents for 1 place"));
    EXPECT_THAT(page, HasSubstr("<strong>row 7</strong>: cell C7: &lt;no&gt;"));
    EXPECT_THAT(page, HasSubstr("(ZIP, 2.5 MB)"));
}

}  // namespace
}  // namespace sayso::pack
