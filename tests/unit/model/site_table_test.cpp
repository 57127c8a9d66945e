#include "model/site_table.h"

#include <gtest/gtest.h>

namespace sayso::model {
namespace {

struct Read {
    Service service;
    Diagnostics faults;
};

Read read(const std::string& text) {
    Read out;
    add_sites(1, text, out.service, out.faults);
    return out;
}

TEST(SiteTable, ARowIsASite) {
    const auto [service, faults] = read(
        "id,name,place,strands,groups,contact-name,contact-phone\n"
        "mill,Mill Lane,Leeds,children adults,north,Jo Bell,01632 960 001\n");
    EXPECT_TRUE(faults.empty());
    ASSERT_EQ(service.sites.size(), 1U);
    const Site& site = service.sites[0];
    EXPECT_EQ(site.id.text, "mill");
    EXPECT_EQ(site.place->text, "Leeds");
    ASSERT_EQ(site.strands.size(), 2U);
    EXPECT_EQ(site.strands[1].text, "adults");
    EXPECT_EQ(site.groups[0].text, "north");
    EXPECT_EQ(site.contact->phone->text, "01632 960 001");
}

TEST(SiteTable, AFaultyRowFailsAloneAndCitesItsCell) {
    const auto [service, faults] = read("id,name\nmill,Mill Lane\nNot An Id,Orchard\n,No Id\nlast,Last\n");
    EXPECT_TRUE(faults.empty());
    EXPECT_EQ(service.sites.size(), 2U);
    ASSERT_EQ(service.faulty_sites.size(), 2U);
    const Diagnostic& fault = service.faulty_sites[0].faults.items().at(0);
    EXPECT_EQ(fault.code, "bad-id");
    EXPECT_TRUE(fault.message.starts_with("cell A3 (id): ")) << fault.message;
    EXPECT_EQ(fault.span.line, 3U);
    EXPECT_EQ(service.faulty_sites[1].row, "row 4");
}

std::string first_fault(const std::string& text) {
    const Read got = read(text);
    if (got.service.faulty_sites.size() != 1) return "no faulty row";
    const Diagnostic& fault = got.service.faulty_sites[0].faults.items().at(0);
    return fault.message + " | " + fault.hint;
}

TEST(SiteTable, WhatIsMissingIsTheCellThatIsEmpty) {
    constexpr const char* empty_name =
        "cell B2 (name): this cell is empty | every site needs an id and a name";
    EXPECT_EQ(first_fault("id,name,place\nmill,,Leeds\n"), empty_name);
    EXPECT_EQ(first_fault("id,name,place\nmill\n"), empty_name);
    EXPECT_EQ(first_fault("id,name\n,Mill\n"),
              "cell A2 (id): this cell is empty | every site needs an id and a name");
}

TEST(SiteTable, WhomToReachHasAName) {
    EXPECT_EQ(
        first_fault("id,name,contact-name,contact-phone\nmill,Mill,,01632 960 001\n"),
        "cell C2 (contact-name): whom to reach here has no name | write it into the column contact-name");
    EXPECT_EQ(
        first_fault("id,name,contact-phone\nmill,Mill,01632 960 001\n"),
        "cell C2 (contact-phone): whom to reach here has no name | add a column contact-name, and write "
        "it there");
}

TEST(SiteTable, AddressHoursAndASecondContact) {
    const auto [service, faults] = read(
        "id,name,address,opening hours,contact-name,second contact name,second-contact-phone\n"
        "mill,Mill,\"1 Mill Lane, Leeds\",Every day,Jo,Bo,01632 960 002\n");
    EXPECT_TRUE(faults.empty());
    ASSERT_EQ(service.sites.size(), 1U);
    EXPECT_EQ(service.sites[0].address->text, "1 Mill Lane, Leeds");
    EXPECT_EQ(service.sites[0].opening_hours->text, "Every day");
    EXPECT_EQ(service.sites[0].second_contact->name.text, "Bo");
    EXPECT_EQ(service.sites[0].second_contact->phone->text, "01632 960 002");
}

TEST(SiteTable, NothingIsFilledIntoNames) {
    EXPECT_EQ(
        first_fault("id,name\nmill,{{service.name}}\n"),
        "cell B2 (name): \"{{service.name}}\" is a name, and nothing is filled into names | write it out, "
        "without {{ }}");
}

TEST(SiteTable, AnIdIsUsedOnce) {
    const auto [service, faults] = read("id,name\nmill,A\nmill,B\n");
    EXPECT_EQ(service.sites.size(), 1U);
    ASSERT_EQ(service.faulty_sites.size(), 1U);
    EXPECT_EQ(service.faulty_sites[0].faults.items()[0].code, "duplicate-id");
}

TEST(SiteTable, MoreCellsThanColumns) {
    const auto [service, faults] = read("id,name\nmill,Mill, Lane\n");
    ASSERT_EQ(service.faulty_sites.size(), 1U);
    EXPECT_EQ(service.faulty_sites[0].faults.items()[0].code, "too-many-cells");
}

TEST(SiteTable, ColumnsAreKnown) {
    const auto [service, faults] = read("id,nmae\nmill,Mill\n");
    EXPECT_TRUE(service.sites.empty());
    ASSERT_EQ(faults.errors(), 1U);  // what is misspelt is not missing as well
    EXPECT_EQ(faults.items()[0].code, "unknown-column");
    EXPECT_NE(faults.items()[0].hint.find("name"), std::string::npos);
}

TEST(SiteTable, HeadingsAsPeopleWriteThemAndBlankColumns) {
    const auto [service, faults] =
        read("\xEF\xBB\xBFID;Name;;Contact name;;\r\nmill;Mill;;Jo Bell;;\r\nelm;Elm;;;;note\r\n");
    EXPECT_TRUE(faults.empty());
    ASSERT_EQ(service.sites.size(), 1U);
    EXPECT_EQ(service.sites[0].contact->name.text, "Jo Bell");
    ASSERT_EQ(service.faulty_sites.size(), 1U);
    EXPECT_EQ(service.faulty_sites[0].faults.items()[0].message,
              "cell F3: this cell stands in a column without a name");
}

TEST(SiteTable, HeadingsAloneAreATableThatWasLost) {
    const auto [service, faults] = read("id,name\n,\n");
    ASSERT_EQ(faults.errors(), 1U);
    EXPECT_EQ(faults.items()[0].message, "the table names no site");
}

TEST(SiteTable, AnIdIsTheNameOfAFolder) {
    const auto [service, faults] =
        read("id,name\nwhole-service,A\ncon,B\nlpt1,C\n" + std::string(61, 'x') + ",D\ncom,E\nconroy,F\n");
    EXPECT_EQ(service.sites.size(), 2U);
    EXPECT_EQ(service.faulty_sites.size(), 4U);
}

TEST(SiteTable, StrandsThatTheApproachLacksMoveTheRowOut) {
    auto [service, faults] = read("id,name,strands\na,A,adults\nb,B,aduts\n");
    Approach approach;
    approach.strands.emplace_back().id.text = "adults";
    drop_faulty_sites(service, approach);
    ASSERT_EQ(service.sites.size(), 1U);
    EXPECT_EQ(service.sites[0].id.text, "a");
    ASSERT_EQ(service.faulty_sites.size(), 1U);
    EXPECT_EQ(service.faulty_sites[0].id, "b");
    EXPECT_EQ(service.faulty_sites[0].faults.items().at(0).message,
              "cell C3 (strands): there is no strand \"aduts\"");
}

}  // namespace
}  // namespace sayso::model
