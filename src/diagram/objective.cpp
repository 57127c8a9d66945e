#include "diagram/objective.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace sayso::diagram {
namespace {

double area(const Rect& box) {
    return box.width.pt() * box.height.pt();
}

/// 1 where the main card's type is as small as any, 0 from two fifths larger.
double lack_of_emphasis(const Plan& plan) {
    return std::clamp((1.4 - plan.emphasis) / 0.4, 0.0, 1.0);
}

/// 1 where the central card is no larger than the others, 0 from twice their mean.
double lack_of_prominence(const Plan& plan) {
    double central = 0, others = 0;
    int count = 0;
    for (const PlacedCard& card : plan.cards) {
        if (card.kind == CardKind::person) central = area(card.box);
        if (card.kind != CardKind::stakeholder) continue;
        others += area(card.box);
        ++count;
    }
    if (count == 0 || central == 0) return 0;
    return std::clamp(2 - central * count / others, 0.0, 1.0);
}

double empty_share(const Plan& plan) {
    double cards = 1;
    for (const PlacedCard& card : plan.cards) cards += area(card.box);
    return plan.empty / cards;
}

double bends(const Plan& plan) {
    return plan.threads.empty() ? 0 : static_cast<double>(plan.threads.back().knots.size()) - 2;
}

double rows_beyond_three(const Plan& plan) {
    std::set<long> tops;
    for (const PlacedCard& card : plan.cards)
        if (card.kind == CardKind::stakeholder) tops.insert(std::lround(card.box.y.pt()));
    return std::max(0.0, static_cast<double>(tops.size()) - 3);
}

}  // namespace

double score(const Plan& plan, const Goals& goals) {
    const double cost = goals.holes * plan.holes + goals.empty * empty_share(plan) +
                        goals.uneven * plan.uneven + goals.measure * plan.measure +
                        goals.travel * plan.travel + goals.prominence * lack_of_prominence(plan) +
                        goals.crowd * rows_beyond_three(plan) + goals.split_names * plan.split_names +
                        goals.bends * bends(plan) + goals.emphasis * lack_of_emphasis(plan);
    // Equal steps of ratio count the same: from 8 to 9 pt as much as from 16 to 18.
    return 100 * std::log(plan.item.pt()) - cost;
}

Length size_for_score(double score) {
    return pt(std::exp(score / 100));
}

}  // namespace sayso::diagram
