// The XML of a presentation's parts. Stage: emit, inside src/pptx only. ECMA-376-1, 19 (PresentationML).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ooxml/xml.h"
#include "pptx/deck.h"

namespace sayso::pptx {

/// Relationship ids that a slide needs, made before its part is written.
struct Ways {
    std::vector<std::pair<std::string, std::string>> addresses;  // of links
    std::vector<std::string> pictures;  // of the slide's pictures, in order; empty: none
    std::vector<std::string> charts;    // of its charts, in order
};

std::string presentation_part(const Deck& deck, const std::string& master, const std::string& notes_master,
                              const std::vector<std::string>& slides);
/// `layouts` are the relationship ids of the layouts, in order.
std::string master_part(const Deck& deck, const std::vector<std::string>& layouts);
std::string layout_part(const Deck& deck, const Layout& layout);
std::string slide_part(const Deck& deck, const Slide& slide, const Ways& ways);
std::string notes_master_part(const Deck& deck);
std::string notes_part(const Deck& deck, const Slide& slide);
std::string presentation_properties_part();
std::string view_properties_part();
std::string table_styles_part();

/// The drawing of the model as shapes and glued connectors, in one group. Takes shape ids from `id` on.
void put_diagram(ooxml::Xml& xml, const Deck& deck, const Figure& figure, int& id);

// Shared by the parts
// ----------------------------------------------------------------------------------------------------
void put_color(ooxml::Xml& xml, const Palette& palette, Color color);
void put_fill(ooxml::Xml& xml, const Palette& palette, Color color);
void put_transform(ooxml::Xml& xml, const Rect& box);

}  // namespace sayso::pptx
