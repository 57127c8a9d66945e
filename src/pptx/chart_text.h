// The words of a chart, by their looks: the heading above its plot, and what its labels are written in.
// Stage: emit, inside src/pptx only. ECMA-376-1, 21.2.2.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/chart.h"
#include "ooxml/xml.h"
#include "pptx/deck.h"

namespace sayso::pptx {

/// Nothing on a slide is smaller.
inline constexpr Length chart_type = pt(18);

/// <name val="value"/>, as almost everything in a chart is written.
void put_flag(ooxml::Xml& xml, std::string_view name, std::string_view value);
/// A fill of the theme's: "tx1", "accent1".
void put_slot(ooxml::Xml& xml, std::string_view slot);
/// c:txPr
void put_words_look(ooxml::Xml& xml, const chart::Chart& chart, std::string_view slot, bool bold);
/// c:rich: what is measured, and the notes. The message is the slide's own title.
void put_heading(ooxml::Xml& xml, const Deck& deck, const chart::Chart& chart,
                 const std::vector<std::string>& lines);

}  // namespace sayso::pptx
