#include "text/piece_maker.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace sayso::text {
namespace {

constexpr std::uint32_t most_context = 16;  // bytes; HarfBuzz looks at five characters at most

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

bool joins(char32_t c) {
    if (c < 0x600) return false;
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_JOINING_TYPE) != U_JT_NON_JOINING;
}

}  // namespace

PieceShaper::PieceShaper(WordCache& words, std::string_view text, const std::vector<Span>& spans)
    : words_(words), text_(text), spans_(spans) {
    languages_.reserve(spans.size());
    for (const Span& span : spans)
        languages_.push_back(hb_language_from_string(span.lang.data(), static_cast<int>(span.lang.size())));
}

std::string_view PieceShaper::joining_before(Bytes piece, Bytes unit) const {
    std::uint32_t begin = piece.begin - std::min(piece.begin - unit.begin, most_context);
    while (begin < piece.begin && is_continuation(text_[begin])) ++begin;
    std::size_t last = piece.begin;
    while (last > begin && is_continuation(text_[last - 1])) --last;
    if (last == begin) return {};
    --last;
    return joins(next_code_point(text_, last)) ? text_.substr(begin, piece.begin - begin)
                                               : std::string_view{};
}

std::string_view PieceShaper::joining_after(Bytes piece, Bytes unit) const {
    if (piece.end == unit.end) return {};
    std::size_t first = piece.end;
    if (!joins(next_code_point(text_, first))) return {};
    std::uint32_t end = piece.end + std::min(unit.end - piece.end, most_context);
    while (end < unit.end && is_continuation(text_[end])) --end;
    return text_.substr(piece.end, end - piece.end);
}

// A wanted line break is drawn as a space, so that the words around it stay apart when the text is taken out
// again.
std::string_view PieceShaper::words_of(Bytes piece) const {
    const std::string_view words = text_.substr(piece.begin, piece.end - piece.begin);
    if (!words.ends_with('\n')) return words;
    return words.size() == 1 ? std::string_view(" ") : words.substr(0, words.size() - 1);
}

void PieceShaper::shape(Piece& piece, Bytes unit) const {
    const Bytes bytes{piece.begin, piece.end};
    WordRequest request{piece.font,
                        piece.script,
                        languages_[piece.span],
                        piece.level % 2 == 1,
                        spans_[piece.span].tabular,
                        words_of(bytes),
                        {},
                        {}};
    request.before = joining_before(bytes, unit);
    request.after = joining_after(bytes, unit);
    piece.word = words_.shape(request);
}

PieceMaker::PieceMaker(const PieceShaper& shaper, const std::vector<FontRun>& fonts,
                       const std::vector<LevelRun>& levels)
    : shaper_(shaper), fonts_(fonts), levels_(levels) {}

void PieceMaker::make(Bytes stretch, std::vector<Piece>& pieces) {
    for (std::uint32_t at = stretch.begin; at < stretch.end;) {
        while (fonts_[font_].end <= at) ++font_;
        while (levels_[level_].end <= at) ++level_;
        const FontRun& run = fonts_[font_];
        const LevelRun& level = levels_[level_];
        Piece piece{at,         std::min({stretch.end, run.end, level.end}),
                    run.span,   run.font,
                    run.script, level.level,
                    no_gap,     {}};
        if (level_ > 0 && levels_[level_ - 1].end == at) piece.gap = level.gap;
        shaper_.shape(piece, stretch);
        at = piece.end;
        pieces.push_back(std::move(piece));
    }
}

}  // namespace sayso::text
