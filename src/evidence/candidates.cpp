#include <map>
#include <set>

#include "evidence/people.h"

namespace sayso::evidence {
namespace {

/// The whole service's value of one indicator and period, if all of its sites have one and it was not typed.
void add_combined(const Evidence& evidence, std::size_t first, std::size_t sites,
                  std::vector<Candidate>& out) {
    const Indicator& of = evidence.indicators[out[first].indicator];
    const std::size_t there = out.size() - first;
    if (out[first].site.empty() || of.combined() != "sum" || there != sites) return;
    Candidate whole{out[first].indicator, {}, out[first].period, 0, out[first].span, {}};
    for (std::size_t i = first; i < out.size(); ++i) {
        whole.number += out[i].number;
        whole.over.push_back(out[i].site);
    }
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(first), std::move(whole));
}

}  // namespace

std::vector<Candidate> candidates_of(const Evidence& evidence) {
    std::map<std::size_t, std::set<std::string>> sites;
    for (const Value& value : evidence.values)
        if (!value.site.empty()) sites[value.indicator].insert(value.site);
    std::vector<Candidate> out;
    std::size_t first = 0;
    for (const Value& value : evidence.values) {
        const bool same = out.size() > first && out[first].indicator == value.indicator &&
                          out[first].period == value.period;
        if (!same && out.size() > first) {
            add_combined(evidence, first, sites[out[first].indicator].size(), out);
            first = out.size();
        }
        out.push_back({value.indicator, value.site, value.period, value.number, value.span, {}});
    }
    if (out.size() > first) add_combined(evidence, first, sites[out[first].indicator].size(), out);
    return out;
}

}  // namespace sayso::evidence
