// Ways around the document: bookmarks from headings, destinations, page labels.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "doc/document.h"
#include "pdf/objects/sink.h"
#include "pdf/structure/landmarks.h"

namespace sayso::pdf {

/// "[page /XYZ left top zoom]": the top of a place, a little above it, at the reader's own zoom.
void append_destination(std::string& out, const Place& place, const std::vector<Ref>& pages,
                        const std::vector<Length>& page_heights);

/// Writes the bookmarks, one for each heading that is on a page, nested by level. None when there is no
/// heading.
std::optional<Ref> write_outline(Sink& sink, const doc::Document& document, const Landmarks& landmarks,
                                 const std::vector<Ref>& pages, const std::vector<Length>& page_heights);

/// The number tree of page labels: neighbouring labels that count on are one range.
std::string page_labels(const std::vector<std::string>& labels);

}  // namespace sayso::pdf
