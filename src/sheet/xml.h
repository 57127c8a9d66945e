// pugixml as SpreadsheetML needs it: names without their namespace's prefix, which each program chooses.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace sayso::sheet {

inline std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}
inline pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& each : node.children())
        if (local_name(each.name()) == name) return each;
    return {};
}
inline std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& each : node.attributes())
        if (local_name(each.name()) == name) return each.value();
    return {};
}
inline bool is_true(std::string_view text) {
    return text == "1" || text == "true";
}

/// A rich text's words: those of its runs, without the phonetic ones.
std::string rich_text(const pugi::xml_node& node);

/// The row (from 1) and column (from 0) of "C7"; nothing for anything else, or beyond what a sheet can have.
struct CellPlace {
    std::size_t row = 0, column = 0;
};
std::optional<CellPlace> place_of(std::string_view name);

}  // namespace sayso::sheet
