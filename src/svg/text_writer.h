// Text of an SVG: real <text>, or outlines of the glyphs. Stage: emit, inside src/svg only.
#pragma once

#include <string>

#include "frame/frame.h"
#include "text/fonts.h"
#include "text/outlines.h"

namespace sayso::svg {

class TextWriter {
  public:
    explicit TextWriter(const text::FontLibrary& fonts) : fonts_(fonts), outlines_(fonts) {}

    /// <text> that a browser shapes anew with the same font, stretched or shrunk to the very width of the
    /// run. Its class is the one that UsedFonts::style_sheet has rules for.
    std::string text(const frame::TextRun& run) const;
    /// One <path> for the run.
    std::string outlined(const frame::TextRun& run);

  private:
    bool is_tabular(const frame::TextRun& run) const;

    const text::FontLibrary& fonts_;
    text::GlyphOutlines outlines_;
};

}  // namespace sayso::svg
