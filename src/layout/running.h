// Headers and footers that need more room than their boxes give. Inside src/layout only.
#pragma once

#include <vector>

#include "doc/document.h"
#include "doc/pages.h"
#include "text/paragraph.h"

namespace sayso::layout {

/// The masters with the boxes of running matter as tall as it is, where they may grow: region "main" gives
/// way.
std::vector<doc::PageMaster> with_room_for_running(std::vector<doc::PageMaster> masters,
                                                   const doc::Document& document, text::Shaper& shaper);

}  // namespace sayso::layout
