// Paragraphs and what they inherit, as DrawingML text. Stage: emit, inside src/pptx only. ECMA-376-1, 21.1.2.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ooxml/xml.h"
#include "pptx/parts.h"

namespace sayso::pptx {

/// "lvl1pPr" and so on: what the levels of a placeholder look like.
void put_levels(ooxml::Xml& xml, const Deck& deck, const std::vector<Level>& levels);
/// Paragraphs that inherit everything from their placeholder's levels.
void put_paragraphs(ooxml::Xml& xml, const Deck& deck, const std::vector<Paragraph>& paragraphs,
                    const Ways& ways);
/// One plain line, in its own look where there is no placeholder to inherit from.
void put_line(ooxml::Xml& xml, const Deck& deck, std::string_view words, const Level& level);

}  // namespace sayso::pptx
