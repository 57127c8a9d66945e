#include "diagram/link.h"

#include <algorithm>
#include <optional>

#include "diagram/loop.h"

namespace sayso::diagram {
namespace {

using Route = std::vector<Point>;

Length length_of(const Route& route) {
    Length sum;
    for (std::size_t i = 1; i < route.size(); ++i)
        sum += abs(route[i].x - route[i - 1].x) + abs(route[i].y - route[i - 1].y);
    return sum;
}

class Router {
  public:
    Router(const Scale& scale, Plan& plan) : scale_(scale), plan_(plan) {}

    void run() {
        const auto you = std::ranges::find_if(plan_.cards, &PlacedCard::you);
        if (you == plan_.cards.end()) return;
        const Length inset = thread_inset(plan_.loop);
        foot_ = plan_.loop.around.bottom() - plan_.loop.foot + inset;
        leg_ = plan_.loop.around.x + plan_.loop.leg - inset;
        plan_.thread_width = max(pt(1.2), scale_.item.size * 0.24);

        const std::vector<Marker> ends = first_column_arrows();
        std::optional<Route> out = way_out(you->box);
        if (!out) return;
        out->push_back({leg_, foot_});
        for (const Marker& marker : ends) last_y_ = min(last_y_.value_or(marker.centre.y), marker.centre.y);
        branches(ends);
        if (!last_y_) last_y_ = plan_.loop.around.y + plan_.loop.head * 1.2;
        out->push_back({leg_, *last_y_});
        add(*out);
        // Round the foot's corner the thread follows the ribbon's own bend.
        std::vector<Thread::Knot>& knots = plan_.threads.back().knots;
        knots[knots.size() - 2].bend = plan_.loop.inner + thread_inset(plan_.loop);
    }

  private:
    bool clear(Point a, Point b, const Rect* except) const {
        const Length margin = plan_.thread_width;
        const Rect path{min(a.x, b.x) - margin, min(a.y, b.y) - margin, abs(a.x - b.x) + margin * 2,
                        abs(a.y - b.y) + margin * 2};
        return std::ranges::none_of(plan_.cards, [&](const PlacedCard& card) {
            return &card.box != except && card.box.overlaps(path);
        });
    }

    bool clear(const Route& route, const Rect& from) const {
        for (std::size_t i = 1; i < route.size(); ++i)
            if (!clear(route[i - 1], route[i], &from)) return false;
        return true;
    }

    /// The shortest way from the card to the loop's foot that runs in gutters only.
    std::optional<Route> way_out(const Rect& card) const {
        std::vector<Route> routes;
        const Point bottom{card.centre().x, card.bottom()};
        routes.push_back({bottom, {bottom.x, foot_}});
        const Length side = card.y + min(card.height / 2, scale_.pad + scale_.name.leading / 2);
        const Length under = card.bottom() + scale_.gap / 2;
        for (const Length x : gutters()) {
            if (x > card.right() - pt(1)) routes.push_back({{card.right(), side}, {x, side}, {x, foot_}});
            if (x < card.x + pt(1)) routes.push_back({{card.x, side}, {x, side}, {x, foot_}});
            const Length corner = scale_.radius + scale_.gap;
            const Length start = std::clamp(x, card.x + corner, max(card.right() - corner, card.x + corner));
            routes.push_back({{start, card.bottom()}, {start, under}, {x, under}, {x, foot_}});
        }
        // The whole way counts, the part along the foot included; a bend is as bad as a detour of some
        // letters.
        const auto way = [&](const Route& route) {
            return length_of(route) + abs(route.back().x - leg_) +
                   scale_.item.size * 8 * static_cast<double>(route.size());
        };
        std::optional<Route> best;
        for (Route& route : routes)
            if (clear(route, card) && (!best || way(route) < way(*best))) best = std::move(route);
        return best;
    }

    std::vector<Length> gutters() const {
        std::vector<Length> xs;
        const Length half = scale_.gap / 2;
        for (const PlacedCard& card : plan_.cards) {
            if (card.kind == CardKind::means || card.kind == CardKind::hinge) continue;
            xs.push_back(card.box.x - half);
            xs.push_back(card.box.right() + half);
        }
        std::ranges::sort(xs);
        xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
        return xs;
    }

    /// Arrows that a thread can reach from the left edge of their card.
    std::vector<Marker> first_column_arrows() const {
        std::vector<Marker> out;
        for (const Marker& marker : plan_.markers)
            if (marker.kind == Marker::Kind::arrow && first_in_card(marker)) out.push_back(marker);
        return out;
    }

    bool first_in_card(const Marker& marker) const {
        const PlacedCard* card = card_at(marker.centre);
        return card && marker.centre.x - card->box.x < scale_.pad * 1.6;
    }

    const PlacedCard* card_at(Point p) const {
        for (const PlacedCard& card : plan_.cards)
            if (card.box.contains({p.x, p.y, {}, {}})) return &card;
        return nullptr;
    }

    /// From the leg straight to the arrows of the nearest cards; to others along the gutters under and beside
    /// them.
    void branches(const std::vector<Marker>& arrows) {
        last_y_.reset();
        for (const Marker& arrow : arrows) {
            const PlacedCard& card = *card_at(arrow.centre);
            const Point end{arrow.centre.x - arrow.size * 0.3, arrow.centre.y};
            if (clear({leg_, end.y}, {card.box.x - scale_.gap / 4, end.y}, &card.box)) {
                add({{leg_, end.y}, end});
                last_y_ = min(last_y_.value_or(end.y), end.y);
                continue;
            }
            const Length under = card.box.bottom() + scale_.gap / 2, beside = card.box.x - scale_.gap / 2;
            add({{leg_, under}, {beside, under}, {beside, end.y}, end});
            last_y_ = min(last_y_.value_or(under), under);
        }
    }

    /// Bends stay within the gutters.
    void add(const Route& route) {
        Thread thread;
        for (const Point p : route) thread.knots.push_back({p, scale_.gap / 2});
        plan_.threads.push_back(std::move(thread));
    }

    const Scale& scale_;
    Plan& plan_;
    Length foot_, leg_;
    std::optional<Length> last_y_;
};

}  // namespace

void place_threads(const Scale& scale, Plan& plan) {
    Router(scale, plan).run();
}

}  // namespace sayso::diagram
