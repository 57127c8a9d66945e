#include "evidence/evidence.h"

#include <algorithm>

namespace sayso::evidence {

Counts Indicator::counts() const {
    if (counts_word == "people") return Counts::people;
    if (counts_word == "percent") return Counts::percent;
    if (counts_word == "score") return Counts::score;
    return counts_word == "money" ? Counts::money : Counts::events;
}

std::string Indicator::combined() const {
    if (over_sites) return over_sites->text;
    return counts() == Counts::percent || counts() == Counts::score ? "mean" : "sum";
}

const Indicator* Evidence::indicator(const std::string& id) const {
    const auto found = std::find_if(indicators.begin(), indicators.end(),
                                    [&](const Indicator& each) { return each.id == id; });
    return found == indicators.end() ? nullptr : &*found;
}

}  // namespace sayso::evidence
