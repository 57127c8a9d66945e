// From styled text to placed lines: bidi, fallback, shaping, and whole-paragraph line breaking without
// hyphenation.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/direction.h"
#include "base/ids.h"
#include "base/length.h"
#include "diag/diagnostic.h"
#include "frame/frame.h"
#include "text/fonts.h"

namespace sayso::text {

/// A stretch of text of one look. `owner` is handed through to the placed runs. The views need not outlive
/// the call.
struct Span {
    std::string_view text;    // UTF-8; '\n' is a wanted line break
    std::string_view family;  // first choice; fallbacks follow by coverage
    int weight = 400;
    Length size;
    Color color;
    std::string_view lang;  // BCP 47
    NodeId owner;
    bool tabular = false;
    Isolate isolate = Isolate::none;  // the whole span is one
    sayso::Span source;               // place in the YAML, for "no font has this character"
};

struct ParagraphOptions {
    Length width;
    Length leading;
    bool rtl = false;  // base direction, see runs_from_right()
    enum class Align : std::uint8_t { start, end, centre } align = Align::start;
    bool balance = false;  // lines of nearly equal length (headings, short cards)
    bool greedy = false;   // first fit; else optimal over the whole paragraph
};

/// The base direction for words whose language runs from right to left or not: as all their letters run,
/// those of isolates aside; as the language does where they run both ways or there are none.
bool runs_from_right(std::span<const Span> spans, bool rtl_language);

/// One line: runs in visual order, x relative to the paragraph's left edge, y = 0 at the baseline. The white
/// space between two lines is part of the first one's runs and hangs outside its width (at the left of a
/// right-to-left paragraph); a wanted break counts as a space there, so that words taken out of the runs in
/// order stay apart. An empty line has no runs.
struct Line {
    std::vector<std::pair<NodeId, frame::TextRun>> runs;
    Length width;                 // of the ink, without trailing space
    Length ascent, descent;       // both positive, of the largest run; for placing the first line
    bool ends_paragraph = false;  // last line, or before a wanted break
};

struct Paragraph {
    std::vector<Line> lines;
    Length leading;
    Length widest;          // of the lines
    bool overfull = false;  // one word is wider than the width; it was cut between characters
    Length height() const { return leading * static_cast<double>(lines.size()); }
};

/// A stretch that lay_out does not break, and the white space behind it, which hangs out at the end of a
/// line.
struct Stretch {
    Length ink, space;
};

/// Keeps what is costly between paragraphs and documents: shaped words, break positions and lines. One a
/// thread.
class Shaper {
  public:
    explicit Shaper(const FontLibrary& fonts);
    ~Shaper();
    Shaper(Shaper&&) noexcept;

    /// Breaks `spans` into lines. Characters that no font has are drawn as nothing and reported: once each,
    /// the first dozen by name. Control characters, soft hyphens and other invisible characters leave no
    /// trace in the runs. A last
    /// '\n' makes no empty line; no text makes no lines.
    Paragraph lay_out(const std::vector<Span>& spans, const ParagraphOptions& options,
                      Diagnostics& diagnostics);
    /// The same, remembered: where the next document holds the same paragraph at the same place of its tree.
    std::shared_ptr<const Paragraph> lay_out_shared(const std::vector<Span>& spans,
                                                    const ParagraphOptions& options,
                                                    Diagnostics& diagnostics);
    /// Width of the text on one line (of the longest, where it has wanted breaks).
    Length measure(const Span& span);
    /// Width of the longest stretch that is not to be broken: the narrowest column for the text.
    Length longest_word(const std::vector<Span>& spans);
    /// All such stretches in order, for callers that try many widths before they lay out (src/diagram).
    std::vector<Stretch> stretches(const std::vector<Span>& spans, bool rtl = false);

    const FontLibrary& fonts() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sayso::text
