#include "text/cut_words.h"

#include <algorithm>
#include <span>
#include <utility>

namespace sayso::text {
namespace {

std::uint32_t count(const std::vector<Piece>& pieces) {
    return static_cast<std::uint32_t>(pieces.size());
}

// One unit with the characters at which it may be cut; `shape` gives the pieces of a part of it.
class Cutter {
  public:
    Cutter(const Analysis& analysis, const Unit& unit, const std::vector<std::uint32_t>& ends,
           const PieceShaper& shaper, const std::vector<Span>& spans, double width)
        : analysis_(analysis),
          unit_(unit),
          ends_(ends),
          shaper_(shaper),
          spans_(spans),
          width_(width),
          ink_{analysis.pieces[unit.first].begin, analysis.pieces[unit.ink_end - 1].end} {}

    std::size_t characters() const { return ends_.size(); }

    std::vector<Piece> shape(std::size_t from, std::size_t to) const {
        const Bytes part{from == 0 ? ink_.begin : ends_[from - 1], ends_[to - 1]};
        std::vector<Piece> out;
        const std::span pieces(analysis_.pieces.data() + unit_.first, unit_.ink_end - unit_.first);
        auto next = std::ranges::upper_bound(pieces, part.begin, {}, &Piece::end);
        for (; next != pieces.end() && next->begin < part.end; ++next) {
            Piece piece = *next;
            if (piece.begin < part.begin) piece.gap = no_gap;
            piece.begin = std::max(piece.begin, part.begin);
            piece.end = std::min(piece.end, part.end);
            shaper_.shape(piece, ink_);
            out.push_back(std::move(piece));
        }
        return out;
    }

    /// The most characters from `from` on that fit, one at least. Doubles its steps away from `guess`, then
    /// halves.
    std::size_t most_from(std::size_t from, std::size_t guess) const {
        const std::size_t rest = characters() - from;
        std::size_t fitting = 1, step = 1, at = std::clamp<std::size_t>(guess, 1, rest), failing = rest + 1;
        while (failing - fitting > 1) {
            if (at > 1 && !fits(from, from + at))
                failing = at;
            else
                fitting = at;
            at = next_guess(fitting, failing, at, step);
        }
        return fitting;
    }

  private:
    bool fits(std::size_t from, std::size_t to) const {
        double sum = 0;
        for (const Piece& piece : shape(from, to)) sum += width_of(piece, spans_);
        return sum <= width_;
    }

    static std::size_t next_guess(std::size_t fitting, std::size_t failing, std::size_t at,
                                  std::size_t& step) {
        const std::size_t near = at == fitting ? fitting + step : failing - std::min(step, failing - 1);
        step *= 2;
        const bool between = near > fitting && near < failing;
        return between ? near : fitting + (failing - fitting) / 2;
    }

    const Analysis& analysis_;
    const Unit& unit_;
    const std::vector<std::uint32_t>& ends_;
    const PieceShaper& shaper_;
    const std::vector<Span>& spans_;
    double width_;
    Bytes ink_;
};

void append_space(const Analysis& analysis, const Unit& unit, Analysis& out) {
    for (std::uint32_t i = unit.ink_end; i < unit.end; ++i) out.pieces.push_back(analysis.pieces[i]);
}

}  // namespace

double ink_width(const Analysis& analysis, const Unit& unit, const std::vector<Span>& spans) {
    double width = 0;
    for (std::uint32_t i = unit.first; i < unit.ink_end; ++i) width += width_of(analysis.pieces[i], spans);
    return width;
}

void copy_unit(const Analysis& analysis, const Unit& unit, Analysis& out) {
    const std::uint32_t first = count(out.pieces);
    for (std::uint32_t i = unit.first; i < unit.end; ++i) out.pieces.push_back(analysis.pieces[i]);
    out.units.push_back({first, first + (unit.ink_end - unit.first), count(out.pieces), unit.forced});
}

void cut_unit(const Analysis& analysis, const Unit& unit, const std::vector<std::uint32_t>& character_ends,
              const PieceShaper& shaper, const std::vector<Span>& spans, double width, Analysis& out) {
    const Cutter cutter(analysis, unit, character_ends, shaper, spans, width);
    const double share = width / ink_width(analysis, unit, spans);
    auto guess = static_cast<std::size_t>(std::max(1.0, share * static_cast<double>(cutter.characters())));
    for (std::size_t from = 0; from < cutter.characters();) {
        const std::size_t most = cutter.most_from(from, guess);
        Unit part{count(out.pieces), 0, 0, false};
        for (Piece& piece : cutter.shape(from, from + most)) out.pieces.push_back(std::move(piece));
        part.ink_end = part.end = count(out.pieces);
        from += most;
        if (from == cutter.characters()) {
            append_space(analysis, unit, out);
            part.end = count(out.pieces);
            part.forced = unit.forced;
        }
        out.units.push_back(part);
        guess = most;
    }
}

}  // namespace sayso::text
