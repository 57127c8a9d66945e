// The workbook inside a chart: what "Edit data" opens.
#include <charconv>

#include <fmt/format.h>

#include "ooxml/package.h"
#include "ooxml/xml.h"
#include "pptx/chart.h"

namespace sayso::pptx {
namespace {

using ooxml::Xml;

constexpr std::string_view sheet_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view related_as =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

void put_text(Xml& xml, const std::string& cell, std::string_view text) {
    const auto c = xml.element("c", {{"r", cell}, {"t", "inlineStr"}});
    const auto is = xml.element("is");
    xml.words("t", text);
}

void put_number(Xml& xml, const std::string& cell, double value) {
    const auto c = xml.element("c", {{"r", cell}});
    xml.words("v", chart_number(value));
}

std::string sheet_part(const chart::Plot& plot) {
    Xml xml;
    {
        const auto root = xml.element("worksheet", {{"xmlns", sheet_space}});
        const auto data = xml.element("sheetData");
        for (std::size_t row = 0; row <= plot.places.size(); ++row) {
            const auto line = xml.element("row", {{"r", std::to_string(row + 1)}});
            put_text(xml, fmt::format("A{}", row + 1), row == 0 ? plot.corner : plot.places[row - 1]);
            for (std::size_t i = 0; i < plot.series.size(); ++i) {
                const std::string cell = fmt::format("{}{}", column_name(i + 1), row + 1);
                if (row == 0)
                    put_text(xml, cell, plot.series[i].name);
                else if (const auto& value = plot.series[i].values[row - 1])
                    put_number(xml, cell, *value);
            }
        }
    }
    return xml.take();
}

std::string workbook_part(const std::string& sheet) {
    Xml xml;
    {
        const auto root =
            xml.element("workbook", {{"xmlns", sheet_space}, {"xmlns:r", ooxml::xmlns::relationships}});
        const auto sheets = xml.element("sheets");
        xml.leaf("sheet", {{"name", "Sheet1"}, {"sheetId", "1"}, {"r:id", sheet}});
    }
    return xml.take();
}

// One of each is the least that Excel opens. ECMA-376-1, 18.8.39.
constexpr std::string_view styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" "
    "xfId=\"0\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    "</styleSheet>";

}  // namespace

std::string column_name(std::size_t column) {
    std::string out;
    for (++column; column > 0; column = (column - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

std::string chart_number(double value) {
    char buffer[32];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, result.ptr};
}

std::string chart_workbook(const chart::Plot& plot, ooxml::Zipper& zipper) {
    const auto type = [](std::string_view kind) {
        return fmt::format("application/vnd.openxmlformats-officedocument.spreadsheetml.{}+xml", kind);
    };
    const std::string book = "xl/workbook.xml", sheet = "xl/worksheets/sheet1.xml";
    ooxml::Package package;
    const std::string way = package.relate(book, fmt::format("{}worksheet", related_as), sheet);
    package.relate(book, fmt::format("{}styles", related_as), "xl/styles.xml");
    package.add(book, type("sheet.main"), workbook_part(way));
    package.add(sheet, type("worksheet"), sheet_part(plot));
    Xml style;
    style.fragment(styles);
    package.add("xl/styles.xml", type("styles"), style.take());
    package.relate("", ooxml::relationship::office_document, book);
    return package.zip(zipper);
}

}  // namespace sayso::pptx
