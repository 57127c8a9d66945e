// The rules of plain, accessible print on one made document.
#pragma once

#include "check/lexicon.h"
#include "pipeline.h"
#include "session/library.h"

namespace sayso {

/// `lexicon` is of the document's language, if there is one. Gives the sets of rules that it was held
/// against.
std::vector<std::string> check_made(const compose::Request& request, const Job& job,
                                    const compose::Composed& composed, const layout::Placed& placed,
                                    const check::Lexicon* lexicon, Worker& worker, Diagnostics& diagnostics);

}  // namespace sayso
