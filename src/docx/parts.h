// The parts of a Word file, each written from the text that it belongs to. Private to src/docx.
#pragma once

#include <string>
#include <vector>

#include "docx/text.h"

namespace sayso::docx {

/// Where the document's part leads: relationship ids by picture and by web address, in order of the text.
struct Ways {
    std::vector<std::string> pictures;
    std::vector<std::pair<std::string, std::string>> addresses;  // address, id
    std::string footer;                                          // empty: none
    const std::string& of(const std::string& address) const;
};

std::string document_part(const Text& text, const Ways& ways);
std::string footnotes_part(const Text& text);
std::string footer_part(const Text& text);
std::string styles_part(const Text& text);
std::string numbering_part(const Text& text);
std::string settings_part(const Text& text);
std::string font_table_part(const Text& text);

inline constexpr std::string_view word_xmlns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

}  // namespace sayso::docx
