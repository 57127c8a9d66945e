// A paragraph taken to pieces: everything about it that depends neither on sizes nor on the column. Private
// to src/text.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/bidi.h"
#include "text/boundaries.h"
#include "text/choose_font.h"
#include "text/clean_text.h"
#include "text/word_cache.h"

namespace sayso::text {

/// A shaped stretch of one span, face, script and direction, all ink or all white space.
struct Piece {
    std::uint32_t begin = 0, end = 0;  // bytes of Analysis::text
    std::uint32_t span = 0;
    FontId font;
    hb_script_t script = HB_SCRIPT_COMMON;
    BidiLevel level = 0;
    BidiLevel gap = no_gap;  // before it, see LevelRun
    std::shared_ptr<const ShapedWord> word;
};

/// What stands between two places where a line may end: pieces [first, ink_end) and, as white space,
/// [ink_end, end).
struct Unit {
    std::uint32_t first = 0, ink_end = 0, end = 0;
    bool forced = false;  // ends in '\n'
};

struct MissingCharacter {
    char32_t character = 0;
    std::uint32_t span = 0;  // where it stands first
};

struct Analysis {
    std::string text;
    std::vector<Piece> pieces;              // in the order of the text
    std::vector<Unit> units;                // each has at least one piece
    std::vector<MissingCharacter> missing;  // each character once, in the order of the text
    std::vector<FontId> faults;             // faces that were asked and are not usable
    bool cut = false;                       // longer than limits::paragraph_bytes
    std::optional<std::size_t> piled;       // the span with more marks than limits::marks_on_a_letter
};

/// Takes paragraphs to pieces and remembers them: the next document of a batch holds mostly the same ones.
/// One a thread.
class Analyser {
  public:
    explicit Analyser(const FontLibrary::Impl& library);

    /// Valid until the next call.
    const Analysis& analyse(const std::vector<Span>& spans, bool rtl);
    /// What the last paragraph was known by: its texts with their families, weights and languages, and its
    /// direction.
    const std::string& last_key() const { return key_; }
    /// The same paragraph with every unit wider than `width` (in points, at the spans' sizes) cut between
    /// characters.
    Analysis cut_wide_units(const Analysis& analysis, const std::vector<Span>& spans, double width);

  private:
    Analysis take_apart(const std::vector<Span>& spans, bool rtl);
    void write_key(const std::vector<Span>& spans, bool rtl);

    const FontLibrary::Impl& library_;
    WordCache words_;
    Boundaries boundaries_;
    std::unordered_map<std::string, std::unique_ptr<const Analysis>> paragraphs_;  // never iterated
    std::string key_;  // reused: a hit allocates nothing
    std::size_t bytes_ = 0;
};

/// Width of a piece at its span's size, in points.
double width_of(const Piece& piece, const std::vector<Span>& spans);

}  // namespace sayso::text
