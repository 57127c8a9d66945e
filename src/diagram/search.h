// The search for the best picture: detail, composition, type size.
#pragma once

#include <optional>

#include "diagram/arrange.h"

namespace sayso::diagram {

struct Found {
    Plan plan;
    Detail detail;
    Composition composition;
};

/// The best plan with type of at most `most` pt; nothing where none fits.
std::optional<Found> find_best(const Model& model, const Options& options, Measures& measures, Length most);

/// The largest type that a picture of this size is given, however little it holds.
Length largest_item(const Options& options);

}  // namespace sayso::diagram
