// The picture as headings and lists, in the order in which it is to be read: the stages, their cards, the
// loop. In: a plan and the range of the frame's items that shows each of its texts. Out: every text once.
#pragma once

#include <utility>
#include <vector>

#include "diagram/content.h"
#include "frame/told.h"

namespace sayso::diagram {

/// The items of the frame that show a text of the plan: [first, second).
using ItemRange = std::pair<std::size_t, std::size_t>;

std::vector<frame::Told> telling(const Plan& plan, const Content& content, const Measures& measures,
                                 const std::vector<ItemRange>& items);

}  // namespace sayso::diagram
