#include "chart/values.h"

namespace sayso::chart {
namespace {

struct Collect {
    std::vector<Value> out;

    void add(const Series& series) { out.insert(out.end(), series.values.begin(), series.values.end()); }
    void operator()(const Line& line) {
        for (const Series& series : line.series) add(series);
    }
    void operator()(const Spc& spc) { add(spc.series); }
    void operator()(const Bars& bars) {
        for (const Bar& bar : bars.bars) out.push_back(bar.value);
    }
    void operator()(const BeforeAfter& both) {
        for (const Change& change : both.changes) out.insert(out.end(), {change.before, change.after});
    }
    void operator()(const SmallMultiples& multiples) {
        for (const Series& site : multiples.sites) add(site);
    }
    void operator()(const Pictogram& pictogram) { out.push_back(pictogram.count); }
};

}  // namespace

std::vector<Value> values_of(const Chart& chart) {
    Collect collect;
    std::visit(collect, chart.kind);
    return collect.out;
}

}  // namespace sayso::chart
