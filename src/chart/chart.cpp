#include "chart/chart.h"

#include <cmath>

#include "base/overload.h"

namespace sayso::chart {
namespace {

class Check {
  public:
    Check(const Chart& chart, Diagnostics& diagnostics) : chart_(chart), diagnostics_(diagnostics) {}

    bool run() {
        if (chart_.title.empty())
            fault("chart-title", "a chart has no title", "say its message in a sentence under `title:`");
        if (chart_.number.decimals < 0 || chart_.number.decimals > 3)
            fault("chart-number", "a chart's numbers have 0 to 3 decimals", "say `decimals: 0`, 1, 2 or 3");
        std::visit(*this, chart_.kind);
        return sound_;
    }

    void operator()(const Line& line) {
        if (line.series.size() > most_lines)
            fault("chart-lines", counted(line.series.size(), "lines") + ", more than can be told apart",
                  "show up to four lines, or a small chart for each");
        over_time(line.periods, line.series, line.start, line.target);
    }
    void operator()(const Spc& spc) {
        over_time(spc.periods, {spc.series}, spc.start, spc.target);
        for (const std::optional<double>& bound : {spc.least, spc.most})
            if (bound) finite(*bound, "bound");
    }
    void operator()(const SmallMultiples& multiples) {
        if (multiples.sites.size() > most_sites)
            fault("chart-sites", counted(multiples.sites.size(), "sites"),
                  "show up to " + std::to_string(most_sites) + " sites in one picture");
        over_time(multiples.periods, multiples.sites, multiples.start, multiples.target);
    }
    void operator()(const Bars& bars) {
        std::vector<Value> values;
        for (const Bar& bar : bars.bars) values.push_back(bar.value);
        rows(values);
        if (bars.target) finite(*bars.target, "target");
    }
    void operator()(const BeforeAfter& both) {
        std::vector<Value> values;
        for (const Change& change : both.changes) values.insert(values.end(), {change.before, change.after});
        rows(values);
    }
    void operator()(const Pictogram& pictogram) {
        some({pictogram.count});
        const double* count = number_in(pictogram.count);
        if (count && (*count < 0 || *count != std::floor(*count) || *count > 1e6))
            fault("chart-count", "a count of figures is a whole number from 0 to 1,000,000",
                  "give a whole number, or show bars");
        if (pictogram.total && (*pictogram.total < 1 || *pictogram.total > 1'000'000))
            fault("chart-count", "the total of a count of figures is a whole number from 1 to 1,000,000",
                  "give the number of people, or leave the total out");
        if (count && pictogram.total && *count > *pictogram.total)
            fault("chart-count", "more figures than there are in all",
                  "the count must not be above the total");
    }

  private:
    void fault(std::string code, std::string what, std::string hint) {
        diagnostics_.error(std::move(code), chart_.source, std::move(what), std::move(hint));
        sound_ = false;
    }
    std::string counted(std::size_t count, const std::string& what) const {
        return "the chart \"" + chart_.title + "\" has " + std::to_string(count) + " " + what;
    }
    void finite(double value, const std::string& what) {
        if (std::isfinite(value) && std::abs(value) < 1e12) return;
        fault("chart-number", "a " + what + " of the chart \"" + chart_.title + "\" is no number to draw",
              "give a number under 1,000,000,000,000");
    }
    void some(const std::vector<Value>& values) {
        bool any = false;
        for (const Value& value : values) {
            any = any || !std::holds_alternative<Missing>(value);
            if (const double* number = number_in(value)) finite(*number, "value");
        }
        if (!any)
            fault("chart-empty", "the chart \"" + chart_.title + "\" has no values",
                  "give at least one value, or leave the chart out");
    }
    void rows(const std::vector<Value>& values) {
        some(values);
        if (values.size() > most_bars)
            fault("chart-bars", counted(values.size(), "bars"),
                  "show up to " + std::to_string(most_bars) + " bars, the most telling ones");
    }
    void over_time(const std::vector<std::string>& periods, const std::vector<Series>& series,
                   const std::optional<Start>& start, const std::optional<double>& target) {
        std::vector<Value> values;
        for (const Series& one : series) {
            values.insert(values.end(), one.values.begin(), one.values.end());
            if (one.values.size() != periods.size())
                fault("chart-periods",
                      "\"" + one.label + "\" has " + std::to_string(one.values.size()) + " values for " +
                          std::to_string(periods.size()) + " periods",
                      "give one value for each period; leave it empty where there is none");
        }
        some(values);
        if (periods.size() > most_periods)
            fault("chart-periods", counted(periods.size(), "periods"),
                  "show up to " + std::to_string(most_periods) + " periods");
        if (start && start->period >= periods.size())
            fault("chart-start",
                  "the work starts after the last period of the chart \"" + chart_.title + "\"",
                  "give the period in which it started, or leave the start out");
        if (target) finite(*target, "target");
    }

    const Chart& chart_;
    Diagnostics& diagnostics_;
    bool sound_ = true;
};

}  // namespace

bool sound(const Chart& chart, Diagnostics& diagnostics) {
    return Check(chart, diagnostics).run();
}

}  // namespace sayso::chart
