// What a font's file name says: "NotoSansArabic-Bold.ttf" is family NotoSansArabic, weight 700. Private to
// src/text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso::text {

struct FontName {
    std::string name;    // the file name without its ending: "NotoSansArabic-Bold"
    std::string family;  // "NotoSansArabic"; an italic is a family of its own, "NotoSansItalic"
    int weight = 400;    // 100 to 900, as in CSS Fonts 4
};

/// nullopt when the file is no .ttf, .otf or .ttc. A style that is not known counts as part of the family's
/// name.
std::optional<FontName> parse_font_name(std::string_view file_name);

/// True when the names differ in case, spaces and hyphens alone.
bool same_family(std::string_view a, std::string_view b);

}  // namespace sayso::text
