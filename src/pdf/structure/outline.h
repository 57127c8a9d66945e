// Ways around the document: bookmarks from headings, destinations, page labels.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "doc/document.h"
#include "pdf/objects/sink.h"
#include "pdf/structure/landmarks.h"
#include "pdf/structure/structure_tree.h"

namespace sayso::pdf {

/// How links and bookmarks lead to a part of the document.
struct Ways {
    const Landmarks& landmarks;
    const StructureTree& structure;  // settled
    const StructureRefs& refs;
    bool to_elements;  // as the standard has it
};

/// The entries that lead to the top of a place, a little above it, at the reader's own zoom: a destination
/// "[page /XYZ left top zoom]"; or, where ways lead to elements, an action with one of each, since readers
/// that do not know the second go by the first (ISO 32000-2, 12.3.2.3 and 12.6.4.2).
void append_way(std::string& out, NodeId node, const Place& place, const Ways& ways);

/// Writes the bookmarks, one for each heading that is on a page, nested by level. None when there is no
/// heading.
std::optional<Ref> write_outline(Sink& sink, const doc::Document& document, const Ways& ways);

/// The number tree of page labels: neighbouring labels that count on are one range.
std::string page_labels(const std::vector<std::string>& labels);

}  // namespace sayso::pdf
