// Cuts text into pieces of one span, face, script and direction, and has them shaped. Private to src/text.
#pragma once

#include <string_view>
#include <vector>

#include "text/analysis.h"

namespace sayso::text {

/// A range of bytes of the paragraph's text.
struct Bytes {
    std::uint32_t begin = 0, end = 0;
};

/// Sets Piece::word for pieces of one paragraph.
class PieceShaper {
  public:
    PieceShaper(WordCache& words, std::string_view text, const std::vector<Span>& spans);
    /// `unit` is the unbreakable stretch that the piece is part of: letters join across its pieces.
    void shape(Piece& piece, Bytes unit) const;

  private:
    std::string_view joining_before(Bytes piece, Bytes unit) const;
    std::string_view joining_after(Bytes piece, Bytes unit) const;
    std::string_view words_of(Bytes piece) const;

    WordCache& words_;
    std::string_view text_;
    const std::vector<Span>& spans_;
    std::vector<hb_language_t> languages_;  // one a span
};

/// Makes the pieces of a paragraph, to be called with ranges in the order of the text.
class PieceMaker {
  public:
    PieceMaker(const PieceShaper& shaper, const std::vector<FontRun>& fonts,
               const std::vector<LevelRun>& levels);
    /// Appends the pieces of a stretch that is all ink or all white space.
    void make(Bytes stretch, std::vector<Piece>& pieces);

  private:
    const PieceShaper& shaper_;
    const std::vector<FontRun>& fonts_;
    const std::vector<LevelRun>& levels_;
    std::size_t font_ = 0, level_ = 0;  // the runs that the last piece ended in
};

}  // namespace sayso::text
