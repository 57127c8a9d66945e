// The data that templates see, made from the model for one reader. docs/templates.md lists it.
#pragma once

#include <cstdint>

#include "compose/cache.h"
#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

/// What a document has to say of itself on every page.
enum class Standing : std::uint8_t {
    finished,
    unwritten,  // texts of it are still to be written
    draft       // the language's words are not whole
};

Data context(const Request& request, Standing standing, Cache& cache);

}  // namespace sayso::compose
