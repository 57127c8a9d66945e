#include "layout/paginate.h"

#include <algorithm>
#include <limits>
#include <map>

#include "layout/stack.h"

namespace sayso::layout {
namespace {

// Prices weighed against those of breaks (flow.h). A further page costs more than any lawful break saves.
constexpr double a_page = 1'000;
constexpr double an_overflow = 1e9;
constexpr double empty_page = 400;  // times the square of the empty share
constexpr double first_page = 1.5;  // times that: whoever reads one page only is to find it full
constexpr double short_last_page = 60;
constexpr double short_share = 0.2;
constexpr double full_last_page = 0.5;  // so that of equals the one that fills earlier pages wins
constexpr double impossible = std::numeric_limits<double>::infinity();
// Breaks that leave a page emptier are looked at only where there is no lawful break below.
constexpr double least_fill = 0.5;

/// The best way found to begin a page of some slot with some piece.
struct State {
    double cost = impossible;
    std::size_t slot = 0, first = 0, last = 0;  // the page before
    Length used;
};

struct Candidate {
    std::size_t last;
    double cost;
    Length used;
};

class Paginator {
  public:
    Paginator(const std::vector<Flow>& flows, const std::vector<Slot>& slots) : flows_(flows), slots_(slots) {
        for (const Slot& slot : slots) states_.emplace_back(flows[slot.flow].pieces.size() + 1);
    }

    std::vector<Slice> run() {
        states_[0][0].cost = 0;
        for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
            for (std::size_t piece = 0; piece < flow(slot).pieces.size(); ++piece) {
                if (states_[slot][piece].cost < impossible) leave(slot, piece);
            }
        }
        return trace();
    }

  private:
    const Flow& flow(std::size_t slot) const { return flows_[slots_[slot].flow]; }

    /// Tries the ends of the page that begins with `first`: unlawful ones only where there are no others, and
    /// ones that leave it half empty likewise.
    void leave(std::size_t slot, std::size_t first) {
        find_candidates(slot, first, true);
        if (candidates_.empty()) find_candidates(slot, first, false);
        const auto good = [&](const Candidate& c) { return c.used >= slots_[slot].capacity * least_fill; };
        const bool any_good = std::any_of(candidates_.begin(), candidates_.end(), good);
        for (const Candidate& c : candidates_) {
            if (!any_good || good(c) || c.last == flow(slot).pieces.size()) reach(slot, first, c);
        }
    }

    void find_candidates(std::size_t slot, std::size_t first, bool lawful) {
        const std::vector<Piece>& pieces = flow(slot).pieces;
        const Length capacity = slots_[slot].capacity;
        candidates_.clear();
        Stack stack(flow(slot));
        for (std::size_t i = first; i < pieces.size(); ++i) {
            if (i > first && pieces[i].forced) break;
            const bool skip = lawful && i + 1 < pieces.size() && !may_end_before(pieces[i + 1]);
            const bool in_run = stack.in_run(i);
            // Columns are balanced anew for each end; where the page cannot end they need not be.
            if (in_run && skip && pieces[i + 1].columns == pieces[i].columns) continue;
            if (in_run) {
                stack.add_run(std::max(first, run_start(slot, i)), i + 1);
            } else {
                stack.add(i);
            }
            const Length used = stack.height();
            const bool over = used > capacity + rounding;
            if (over && i > first) break;
            if (skip) continue;
            candidates_.push_back(
                {i + 1, price_of(slot, first, i + 1, used) + (over ? an_overflow : 0), used});
        }
    }

    static bool may_end_before(const Piece& piece) {
        return piece.forced || piece.break_price < price::forbidden;
    }

    std::size_t run_start(std::size_t slot, std::size_t piece) const {
        return flow(slot).columns[static_cast<std::size_t>(flow(slot).pieces[piece].columns)].first;
    }

    double price_of(std::size_t slot, std::size_t first, std::size_t last, Length used) const {
        const std::vector<Piece>& pieces = flow(slot).pieces;
        const double capacity = std::max(slots_[slot].capacity.pt(), 1.0);
        const double fill = std::clamp(used.pt() / capacity, 0.0, 1.0);
        if (last == pieces.size()) {
            const bool is_short = first > 0 && fill < short_share;
            return a_page + fill * full_last_page +
                   (is_short ? short_last_page * (1 - fill / short_share) : 0);
        }
        if (pieces[last].forced) return a_page;
        const double empty = empty_page * (slot == 0 ? first_page : 1) * (1 - fill) * (1 - fill);
        return a_page + pieces[last].break_price + empty;
    }

    void reach(std::size_t slot, std::size_t first, const Candidate& candidate) {
        const double cost = states_[slot][first].cost + candidate.cost;
        State* to = &end_;
        if (candidate.last < flow(slot).pieces.size()) {
            const std::size_t next = std::min(slot + 1, slots_.size() - 1);
            const auto piece = same_place(slot, candidate.last, next);
            if (!piece) return;
            to = &states_[next][*piece];
        }
        if (cost < to->cost) *to = {cost, slot, first, candidate.last, candidate.used};
    }

    /// Where the flow of slot `to` stands when that of `from` is at `piece`: only the start of a block is the
    /// same place in columns of different widths.
    std::optional<std::size_t> same_place(std::size_t from, std::size_t piece, std::size_t to) {
        if (slots_[from].flow == slots_[to].flow) return piece;
        if (!flow(from).pieces[piece].starts) return {};
        auto& starts = starts_[slots_[to].flow];
        if (starts.empty()) {
            const std::vector<Piece>& pieces = flow(to).pieces;
            for (std::size_t i = 0; i < pieces.size(); ++i)
                if (pieces[i].starts) starts.emplace(pieces[i].node, i);
        }
        const auto found = starts.find(flow(from).pieces[piece].node);
        return found == starts.end() ? std::nullopt : std::optional(found->second);
    }

    std::vector<Slice> trace() const {
        std::vector<Slice> slices;
        for (const State* at = &end_; at->cost < impossible && at->last > at->first;
             at = &states_[at->slot][at->first]) {
            slices.push_back({at->slot, at->first, at->last, at->used});
            if (at->slot == 0 && at->first == 0) break;
        }
        std::reverse(slices.begin(), slices.end());
        return slices;
    }

    const std::vector<Flow>& flows_;
    const std::vector<Slot>& slots_;
    std::vector<std::vector<State>> states_;  // by slot and piece
    State end_;
    std::vector<Candidate> candidates_;
    std::map<std::size_t, std::map<NodeId, std::size_t>> starts_;
};

}  // namespace

std::vector<Slice> paginate(const std::vector<Flow>& flows, const std::vector<Slot>& slots) {
    if (slots.empty() || flows[slots[0].flow].pieces.empty()) return {};
    return Paginator(flows, slots).run();
}

}  // namespace sayso::layout
