// The words of a paragraph's spans as one sound UTF-8 text. Private to src/text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/paragraph.h"

namespace sayso::text {

struct CleanText {
    std::string text;                    // valid UTF-8
    std::vector<std::size_t> span_ends;  // offset into `text` behind the words of each span
    bool cut = false;                    // the text was longer than limits::paragraph_bytes
    std::optional<std::size_t> piled;    // the first span in which limits::marks_on_a_letter was exceeded
};

/// Every kind of line end becomes '\n' and a tab a space; ill-formed UTF-8 becomes U+FFFD. Control characters
/// and soft hyphens (U+00AD) fall out: nothing here hyphenates. What stands behind a limit falls out too.
CleanText clean_text(const std::vector<Span>& spans);

}  // namespace sayso::text
