// Pages for a printing house: each on a larger sheet, with crop marks around it, and what touches its edge
// running on beyond it, so that a cut that is a hair off shows no white. Stage: between layout and the PDF.
#pragma once

#include <vector>

#include "frame/frame.h"

namespace sayso::layout {

/// How far colours run beyond the cut.
inline constexpr Length print_bleed = mm(3);
/// Around the paper as cut: the bleed, and the marks beyond it.
inline constexpr Length print_margin = mm(10);

/// Fills with straight sides run on; pictures and words that touch an edge end there.
std::vector<frame::Frame> with_bleed(const std::vector<frame::Frame>& pages);

}  // namespace sayso::layout
