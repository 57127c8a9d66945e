// The theme part: a document's colours and fonts by slot, so that whoever restyles it changes one place.
#pragma once

#include <string>
#include <string_view>

#include "base/palette.h"

namespace sayso::ooxml {

/// Where the theme has each colour of a palette: "dk1", "accent1" … DrawingML names; empty for white, which
/// has `lt1`, and for any colour that is none of the palette's.
struct ThemeSlot {
    std::string_view drawing;  // ECMA-376-1, 20.1.10.54: "accent1", "tx1"
    std::string_view word;     // ECMA-376-1, 17.18.97: "accent1", "text1"
};
ThemeSlot slot_of(const Palette& palette, Color color);

/// "0B4F5C".
std::string hex(Color color);

inline constexpr std::string_view theme_content_type =
    "application/vnd.openxmlformats-officedocument.theme+xml";

/// `family` as people read it: "Atkinson Hyperlegible Next".
std::string theme_part(const Palette& palette, const std::string& name, const std::string& family);

/// "AtkinsonHyperlegibleNext" -> "Atkinson Hyperlegible Next", as the font calls itself to Office.
std::string family_name(std::string_view family);
/// Ships with Office on every system, and runs about as wide: what stands in where the family is not there.
inline constexpr std::string_view fallback_family = "Verdana";

}  // namespace sayso::ooxml
