// Which way each part of a text runs, and in what order the parts of a line are seen. Private to src/text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utf16.h"

namespace sayso::text {

/// Odd levels run from right to left. UAX #9, BD2.
using BidiLevel = std::uint8_t;

struct LevelRun {
    std::uint32_t end = 0;  // byte offset; the run begins where the one before ends
    BidiLevel level = 0;
};

/// False when the text runs from left to right throughout, whatever ICU would say at more cost.
bool may_hold_rtl(std::string_view text);
/// Levels by the Unicode Bidirectional Algorithm; each '\n' ends a paragraph of it. Covers the whole text.
std::vector<LevelRun> level_runs(const Utf16Text& text, bool rtl);
/// Indices into `levels` from left to right. UAX #9, L2.
std::vector<std::int32_t> visual_order(const std::vector<BidiLevel>& levels);

}  // namespace sayso::text
