#include "text/analysis.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <utility>

#include <unicode/uchar.h>

#include "base/direction.h"
#include "base/utf8.h"
#include "text/addresses.h"
#include "text/cut_words.h"
#include "text/isolates.h"
#include "text/phone_numbers.h"
#include "text/piece_maker.h"

namespace sayso::text {
namespace {

// Emptied above this. A byte of text takes some 25 bytes of pieces, so 13 MB or so for each thread of a
// batch.
constexpr std::size_t most_bytes_of_text = 512u << 10;
constexpr std::size_t entry_cost = 100;  // counted for each paragraph, however short

void append_text(std::string& key, std::string_view text) {
    const auto length = static_cast<std::uint32_t>(text.size());
    char bytes[sizeof length];
    std::memcpy(bytes, &length, sizeof length);
    key.append(bytes, sizeof length).append(text);
}

// Where the white space at the end of text[begin, end) starts. No-break spaces are ink.
std::uint32_t ink_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t out = begin;
    for (std::size_t at = begin; at < end;) {
        const char32_t c = next_code_point(text, at);
        if (!u_isWhitespace(static_cast<UChar32>(c)) && c != 0x200B) out = static_cast<std::uint32_t>(at);
    }
    return out;
}

void note_missing(Analysis& analysis) {
    std::set<char32_t> seen;
    for (const Piece& piece : analysis.pieces)
        for (const char32_t c : piece.word->missing)
            if (seen.insert(c).second) analysis.missing.push_back({c, piece.span});
}

}  // namespace

double width_of(const Piece& piece, const std::vector<Span>& spans) {
    return piece.word->width * spans[piece.span].size.pt() / 1000;
}

Analyser::Analyser(const FontLibrary::Impl& library) : library_(library), words_(library) {}

void Analyser::write_key(const std::vector<Span>& spans, bool rtl) {
    key_.assign(1, rtl ? 'r' : 'l');
    for (const Span& span : spans) {
        append_text(key_, span.text);
        append_text(key_, span.family);
        append_text(key_, span.lang);
        key_ += static_cast<char>(span.tabular);
        key_ += static_cast<char>(span.isolate);
        append_text(key_, {reinterpret_cast<const char*>(&span.weight), sizeof span.weight});
    }
}

const Analysis& Analyser::analyse(const std::vector<Span>& spans, bool rtl) {
    write_key(spans, rtl);
    if (const auto found = paragraphs_.find(key_); found != paragraphs_.end()) return *found->second;
    if (bytes_ > most_bytes_of_text) {
        paragraphs_.clear();
        bytes_ = 0;
    }
    bytes_ += key_.size() + entry_cost;
    return *paragraphs_.emplace(key_, std::make_unique<const Analysis>(take_apart(spans, rtl))).first->second;
}

Analysis Analyser::take_apart(const std::vector<Span>& spans, bool rtl) {
    CleanText clean = clean_text(spans);
    const Utf16Text utf16 = to_utf16(clean.text);
    const auto size = static_cast<std::uint32_t>(clean.text.size());
    FontRuns fonts = font_runs(library_, clean, spans);
    const bool mixed = rtl || may_hold_rtl(clean.text) ||
                       std::ranges::any_of(spans, [](const Span& s) { return is_rtl_language(s.lang); });
    const std::vector<LevelRun> levels =
        mixed ? level_runs(with_isolates(clean, spans, rtl), rtl) : std::vector<LevelRun>{LevelRun{size}};

    Analysis out;
    const PieceShaper shaper(words_, clean.text, spans);
    PieceMaker maker(shaper, fonts.runs, levels);
    std::vector<std::uint32_t> line_ends = boundaries_.line_ends(utf16);
    break_addresses(clean.text, line_ends);
    keep_phone_numbers(clean.text, line_ends);
    std::uint32_t begin = 0;
    for (const std::uint32_t end : line_ends) {
        Unit unit{static_cast<std::uint32_t>(out.pieces.size()), 0, 0, clean.text[end - 1] == '\n'};
        const std::uint32_t space = ink_end(clean.text, begin, end);
        maker.make({begin, space}, out.pieces);
        unit.ink_end = static_cast<std::uint32_t>(out.pieces.size());
        maker.make({space, end}, out.pieces);
        unit.end = static_cast<std::uint32_t>(out.pieces.size());
        out.units.push_back(unit);
        begin = end;
    }
    out.text = std::move(clean.text);
    out.faults = std::move(fonts.faults);
    out.cut = clean.cut;
    out.piled = clean.piled;
    note_missing(out);
    return out;
}

Analysis Analyser::cut_wide_units(const Analysis& analysis, const std::vector<Span>& spans, double width) {
    Analysis out;
    out.text = analysis.text;
    const PieceShaper shaper(words_, out.text, spans);
    for (const Unit& unit : analysis.units) {
        if (ink_width(analysis, unit, spans) <= width) {
            copy_unit(analysis, unit, out);
            continue;
        }
        const std::uint32_t begin = analysis.pieces[unit.first].begin;
        const std::uint32_t end = analysis.pieces[unit.ink_end - 1].end;
        auto ends = boundaries_.character_ends(std::string_view(out.text).substr(begin, end - begin));
        for (std::uint32_t& at : ends) at += begin;
        cut_unit(analysis, unit, ends, shaper, spans, width, out);
    }
    return out;
}

}  // namespace sayso::text
