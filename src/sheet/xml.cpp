#include "sheet/xml.h"

#include <charconv>

namespace sayso::sheet {
namespace {

constexpr std::size_t most_rows = 1'048'576,
                      most_columns = 16'384;  // ECMA-376 part 1, 18.3.1.73 and 18.3.1.13

}  // namespace

std::string rich_text(const pugi::xml_node& node) {
    std::string out;
    for (const pugi::xml_node& each : node.children()) {
        const std::string_view name = local_name(each.name());
        if (name == "t") out += each.text().get();
        if (name == "r") out += child(each, "t").text().get();
    }
    return out;
}

std::optional<CellPlace> place_of(std::string_view name) {
    std::size_t at = 0, column = 0, row = 0;
    for (; at < name.size() && at < 3 && name[at] >= 'A' && name[at] <= 'Z'; ++at)
        column = column * 26 + static_cast<std::size_t>(name[at] - 'A') + 1;
    const auto end = std::from_chars(name.data() + at, name.data() + name.size(), row);
    const bool whole = end.ec == std::errc() && end.ptr == name.data() + name.size();
    if (!whole || column == 0 || column > most_columns || row == 0 || row > most_rows) return std::nullopt;
    return CellPlace{row, column - 1};
}

}  // namespace sayso::sheet
