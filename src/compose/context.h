// The data that templates see, made from the model for one reader. docs/templates.md lists it.
#pragma once

#include <cstdint>

#include "compose/cache.h"
#include "compose/data.h"
#include "compose/request.h"
#include "compose/scope.h"

namespace sayso::compose {

/// What a document has to say of itself on every page.
enum class Standing : std::uint8_t {
    finished,
    unwritten,  // texts of it are still to be written
    draft       // the language's words are not whole, or nobody has checked them
};

Data context(const Request& request, Standing standing, Cache& cache);
/// The paths that hold one of a few words, with those words: what a condition compares them with is one of
/// them.
Choices choices(const Request& request);

}  // namespace sayso::compose
