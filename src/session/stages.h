// The stages of a document as pipeline.cpp calls them, each timed. Nobody else does.
#pragma once

#include "pipeline.h"

namespace sayso {

compose::Composed compose_tree(const Request& request, Worker& worker, Diagnostics& diagnostics);

/// Every word that was composed is on a page, or that is an error. Where one of the service's own texts is
/// too long to fit, that is said, and how long it may be, instead of what it led to.
/// What is there only if there is room for it is taken out of a document that does not fit otherwise.
layout::Placed place_pages(compose::Composed& composed, const std::function<bool(Span)>& is_own,
                           Worker& worker, Diagnostics& diagnostics);

/// Gives the sets of rules that the document was held against.
std::vector<std::string> check_rules(const Rules& rules, const compose::Composed& composed,
                                     const layout::Placed& placed, Worker& worker, Diagnostics& diagnostics);

std::vector<Output> emit_files(const Emit& emit, const compose::Composed& composed,
                               const layout::Placed& placed, Worker& worker, Diagnostics& diagnostics);

/// Nothing unless it is asked for.
std::string draw_thumbnail(const Emit& emit, const layout::Placed& placed, Worker& worker,
                           Diagnostics& diagnostics);

}  // namespace sayso
