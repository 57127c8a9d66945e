// The data that templates see, made from the model for one reader. docs/templates.md lists it.
#pragma once

#include "compose/cache.h"
#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

Data context(const Request& request, Cache& cache);

}  // namespace sayso::compose
