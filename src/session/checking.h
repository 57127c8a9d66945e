// The rules of plain, accessible print on one made document.
#pragma once

#include "compose/compose.h"
#include "layout/layout.h"
#include "model/word_list.h"
#include "session/library.h"

namespace sayso {

/// `words` is the language's word list, if there is one.
void check_made(const compose::Request& request, const Job& job, const compose::Composed& composed,
                const layout::Placed& placed, const model::WordList* words, const text::FontLibrary& fonts,
                Diagnostics& diagnostics);

}  // namespace sayso
