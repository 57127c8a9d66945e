// What the rules of plain, accessible print must know of a document that is asked for.
#pragma once

#include "pipeline.h"

namespace sayso {

/// `lexicon` is of the document's language, if there is one.
Rules rules_for(const compose::Request& request, const check::Lexicon* lexicon);

}  // namespace sayso
