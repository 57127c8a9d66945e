// The data that templates see, made from the model for one reader. docs/templates.md lists it.
#pragma once

#include "compose/cache.h"
#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

/// `is_draft`: the language's words are not whole, and the document says so.
Data context(const Request& request, bool is_draft, Cache& cache);

}  // namespace sayso::compose
