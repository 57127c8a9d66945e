// What stands before the items of a list. Inside src/layout only.
#pragma once

#include <map>
#include <string>

#include "base/ids.h"
#include "base/length.h"
#include "doc/document.h"

namespace sayso::layout {

struct ListLabels {
    std::map<NodeId, std::string> words;  // by item; items without a label are not in it
    Length indent;                        // of all items' text, from the widest label
};

/// "•", "1." or the item's own marker.
std::map<NodeId, std::string> label_words(const doc::Document& document, NodeId list);

}  // namespace sayso::layout
