// A new approach, whole but for its words: every text that the shipped kinds of document need stands there
// with what it is for, begins with "To write:", and is told of until somebody writes it. Made from the same
// tables that check the files, so that the two cannot drift apart.
#pragma once

#include <string>
#include <vector>

#include "load/value.h"
#include "model/loader.h"

namespace sayso::model {

struct NewFile {
    std::string path;  // in the project
    std::string text;
};

/// sayso.yaml, the approach, and an audience for each of its stakeholders. `bones` are
/// templates/new-approach.yaml; `texts` are what templates want by name.
std::vector<NewFile> new_approach(const std::string& id, const load::Value& bones,
                                  const std::vector<WantedText>& texts);

}  // namespace sayso::model
