// Workbooks made by hand, part by part, for the reader's tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sayso::sheet {

using Part = std::pair<std::string, std::string>;  // name and bytes

std::string zipped(const std::vector<Part>& parts, const char* password = nullptr);

/// A workbook of one sheet "Values" with the given XML inside <worksheet>, shared strings and formats of
/// cells: style 1 is a day, style 2 a percentage, style 3 "dd/mm/yyyy", style 4 "[Red]0.0\d".
std::string workbook_of(
    const std::string& worksheet, const std::string& properties = "",
    const std::string& strings = "<si><t>site</t></si><si><r><t>Mill </t></r><r><t>Lane</t></r></si>");

}  // namespace sayso::sheet
