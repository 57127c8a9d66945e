// What is told to one reader piece by piece, as templates see it: the rows of an Easy Read, the slides of a
// talk. Stage: compose, inside it only.
#pragma once

#include <vector>

#include "compose/data.h"
#include "model/approach.h"

namespace sayso::compose {

Data words_list(const std::vector<model::Words>& items);
Data easy_read(const model::Audience& audience);
Data deck(const model::Audience& audience);

}  // namespace sayso::compose
