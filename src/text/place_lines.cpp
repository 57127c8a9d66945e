#include "text/place_lines.h"

#include <algorithm>
#include <span>
#include <utility>

namespace sayso::text {
namespace {

bool same_look(const Span& a, const Span& b) {
    return a.size == b.size && a.color == b.color && a.owner == b.owner && a.lang == b.lang;
}

// For each span the first of the row of neighbours that look like it: pieces of equal numbers can be one run.
std::vector<std::uint32_t> number_looks(const std::vector<Span>& spans) {
    std::vector<std::uint32_t> looks(spans.size(), 0);
    for (std::uint32_t i = 1; i < spans.size(); ++i)
        looks[i] = same_look(spans[i - 1], spans[i]) ? looks[i - 1] : i;
    return looks;
}

// The pieces of a line in the order of the text.
struct LinePieces {
    std::span<const Piece> all;  // with the white space that hangs, unless the paragraph ends here
    std::size_t ink_end = 0;     // behind the last one that counts for the width
};

class LinePlacer {
  public:
    LinePlacer(const FontLibrary::Impl& library, const std::vector<Span>& spans,
               const ParagraphOptions& options)
        : library_(library), spans_(spans), options_(options), looks_(number_looks(spans)) {}

    Line place(const LinePieces& pieces) {
        Line line;
        line.width = pt(width(pieces.all.first(pieces.ink_end)));
        set_height(pieces, line);
        if (pieces.ink_end == 0) return line;
        levels(pieces);
        const double hanging = width(pieces.all.subspan(pieces.ink_end));
        double x = start_of(line.width).pt() - (options_.rtl ? hanging : 0);
        order_ = in_order() ? std::vector<std::int32_t>{} : visual_order(levels_, gaps_);
        for (std::size_t at = 0; at < pieces.all.size();) {
            const std::size_t end = group_end(pieces, at);
            add_run(pieces, at, end, x, line);
            for (; at < end; ++at) x += width_of(piece(pieces, at), spans_);
        }
        return line;
    }

  private:
    double width(std::span<const Piece> pieces) const {
        double sum = 0;
        for (const Piece& p : pieces) sum += width_of(p, spans_);
        return sum;
    }

    // Of the larger words where sizes or fallback faces differ; white space counts on an empty line alone.
    void set_height(const LinePieces& pieces, Line& line) const {
        const std::size_t count = pieces.ink_end > 0 ? pieces.ink_end : pieces.all.size();
        for (const Piece& p : pieces.all.first(count)) {
            const FontMetrics& metrics = library_.face(p.font).metrics();
            const Length size = spans_[p.span].size;
            line.ascent = max(line.ascent, size * (metrics.ascent / 1000));
            line.descent = max(line.descent, size * (-metrics.descent / 1000));
        }
    }

    // White space at the end of a line takes the paragraph's own direction. UAX #9, L1.
    void levels(const LinePieces& pieces) {
        levels_.clear();
        gaps_.clear();
        for (const Piece& p : pieces.all) {
            levels_.push_back(p.level);
            gaps_.push_back(p.gap);
        }
        const BidiLevel base = options_.rtl ? 1 : 0;
        std::fill(levels_.begin() + static_cast<std::ptrdiff_t>(pieces.ink_end), levels_.end(), base);
    }

    bool in_order() const {
        return std::ranges::all_of(levels_, [](BidiLevel level) { return level == 0; });
    }

    Length start_of(Length line) const {
        using Align = ParagraphOptions::Align;
        const Length slack = options_.width - line;
        if (options_.align == Align::centre) return slack / 2;
        const bool at_right = (options_.align == Align::end) != options_.rtl;
        return at_right ? slack : Length{};
    }

    std::size_t index(std::size_t visual) const {
        return order_.empty() ? visual : static_cast<std::size_t>(order_[visual]);
    }
    const Piece& piece(const LinePieces& pieces, std::size_t visual) const {
        return pieces.all[index(visual)];
    }

    // Neighbours of one level to the eye are neighbours in the text too, but for two isolates that touch.
    bool one_run(const LinePieces& pieces, std::size_t visual) const {
        const std::size_t a = index(visual), b = index(visual + 1);
        if (levels_[a] % 2 == 1 ? b + 1 != a : a + 1 != b) return false;
        const Piece& left = pieces.all[a];
        const Piece& right = pieces.all[b];
        return levels_[a] == levels_[b] && left.font == right.font && looks_[left.span] == looks_[right.span];
    }

    std::size_t group_end(const LinePieces& pieces, std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < pieces.all.size() && one_run(pieces, end - 1)) ++end;
        return end;
    }

    // Pieces [begin, end) of the visual order. Their text is put together in the order of the text, which for
    // right-to-left runs is the other way round.
    void add_run(const LinePieces& pieces, std::size_t begin, std::size_t end, double x, Line& line) const {
        const Piece& any = piece(pieces, begin);
        const Span& look = spans_[any.span];
        frame::TextRun run;
        run.font = any.font;
        run.size = look.size;
        run.color = look.color;
        run.origin = {pt(x), {}};
        run.rtl = levels_[index(begin)] % 2 == 1;
        run.lang = look.lang;
        std::size_t text_size = 0, glyphs = 0;
        for (std::size_t i = begin; i < end; ++i) {
            text_size += piece(pieces, i).word->text.size();
            glyphs += piece(pieces, i).word->glyphs.size();
        }
        if (glyphs == 0) return;
        run.text.reserve(text_size);
        run.glyphs.reserve(glyphs);
        std::size_t offset = run.rtl ? text_size : 0;
        for (std::size_t i = begin; i < end; ++i) {
            const Piece& p = piece(pieces, i);
            const std::size_t length = p.word->text.size();
            if (run.rtl) offset -= length;
            append_glyphs(*p.word, offset, (p.level % 2 == 1) != run.rtl, run.glyphs);
            if (!run.rtl) offset += length;
            run.text += piece(pieces, run.rtl ? end - 1 - (i - begin) : i).word->text;
        }
        line.runs.emplace_back(look.owner, std::move(run));
    }

    // `turned`: white space that was shaped the one way and, at the end of a line, runs the other.
    static void append_glyphs(const ShapedWord& word, std::size_t offset, bool turned,
                              std::vector<frame::Glyph>& glyphs) {
        const std::size_t first = glyphs.size();
        for (frame::Glyph glyph : word.glyphs) {
            glyph.cluster += static_cast<std::uint32_t>(offset);
            glyphs.push_back(glyph);
        }
        if (turned) std::reverse(glyphs.begin() + static_cast<std::ptrdiff_t>(first), glyphs.end());
    }

    const FontLibrary::Impl& library_;
    const std::vector<Span>& spans_;
    const ParagraphOptions& options_;
    std::vector<std::uint32_t> looks_;
    std::vector<BidiLevel> levels_;    // of the line at hand, in the order of the text
    std::vector<BidiLevel> gaps_;      // before each of them
    std::vector<std::int32_t> order_;  // its visual order; empty where that is the order of the text
};

}  // namespace

std::vector<Line> place_lines(const FontLibrary::Impl& library, const Analysis& analysis,
                              const std::vector<Span>& spans, const ParagraphOptions& options,
                              const std::vector<std::size_t>& line_ends) {
    LinePlacer placer(library, spans, options);
    std::vector<Line> lines;
    lines.reserve(line_ends.size());
    std::size_t begin = 0;
    for (const std::size_t end : line_ends) {
        const Unit& first = analysis.units[begin];
        const Unit& last = analysis.units[end - 1];
        const bool ends_text = end == analysis.units.size();
        const bool has_ink = last.ink_end > first.first;
        const std::uint32_t pieces_end = ends_text && has_ink ? last.ink_end : last.end;
        const std::span all(analysis.pieces.data() + first.first, pieces_end - first.first);
        lines.push_back(placer.place({all, last.ink_end - first.first}));
        lines.back().ends_paragraph = ends_text || last.forced;
        begin = end;
    }
    return lines;
}

}  // namespace sayso::text
