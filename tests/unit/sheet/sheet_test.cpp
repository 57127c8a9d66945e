#include "sheet/sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "env/limits.h"
#include "sheet/workbook.h"
#include "workbook_parts.h"

namespace sayso::sheet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

struct Read {
    std::vector<Sheet> sheets;
    SourceMap sources;
    Diagnostics faults;
    std::vector<std::vector<std::string>> texts() const {
        std::vector<std::vector<std::string>> out;
        for (const Sheet& sheet : sheets) {
            for (const load::Row& row : sheet.rows) {
                out.emplace_back();
                for (const load::Cell& cell : row.cells) out.back().push_back(cell.text);
            }
        }
        return out;
    }
    std::vector<std::string> codes() const {
        std::vector<std::string> out;
        for (const Diagnostic& one : faults.items()) out.push_back(one.code);
        return out;
    }
};

Read read(std::string_view bytes, const std::string& path = "evidence/values.csv") {
    Read out;
    if (auto sheets = read_sheets(path, bytes, out.sources, out.faults)) out.sheets = std::move(*sheets);
    return out;
}
Read read_cells(const std::string& rows, const std::string& rest = "", const std::string& properties = "") {
    return read(workbook_of("<sheetData>" + rows + "</sheetData>" + rest, properties), "values.xlsx");
}

std::string utf16(std::u16string_view text, bool little) {
    std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        out += little ? low : high;
        out += little ? high : low;
    }
    return out;
}

TEST(CsvSheet, IsReadInWhateverEncodingItWasSaved) {
    const std::vector<std::vector<std::string>> wanted = {{"site", "£"},
                                                          {"Caf\xC3\xA9 \xF0\x9F\x99\x82", "1"}};
    EXPECT_EQ(read("\xEF\xBB\xBFsite;£\r\n\"Café 🙂\";1\r\n").texts(), wanted);
    EXPECT_EQ(read(utf16(u"site\t£\r\nCafé 🙂\t1\r\n", true)).texts(), wanted);
    EXPECT_EQ(read(utf16(u"site\t£\nCafé 🙂\t1", false)).texts(), wanted);
    EXPECT_EQ(read("site,\xA3\nCaf\xE9 \x80,1\n").texts(),
              (std::vector<std::vector<std::string>>{{"site", "£"}, {"Café €", "1"}}));
}

TEST(CsvSheet, ManyBlankRowsAreQuick) {
    std::string text = "site,value\n";
    for (int i = 0; i < 1'000'000; ++i) text += ",\n";
    EXPECT_THAT(read(text).texts(), SizeIs(1));
}

TEST(XlsxSheet, CellsMeanWhatTheyShow) {
    const Read got = read_cells(
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>"
        "<c r=\"D2\" t=\"inlineStr\"><is><t> inline </t></is></c></row>"
        "<row><c><v>48</v></c><c s=\"2\"><v>0.40000000000000002</v></c><c s=\"1\"><v>45382</v></c>"
        "<c s=\"3\"><v>60</v></c><c t=\"b\"><v>1</v></c><c s=\"4\"><v>7.5</v></c>"
        "<c><f>SUM(A1:A2)</f><v>12</v></c><c t=\"str\"><f>\"\"</f><v></v></c><c "
        "t=\"d\"><v>2024-03-31T00:00:00</v></c></row>");
    EXPECT_TRUE(got.faults.empty());
    EXPECT_THAT(got.texts(), ElementsAre(ElementsAre("site", "Mill Lane", "", "inline"),
                                         ElementsAre("48", "40%", "2024-03-31", "1900-02-28", "yes", "7.5",
                                                     "12", "", "2024-03-31")));
    ASSERT_THAT(got.sheets, SizeIs(1));
    EXPECT_EQ(got.sheets[0].rows[1].number, 3U);
    EXPECT_EQ(got.sheets[0].rows[0].cells[3].span, (Span{got.sheets[0].source, 2, 4, 1}));
}

TEST(XlsxSheet, DaysMayBeCountedFrom1904) {
    const Read got = read_cells("<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>43920</v></c></row>", "",
                                "<workbookPr date1904=\"1\"/>");
    EXPECT_THAT(got.texts(), ElementsAre(ElementsAre("1904-01-01", "2024-03-31")));
}

TEST(XlsxSheet, AMergedHeadingStandsOverEachOfItsCellsAMergedNumberOnce) {
    const Read got = read_cells(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" "
        "t=\"inlineStr\"><is><t>2024</t></is></c></row>"
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>5</v></c></row>"
        "<row r=\"3\"><c r=\"B3\"><v>6</v></c></row>",
        "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:A9\"/><mergeCell "
        "ref=\"B2:C2\"/></mergeCells>");
    EXPECT_THAT(got.texts(), ElementsAre(ElementsAre("site", "site", "2024"), ElementsAre("Mill Lane", "5"),
                                         ElementsAre("Mill Lane", "6")));
}

TEST(XlsxSheet, EveryFaultyCellIsNamedInOneRun) {
    const Read got = read_cells(
        "<row r=\"2\"><c r=\"B2\"><f>A1*2</f></c><c r=\"C2\" t=\"e\"><v>#REF!</v></c><c r=\"D2\" "
        "t=\"s\"><v>9</v></c></row>"
        "<row r=\"5\" hidden=\"1\"><c r=\"A5\"><v>1</v></c></row>");
    EXPECT_THAT(got.codes(),
                ElementsAre("formula-without-result", "cell-error", "damaged-workbook", "hidden-rows"));
    EXPECT_THAT(render_text(got.faults.items()[0], got.sources, false),
                HasSubstr("values.xlsx:Values!B2: error: this cell holds a formula without its result\n"));
    EXPECT_THAT(render_json(got.faults.items()[0], got.sources), HasSubstr(R"("cell":"B2")"));
}

TEST(XlsxSheet, OtherFilesAreRefusedInOneSentence) {
    const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    std::string encrypted = compound;
    for (const char c : std::string("EncryptedPackage")) encrypted += c, encrypted += '\0';
    EXPECT_THAT(read(compound).codes(), ElementsAre("old-workbook"));
    EXPECT_THAT(read(encrypted).codes(), ElementsAre("encrypted-workbook"));
    EXPECT_THAT(read("PK\x03\x04 and no more").codes(), ElementsAre("damaged-workbook"));
    EXPECT_THAT(read(zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})).codes(),
                ElementsAre("not-a-workbook"));
    EXPECT_THAT(read(zipped({{"_rels/.rels", "<Relationships/>"}}, "secret")).codes(),
                ElementsAre("encrypted-workbook"));
    EXPECT_THAT(read(workbook_of("<sheetData><row><c")).codes(), ElementsAre("damaged-workbook"));
}

TEST(XlsxSheet, ABombIsRefused) {
    const std::string bomb(limits::sheet_part_bytes + 1, ' ');
    EXPECT_THAT(read(workbook_of("<sheetData/>", "", bomb)).codes(), ElementsAre("workbook-too-large"));
}

TEST(XlsxSheet, TooManyCellsAndColumnsAreRefused) {
    EXPECT_THAT(read_cells("<row><c r=\"XFD1\"><v>1</v></c></row>").codes(), ElementsAre("too-many-columns"));
    std::string rows;
    for (std::size_t i = 0; i <= limits::sheet_cells / 900; ++i)
        rows += "<row><c r=\"AHP" + std::to_string(i + 1) + "\"><v>1</v></c></row>";
    EXPECT_THAT(read_cells(rows).codes(), ElementsAre("too-many-cells"));
}

TEST(XlsxSheet, AMillionBlankRowsAreQuick) {
    std::string rows = "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>";
    for (int i = 2; i <= 1'000'000; ++i) {
        const std::string number = std::to_string(i);
        rows += "<row r=\"" + number + "\" spans=\"1:3\"><c r=\"A" + number + "\" s=\"1\"/></row>";
    }
    const std::string bytes = workbook_of("<sheetData>" + rows + "</sheetData>");
    EXPECT_THAT(read(bytes).texts(), ElementsAre(ElementsAre("7")));
}

TEST(Workbook, IsReadBackAsItWasWritten) {
    const std::vector<FormSheet> sheets = {{"Read me", {}, {{"What this is"}}},
                                           {"Values",
                                            {{"site", "An id.", {"mill", "orchard"}}, {"value"}},
                                            {{"mill", "12.5"}, {"orchard", ""}}}};
    const auto bytes = write_workbook(sheets, "Evidence", 1'700'000'000);
    ASSERT_TRUE(std::holds_alternative<std::string>(bytes));
    const std::string& first = std::get<std::string>(bytes);
    EXPECT_TRUE(first == std::get<std::string>(write_workbook(sheets, "Evidence", 1'700'000'000)));
    const Read got = read(first, "values.xlsx");
    EXPECT_TRUE(got.faults.empty());
    ASSERT_THAT(got.sheets, SizeIs(2));
    EXPECT_EQ(got.sheets[1].name, "Values");
    EXPECT_THAT(got.texts(), ElementsAre(ElementsAre("What this is"), ElementsAre("site", "value"),
                                         ElementsAre("mill", "12.5"), ElementsAre("orchard")));
}

}  // namespace
}  // namespace sayso::sheet
