#include "load/csv.h"

#include <gtest/gtest.h>

namespace sayso::load {
namespace {

std::optional<Table> parse(const std::string& text) {
    Diagnostics faults;
    auto table = parse_csv(1, text, faults);
    EXPECT_EQ(table.has_value(), !faults.has_errors());
    return table;
}

std::string fault_of(const std::string& text) {
    Diagnostics faults;
    parse_csv(1, text, faults);
    return faults.empty() ? "" : faults.items().front().code;
}

std::vector<std::string> texts(const Row& row) {
    std::vector<std::string> out;
    for (const Cell& cell : row.cells) out.push_back(cell.text);
    return out;
}

using Texts = std::vector<std::string>;

TEST(Csv, CellsWithTheirPlaces) {
    const auto table = parse("id,name\nmill, Mill Lane \n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->header[1].text, "name");
    EXPECT_EQ(texts(table->rows.at(0)), (Texts{"mill", "Mill Lane"}));
    EXPECT_EQ(table->rows[0].number, 2U);
    EXPECT_EQ(table->rows[0].cells[0].span, (Span{1, 2, 1, 4}));
    EXPECT_EQ(table->rows[0].cells[1].span, (Span{1, 2, 7, 9}));
}

TEST(Csv, QuotesHoldSeparatorsQuotesAndLineEnds) {
    const auto table = parse("id,name\na,\"Mill, \"\"the\"\" Lane\"\nb,\"two\nlines\"\nc,d\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows[0].cells[1].text, "Mill, \"the\" Lane");
    EXPECT_EQ(table->rows[1].cells[1].text, "two lines");
    EXPECT_EQ(table->rows[2].cells[0].span.line, 5U);
}

TEST(Csv, WhatSpreadsheetsAdd) {
    for (const char* text : {"\xEF\xBB\xBFid;name\r\na;b\r\n", "id\tname\na\tb", "\nid,name\n\n,\na,b\n\n"}) {
        const auto table = parse(text);
        ASSERT_TRUE(table) << text;
        EXPECT_EQ(table->header[0].text, "id") << text;
        ASSERT_EQ(table->rows.size(), 1U) << text;
        EXPECT_EQ(texts(table->rows[0]), (Texts{"a", "b"})) << text;
    }
    EXPECT_EQ(parse("\nid,name\n\n,\na,b\n")->rows[0].number, 5U);
}

TEST(Csv, Faults) {
    EXPECT_EQ(fault_of(""), "empty-table");
    EXPECT_EQ(fault_of("\n \n"), "empty-table");
    EXPECT_EQ(fault_of("id\n\"open\n"), "unclosed-quote");
    EXPECT_EQ(fault_of("id\n\"a\" b\n"), "text-after-quote");
    EXPECT_EQ(fault_of("id\na\xFF\n"), "not-utf8");
}

TEST(Csv, AnUnclosedQuoteIsToldWhereItBegins) {
    Diagnostics faults;
    parse_csv(1, "id,name\na,\"x\nb,c\n", faults);
    ASSERT_EQ(faults.errors(), 1U);
    EXPECT_EQ(faults.items()[0].span.line, 2U);
    EXPECT_EQ(faults.items()[0].span.column, 3U);
}

TEST(Csv, APlaceBehindAByteOrderMarkIsShownAsPeopleCount) {
    const std::string text = "\xEF\xBB\xBFid,nmae\n";
    SourceMap sources;
    const auto source = sources.add("sites.csv", text);
    Diagnostics faults;
    const auto table = parse_csv(source, text, faults);
    const Diagnostic fault{Severity::error, "x", table->header[1].span, "odd", "", {}};
    EXPECT_EQ(render_text(fault, sources, false),
              "sites.csv:1:4: error: odd\n  1 | \xEF\xBB\xBFid,nmae\n    |    ^~~~\n");
}

TEST(Csv, CellNamesAreThoseOfSpreadsheets) {
    EXPECT_EQ(cell_name(0, 1), "A1");
    EXPECT_EQ(cell_name(25, 7), "Z7");
    EXPECT_EQ(cell_name(26, 7), "AA7");
    EXPECT_EQ(cell_name(701, 2), "ZZ2");
}

}  // namespace
}  // namespace sayso::load
