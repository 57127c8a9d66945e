// What keeps to itself when the words of a paragraph are put in the order they are seen in. Private to
// src/text.
#pragma once

#include <vector>

#include "text/clean_text.h"
#include "text/utf16.h"

namespace sayso::text {

/// The paragraph as the Unicode Bidirectional Algorithm is to see it: isolates (UAX #9, 2.4) stand round each
/// span that is one, round each row of spans in a language that runs the other way than `rtl` does, and round
/// each phone number that is typed among the words. Their marks take up no bytes: each maps to the byte
/// behind it.
Utf16Text with_isolates(const CleanText& text, const std::vector<Span>& spans, bool rtl);

}  // namespace sayso::text
