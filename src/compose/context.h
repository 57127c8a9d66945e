// The data that templates see, made from the model for one reader. docs/templates.md lists it.
#pragma once

#include "compose/cache.h"
#include "compose/data.h"
#include "compose/request.h"
#include "compose/scope.h"

namespace sayso::compose {

Data context(const Request& request, Cache& cache);
/// The paths that hold one of a few words, with those words: what a condition compares them with is one of
/// them.
Choices choices(const Request& request);

}  // namespace sayso::compose
