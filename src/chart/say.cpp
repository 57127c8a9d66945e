#include "chart/say.h"

#include "base/overload.h"
#include "chart/spc.h"

namespace sayso::chart {
namespace {

/// Ends the text like a sentence, unless it does so already.
std::string sentence(std::string text) {
    if (text.empty() || text.back() == '.' || text.back() == '!' || text.back() == '?') return text;
    return text + ".";
}

const std::string& kind_name(const Chart& chart) {
    const Words& words = chart.words;
    return std::visit(Overload{[&](const Line&) -> const std::string& { return words.line; },
                               [&](const Spc&) -> const std::string& { return words.spc; },
                               [&](const Bars&) -> const std::string& { return words.bars; },
                               [&](const BeforeAfter&) -> const std::string& { return words.before_after; },
                               [&](const SmallMultiples&) -> const std::string& { return words.multiples; },
                               [&](const Pictogram&) -> const std::string& { return words.pictogram; }},
                      chart.kind);
}

/// From the first told value to the last: "from 48 (Q1) to 29 (Q8)". Hidden values are told as such.
std::string change(const Chart& chart, const Series& series, const std::vector<std::string>& periods) {
    std::optional<std::size_t> first, last;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (std::holds_alternative<Missing>(series.values[i])) continue;
        if (!first) first = i;
        last = i;
    }
    if (!first) return chart.words.missing;
    return fill(chart.words.change, {{"first", written(series.values[*first], chart)},
                                     {"from", periods[*first]},
                                     {"last", written(series.values[*last], chart)},
                                     {"to", periods[*last]}});
}

std::string started(const Chart& chart, const Start& start, const std::vector<std::string>& periods) {
    return sentence(fill(chart.words.started, {{"start", start.label}, {"when", periods[start.period]}}));
}

std::string named(const std::string& label, const std::string& words) {
    return sentence(label.empty() ? words : label + ": " + words);
}

std::string changes(const Chart& chart, const std::vector<Series>& series,
                    const std::vector<std::string>& periods) {
    std::string out;
    for (const Series& one : series)
        out += " " + named(one.label.empty() ? chart.subtitle : one.label, change(chart, one, periods));
    return out;
}

std::string reason(const Chart& chart, const PointSignal& signal) {
    switch (signal.signal) {
        case Signal::outside:
            return chart.words.outside;
        case Signal::trend:
            return fill(chart.words.trend, {{"count", std::to_string(signal.run)}});
        case Signal::near_limit:
            return chart.words.near_limit;
        case Signal::shift:
            return fill(chart.words.shift, {{"count", std::to_string(signal.run)}});
        case Signal::none:
            break;
    }
    return {};
}

std::string variation_words(const Chart& chart, const Analysis& analysis) {
    const Words& words = chart.words;
    const std::string why = analysis.latest ? reason(chart, analysis.signals[*analysis.latest]) : "";
    switch (analysis.variation) {
        case Variation::common:
            return words.common;
        case Variation::improving:
            return fill(words.improving, {{"why", why}});
        case Variation::worsening:
            return fill(words.worsening, {{"why", why}});
        case Variation::above:
            return fill(words.above, {{"why", why}});
        case Variation::below:
            return fill(words.below, {{"why", why}});
        case Variation::unknown:
            break;
    }
    return words.too_few;
}

std::string point_words(const Words& words, Signal signal) {
    switch (signal) {
        case Signal::outside:
            return words.point_outside;
        case Signal::trend:
            return words.point_trend;
        case Signal::near_limit:
            return words.point_near;
        case Signal::shift:
            return words.point_shift;
        case Signal::none:
            break;
    }
    return {};
}

std::string limits_words(const Chart& chart, const Spc& spc, const Segment& segment) {
    const std::string mean = worked_out(segment.mean, chart);
    if (!segment.upper) return sentence(chart.words.mean + " " + mean);
    return sentence(
        fill(chart.words.range, {{"mean", mean},
                                 {"lower", worked_out(shown_limit(*segment.lower, spc), chart)},
                                 {"upper", worked_out(shown_limit(*segment.upper, spc), chart)}}));
}

std::string listed(const Chart& chart, const Series& series, const std::vector<std::string>& periods) {
    std::string out;
    for (std::size_t i = 0; i < periods.size(); ++i)
        out += (i > 0 ? "; " : "") + periods[i] + ": " + written(series.values[i], chart);
    return named(series.label, out);
}

std::string lines_listed(const Chart& chart, const std::vector<Series>& series,
                         const std::vector<std::string>& periods, const std::optional<Start>& start,
                         const std::optional<double>& target) {
    std::string out;
    for (const Series& one : series) out += listed(chart, one, periods) + "\n";
    if (start) out += started(chart, *start, periods) + "\n";
    if (target) out += named(chart.words.target, written(*target, chart)) + "\n";
    return out;
}

/// How each part of a control chart lies between its limits, and each point that is a signal.
std::string spc_listed(const Chart& chart, const Spc& spc) {
    const Analysis analysis = analyse(spc);
    std::string out = lines_listed(chart, {spc.series}, spc.periods, spc.start, spc.target);
    for (const Segment& segment : analysis.segments)
        out += named(spc.periods[segment.first] + " \u2013 " + spc.periods[segment.last - 1],
                     limits_words(chart, spc, segment)) +
               "\n";
    for (std::size_t i = 0; i < spc.periods.size(); ++i)
        if (analysis.signals[i].signal != Signal::none)
            out += named(spc.periods[i], point_words(chart.words, analysis.signals[i].signal)) + "\n";
    for (const std::string& finding : findings(chart, spc)) out += sentence(finding) + "\n";
    return out;
}

std::string pictogram_words(const Chart& chart, const Pictogram& pictogram) {
    std::string count = written(pictogram.count, chart);
    if (pictogram.total)
        count = fill(chart.words.count_of, {{"count", count}, {"total", written(*pictogram.total, chart)}});
    return sentence(pictogram.label.empty() ? count : count + " " + pictogram.label);
}

std::string bars_words(const Chart& chart, const Bars& bars) {
    std::string out;
    for (const Bar& bar : bars.bars) out += named(bar.label, written(bar.value, chart)) + "\n";
    if (bars.target) out += named(chart.words.target, written(*bars.target, chart)) + "\n";
    return out;
}

std::string changes_words(const Chart& chart, const BeforeAfter& both) {
    std::string out;
    for (const Change& one : both.changes)
        out += named(one.label, fill(chart.words.change, {{"first", written(one.before, chart)},
                                                          {"from", both.before},
                                                          {"last", written(one.after, chart)},
                                                          {"to", both.after}})) +
               "\n";
    return out;
}

Table over_time(const Chart& chart, const std::vector<Series>& series,
                const std::vector<std::string>& periods) {
    Table table{{chart.words.period}};
    for (const Series& one : series) table[0].push_back(one.label.empty() ? chart.subtitle : one.label);
    for (std::size_t i = 0; i < periods.size(); ++i) {
        table.push_back({periods[i]});
        for (const Series& one : series) table.back().push_back(written(one.values[i], chart));
    }
    return table;
}

}  // namespace

std::vector<std::string> findings(const Chart& chart, const Spc& spc) {
    const Analysis analysis = analyse(spc);
    std::vector<std::string> out{variation_words(chart, analysis)};
    if (analysis.assurance == Assurance::passes) out.push_back(chart.words.passes);
    if (analysis.assurance == Assurance::fails) out.push_back(chart.words.fails);
    if (analysis.assurance == Assurance::unsure) out.push_back(chart.words.unsure);
    if (analysis.segments.size() == 2)
        out.push_back(fill(chart.words.means, {{"before", worked_out(analysis.segments[0].mean, chart)},
                                               {"after", worked_out(analysis.segments[1].mean, chart)}}));
    if (!analysis.segments.empty() && analysis.segments.back().upper && analysis.segments.back().trial())
        out.push_back(chart.words.trial);
    return out;
}

std::string alternative_text(const Chart& chart) {
    const std::string head = named(kind_name(chart), chart.title);
    return head +
           std::visit(
               Overload{
                   [&](const Line& line) { return changes(chart, line.series, line.periods); },
                   [&](const Spc& spc) {
                       return changes(chart, {spc.series}, spc.periods) + " " +
                              sentence(findings(chart, spc)[0]);
                   },
                   [&](const Pictogram& pictogram) { return " " + pictogram_words(chart, pictogram); },
                   [&](const auto&) { return chart.subtitle.empty() ? "" : " " + sentence(chart.subtitle); }},
               chart.kind);
}

std::string description_of(const Chart& chart) {
    std::string out = sentence(chart.title) + "\n";
    if (!chart.subtitle.empty()) out += sentence(chart.subtitle) + "\n";
    out += std::visit(
        Overload{[&](const Line& line) {
                     return lines_listed(chart, line.series, line.periods, line.start, line.target);
                 },
                 [&](const Spc& spc) { return spc_listed(chart, spc); },
                 [&](const Bars& bars) { return bars_words(chart, bars); },
                 [&](const BeforeAfter& both) { return changes_words(chart, both); },
                 [&](const SmallMultiples& multiples) {
                     return lines_listed(chart, multiples.sites, multiples.periods, multiples.start,
                                         multiples.target);
                 },
                 [&](const Pictogram& pictogram) { return pictogram_words(chart, pictogram) + "\n"; }},
        chart.kind);
    out.pop_back();
    return out;
}

Table table_of(const Chart& chart) {
    return std::visit(
        Overload{[&](const Line& line) { return over_time(chart, line.series, line.periods); },
                 [&](const Spc& spc) { return over_time(chart, {spc.series}, spc.periods); },
                 [&](const SmallMultiples& all) { return over_time(chart, all.sites, all.periods); },
                 [&](const Bars& bars) {
                     Table table{{chart.words.place, chart.subtitle}};
                     for (const Bar& bar : bars.bars) table.push_back({bar.label, written(bar.value, chart)});
                     return table;
                 },
                 [&](const BeforeAfter& both) {
                     Table table{{chart.words.place, both.before, both.after}};
                     for (const Change& one : both.changes)
                         table.push_back({one.label, written(one.before, chart), written(one.after, chart)});
                     return table;
                 },
                 [&](const Pictogram& one) {
                     Table table{{chart.words.place, chart.subtitle}};
                     table.push_back({one.label, written(one.count, chart)});
                     if (one.total) table.push_back({chart.words.in_all, written(*one.total, chart)});
                     return table;
                 }},
        chart.kind);
}

}  // namespace sayso::chart
