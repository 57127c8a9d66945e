// From styled text to placed lines: bidi, fallback, shaping, and whole-paragraph line breaking without hyphenation.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/ids.h"
#include "base/length.h"
#include "diag/diagnostic.h"
#include "frame/frame.h"
#include "text/fonts.h"

namespace sayso::text {

/// A stretch of text of one look. `owner` and `link` are handed through to the placed runs.
struct Span {
    std::string_view text;     // UTF-8; '\n' is a wanted line break
    std::string_view family;   // first choice; fallbacks follow by coverage
    int weight = 400;
    Length size;
    Color color;
    std::string_view lang;     // BCP 47
    NodeId owner;
    bool tabular = false;
    sayso::Span source;        // place in the YAML, for "no font has this character"
};

struct ParagraphOptions {
    Length width;
    Length leading;
    bool rtl = false;            // base direction
    enum class Align : std::uint8_t { start, end, centre } align = Align::start;
    bool balance = false;        // lines of nearly equal length (headings, short cards)
    bool greedy = false;         // first fit; else optimal over the whole paragraph
};

/// One line: runs in visual order, x relative to the paragraph's left edge, y = 0 at the baseline.
struct Line {
    std::vector<std::pair<NodeId, frame::TextRun>> runs;
    Length width;                // of the ink, without trailing space
    Length ascent, descent;      // of the largest run; for placing the first line
    bool ends_paragraph = false; // last line, or before a wanted break
};

struct Paragraph {
    std::vector<Line> lines;
    Length leading;
    Length widest;               // of the lines
    bool overfull = false;       // one word is wider than the width
    Length height() const { return leading * static_cast<double>(lines.size()); }
};

/// Keeps what is costly between paragraphs and documents: shaped words and break positions. One a thread.
class Shaper {
  public:
    explicit Shaper(const FontLibrary& fonts);
    ~Shaper();
    Shaper(Shaper&&) noexcept;

    /// Breaks `spans` into lines. Characters that no font has are reported (once each) and drawn as nothing.
    Paragraph lay_out(const std::vector<Span>& spans, const ParagraphOptions& options, Diagnostics& diagnostics);
    /// Width of the text on one line, and of its longest unbreakable piece.
    Length measure(const Span& span);
    Length longest_word(const std::vector<Span>& spans);

    const FontLibrary& fonts() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sayso::text
