// Words for formats that are laid out by whoever opens them. Stage: emit. In: a leaf of the tree; out: its
// words, with the marks of UAX #9 where it is a value among words that run from the right.
#pragma once

#include <string>

#include "doc/document.h"

namespace sayso::doc {

/// The leaf's words; in a document that runs from the right, a value keeps its own order between isolates
/// (UAX #9, 2.4). Elsewhere the marks would only be in the way of whoever copies.
inline std::string with_isolates(const Text& text, bool rtl) {
    constexpr const char *left_to_right = "\u2066", *first_strong = "\u2068", *end = "\u2069";
    if (!rtl || text.isolate == Isolate::none) return text.text;
    return (text.isolate == Isolate::left_to_right ? left_to_right : first_strong) + text.text + end;
}

}  // namespace sayso::doc
