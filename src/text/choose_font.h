// Which face draws which part of a text: the wanted family, else fallbacks by coverage. Private to src/text.
#pragma once

#include <cstdint>
#include <vector>

#include "text/clean_text.h"
#include "text/library.h"
#include "text/paragraph.h"

namespace sayso::text {

/// A stretch of one span, one face and one script.
struct FontRun {
    std::uint32_t end = 0;  // byte offset; the run begins where the one before ends
    std::uint32_t span = 0;
    FontId font;
    hb_script_t script = HB_SCRIPT_COMMON;
};

struct FontRuns {
    std::vector<FontRun> runs;   // over the whole text
    std::vector<FontId> faults;  // faces that were asked and are not usable, each once
};

/// The order asked: the span's family; NotoSans + the script's name ("NotoSansArabic"); NotoSans; for
/// symbols, families named NotoSansSymbols…; then every family by name. Only faces that are asked are read.
/// Where none has the character the first choice stands, and shaping reports it. Spaces, punctuation and
/// figures go with the letters on both sides of them, so that a fallback sentence is of one piece.
FontRuns font_runs(const FontLibrary::Impl& library, const CleanText& text, const std::vector<Span>& spans);

/// Draws nothing by itself: joiners, variation selectors, direction marks. Unicode,
/// Default_Ignorable_Code_Point.
bool is_invisible(char32_t character);

}  // namespace sayso::text
