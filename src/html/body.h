// The semantic tree as HTML elements. Stage: emit, inside src/html only.
#pragma once

#include <optional>
#include <string>

#include "doc/document.h"
#include "html/style_rules.h"
#include "svg/svg.h"

namespace sayso::html {

/// The children of the document's root; those before the first page break stand on `cover`. Classes are added
/// to `styles`; figures draw their words with `fonts`.
std::string body(const doc::Document& document, const svg::UsedFonts& fonts, std::optional<Color> cover,
                 StyleRules& styles);
/// The words that stand at the foot of every page (a mark on sample data, who it is from), without page
/// numbers.
std::string foot(const doc::Document& document, NodeId footer, StyleRules& styles);

}  // namespace sayso::html
