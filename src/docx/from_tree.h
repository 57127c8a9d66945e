// From the semantic tree to a Word text. What Word has no place for is told in order: columns and cards one
// after another, decoration not at all.
#pragma once

#include "doc/document.h"
#include "doc/pages.h"
#include "docx/text.h"

namespace sayso::docx {

Text text_from(const doc::Document& document, const doc::PageSpec& pages);

/// "Hello [Name], it is [day or week]." in pieces: words, and what is to be filled in between square
/// brackets.
std::vector<Inline> with_blanks(const Words& words);

}  // namespace sayso::docx
