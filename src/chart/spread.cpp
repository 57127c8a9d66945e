#include "chart/spread.h"

#include <algorithm>
#include <numeric>

namespace sayso::chart {
namespace {

/// Neighbours that touch and move as one.
struct Cluster {
    std::size_t first = 0, count = 0;
    Length wanted;  // sum of the tops at which each label would want the cluster to start
    Length height;
    Length top;
};

}  // namespace

std::vector<Length> spread(const std::vector<Wanted>& labels, Length top, Length bottom) {
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return labels[i].centre; });
    std::vector<Cluster> clusters;
    const auto settle = [&](Cluster& c) {
        const Length lowest = max(top, bottom - c.height);
        c.top = min(max(c.wanted / static_cast<double>(c.count), top), lowest);
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Wanted& label = labels[order[i]];
        Cluster next{i, 1, label.centre - label.height / 2, label.height, {}};
        settle(next);
        while (!clusters.empty() && clusters.back().top + clusters.back().height > next.top) {
            Cluster& before = clusters.back();
            before.wanted += next.wanted - before.height * static_cast<double>(next.count);
            before.count += next.count;
            before.height += next.height;
            settle(before);
            next = before;
            clusters.pop_back();
        }
        clusters.push_back(next);
    }
    std::vector<Length> tops(labels.size());
    for (const Cluster& cluster : clusters) {
        Length y = cluster.top;
        for (std::size_t i = cluster.first; i < cluster.first + cluster.count; ++i) {
            tops[order[i]] = y;
            y += labels[order[i]].height;
        }
    }
    return tops;
}

}  // namespace sayso::chart
