// Which way each part of a text runs, and in what order the parts of a line are seen. Private to src/text.
#pragma once

#include <cstdint>
#include <vector>

#include "text/utf16.h"

namespace sayso::text {

/// Odd levels run from right to left. UAX #9, BD2.
using BidiLevel = std::uint8_t;

/// Higher than any level: nothing stands between.
inline constexpr BidiLevel no_gap = 0xFF;

struct LevelRun {
    std::uint32_t end = 0;  // byte offset; the run begins where the one before ends
    BidiLevel level = 0;
    BidiLevel gap = no_gap;  // the lowest level of the marks without bytes that stand before it
};

/// Levels by the Unicode Bidirectional Algorithm; each '\n' ends a paragraph of it. Covers the whole text.
std::vector<LevelRun> level_runs(const Utf16Text& text, bool rtl);
/// Indices into `levels` from left to right. UAX #9, L2. `gaps` are as many, each between the one before and
/// its own: two isolates that touch are kept apart by it.
std::vector<std::int32_t> visual_order(const std::vector<BidiLevel>& levels,
                                       const std::vector<BidiLevel>& gaps);

}  // namespace sayso::text
