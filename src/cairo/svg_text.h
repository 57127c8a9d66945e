// Text of an SVG: real <text> with its fonts inside the file, or outlines of the glyphs.
#pragma once

#include <map>
#include <set>
#include <string>

#include "cairo/outlines.h"
#include "frame/frame.h"
#include "text/fonts.h"

namespace sayso::cairo {

/// Writes text runs and remembers what the fonts will need to hold.
class SvgText {
  public:
    explicit SvgText(const text::FontLibrary& fonts) : fonts_(fonts), outlines_(fonts) {}

    /// <text> that a browser shapes anew with the same font, stretched or shrunk to the very width of the
    /// run.
    std::string text(const frame::TextRun& run);
    /// One <path> for the run.
    std::string outlined(const frame::TextRun& run);

    /// The style sheet: one @font-face and one class for each font used by `text`; empty when none was.
    std::string style_sheet() const;

  private:
    bool is_tabular(const frame::TextRun& run) const;

    const text::FontLibrary& fonts_;
    GlyphOutlines outlines_;
    std::map<FontId, std::set<char32_t>> used_;
};

}  // namespace sayso::cairo
