// The semantic tree as HTML elements. Stage: emit, inside src/html only.
#pragma once

#include <optional>
#include <string>

#include "doc/document.h"
#include "html/style_rules.h"
#include "svg/svg.h"

namespace sayso::html {

/// The children of the document's root; those before the first page break stand on `cover`. Classes are added
/// to `styles`; figures draw their words with `fonts`. `headings_named`: something outside leads to them.
std::string body(const doc::Document& document, const svg::UsedFonts& fonts, std::optional<Color> cover,
                 StyleRules& styles, bool headings_named = false);
/// What links within the document lead to: the id of a node's element.
std::string element_id(NodeId id);
/// The words that stand at the foot of every page (a mark on sample data, who it is from), without page
/// numbers.
std::string foot(const doc::Document& document, NodeId footer, StyleRules& styles);

}  // namespace sayso::html
