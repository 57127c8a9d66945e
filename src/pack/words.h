// A document's words as lines, kept beside the pack so that a later pack can say what changed.
#pragma once

#include <string>

#include "doc/document.h"

namespace sayso::pack {

/// One line a block, in reading order; pictures by their words.
std::string words_of(const doc::Document& document);

}  // namespace sayso::pack
