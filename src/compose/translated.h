// Which words of a document are still to come: texts that nobody has written, and texts that are not in the
// language that was asked for. Stage: compose, when the tree is whole.
#pragma once

#include <cstddef>
#include <string>

#include "diag/diagnostic.h"
#include "doc/document.h"

namespace sayso::compose {

/// Words of a document by the language they stand in.
struct Translated {
    std::size_t all = 0, done = 0;
    std::string other;  // the language that most of the others stand in

    /// Less than a reader of that language can be given: below 95 %.
    bool is_too_little() const { return done * 100 < all * 95; }
    bool is_mostly_other() const { return done * 2 < all; }
};

/// Warns of texts that are still to be written; true when there are some.
bool report_unwritten(const doc::Document& document, Diagnostics& diagnostics);

Translated translated(const doc::Document& document);

/// Names each text that stands in another language than the document's: a fallback is never silent.
void report_untranslated(const doc::Document& document, Diagnostics& diagnostics);

/// Refuses the document, with the first places that lack words.
void refuse_untranslated(const doc::Document& document, const Translated& words, Diagnostics& diagnostics);

}  // namespace sayso::compose
