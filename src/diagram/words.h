// The picture in words, from the model that it was drawn from.
#pragma once

#include <string>

#include "diagram/diagram.h"

namespace sayso::diagram {

/// One or two sentences: what the picture is, and whose it is when an audience is highlighted.
std::string alternative_text(const Model& model, const Options& options);

/// Every word of the model: groups with their items, stakeholders with their outcomes, the loop.
std::string description_of(const Model& model, const Options& options);

}  // namespace sayso::diagram
