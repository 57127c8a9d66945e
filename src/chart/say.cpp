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

const std::string& kind_name(const Speech& speech) {
    const Words& words = speech.words;
    return std::visit(Overload{[&](const Line&) -> const std::string& { return words.line; },
                               [&](const Spc&) -> const std::string& { return words.spc; },
                               [&](const Bars&) -> const std::string& { return words.bars; },
                               [&](const BeforeAfter&) -> const std::string& { return words.before_after; },
                               [&](const SmallMultiples&) -> const std::string& { return words.multiples; },
                               [&](const Pictogram&) -> const std::string& { return words.pictogram; }},
                      speech.chart.kind);
}

/// From the first told value to the last: "from 48 (Q1) to 29 (Q8)". Hidden values are told as such.
std::string change(const Speech& speech, const Series& series, const std::vector<std::string>& periods) {
    std::optional<std::size_t> first, last;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (std::holds_alternative<Missing>(series.values[i])) continue;
        if (!first) first = i;
        last = i;
    }
    if (!first) return speech.words.missing;
    return fill(speech.words.change, {{"first", speech.written(series.values[*first])},
                                      {"from", periods[*first]},
                                      {"last", speech.written(series.values[*last])},
                                      {"to", periods[*last]}});
}

std::string started(const Speech& speech, const Start& start, const std::vector<std::string>& periods) {
    return sentence(fill(speech.words.started, {{"start", start.label}, {"when", periods[start.period]}}));
}

std::string named(const std::string& label, const std::string& words) {
    return sentence(label.empty() ? words : label + ": " + words);
}

std::string changes(const Speech& speech, const std::vector<Series>& series,
                    const std::vector<std::string>& periods) {
    std::string out;
    for (const Series& one : series)
        out +=
            " " + named(one.label.empty() ? speech.chart.subtitle : one.label, change(speech, one, periods));
    return out;
}

std::string reason(const Speech& speech, const PointSignal& signal) {
    switch (signal.signal) {
        case Signal::outside:
            return speech.words.outside;
        case Signal::trend:
            return fill(speech.words.trend, {{"count", std::to_string(signal.run)}});
        case Signal::near_limit:
            return speech.words.near_limit;
        case Signal::shift:
            return fill(speech.words.shift, {{"count", std::to_string(signal.run)}});
        case Signal::none:
            break;
    }
    return {};
}

std::string variation_words(const Speech& speech, const Analysis& analysis) {
    const Words& words = speech.words;
    const std::string why = analysis.latest ? reason(speech, analysis.signals[*analysis.latest]) : "";
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

std::string limits_words(const Speech& speech, const Spc& spc, const Segment& segment) {
    const std::string mean = speech.worked_out(segment.mean);
    if (!segment.upper) return sentence(speech.words.mean + " " + mean);
    return sentence(
        fill(speech.words.range, {{"mean", mean},
                                  {"lower", speech.worked_out(shown_limit(*segment.lower, spc))},
                                  {"upper", speech.worked_out(shown_limit(*segment.upper, spc))}}));
}

std::string listed(const Speech& speech, const Series& series, const std::vector<std::string>& periods) {
    std::string out;
    for (std::size_t i = 0; i < periods.size(); ++i)
        out += (i > 0 ? "; " : "") + periods[i] + ": " + speech.written(series.values[i]);
    return named(series.label, out);
}

std::string lines_listed(const Speech& speech, const std::vector<Series>& series,
                         const std::vector<std::string>& periods, const std::optional<Start>& start,
                         const std::optional<double>& target) {
    std::string out;
    for (const Series& one : series) out += listed(speech, one, periods) + "\n";
    if (start) out += started(speech, *start, periods) + "\n";
    if (target) out += named(speech.words.target, speech.written(*target)) + "\n";
    return out;
}

/// How each part of a control chart lies between its limits, and each point that is a signal.
std::string spc_listed(const Speech& speech, const Spc& spc) {
    const Analysis analysis = analyse(spc);
    std::string out = lines_listed(speech, {spc.series}, spc.periods, spc.start, spc.target);
    for (const Segment& segment : analysis.segments)
        out += named(spc.periods[segment.first] + " \u2013 " + spc.periods[segment.last - 1],
                     limits_words(speech, spc, segment)) +
               "\n";
    for (std::size_t i = 0; i < spc.periods.size(); ++i)
        if (analysis.signals[i].signal != Signal::none)
            out += named(spc.periods[i], point_words(speech.words, analysis.signals[i].signal)) + "\n";
    for (const std::string& finding : findings(speech, spc)) out += sentence(finding) + "\n";
    return out;
}

std::string pictogram_words(const Speech& speech, const Pictogram& pictogram) {
    std::string count = speech.written(pictogram.count);
    if (pictogram.total)
        count = fill(speech.words.count_of, {{"count", count}, {"total", speech.written(*pictogram.total)}});
    return sentence(pictogram.label.empty() ? count : count + " " + pictogram.label);
}

std::string bars_words(const Speech& speech, const Bars& bars) {
    std::string out;
    for (const Bar& bar : bars.bars) out += named(bar.label, speech.written(bar.value)) + "\n";
    if (bars.target) out += named(speech.words.target, speech.written(*bars.target)) + "\n";
    return out;
}

std::string changes_words(const Speech& speech, const BeforeAfter& both) {
    std::string out;
    for (const Change& one : both.changes)
        out += named(one.label, fill(speech.words.change, {{"first", speech.written(one.before)},
                                                           {"from", both.before},
                                                           {"last", speech.written(one.after)},
                                                           {"to", both.after}})) +
               "\n";
    return out;
}

Table over_time(const Speech& speech, const std::vector<Series>& series,
                const std::vector<std::string>& periods) {
    Table table{{speech.words.period}};
    for (const Series& one : series)
        table[0].push_back(one.label.empty() ? speech.chart.subtitle : one.label);
    for (std::size_t i = 0; i < periods.size(); ++i) {
        table.push_back({periods[i]});
        for (const Series& one : series) table.back().push_back(speech.written(one.values[i]));
    }
    return table;
}

}  // namespace

std::vector<std::string> findings(const Speech& speech, const Spc& spc) {
    const Analysis analysis = analyse(spc);
    std::vector<std::string> out{variation_words(speech, analysis)};
    if (analysis.assurance == Assurance::passes) out.push_back(speech.words.passes);
    if (analysis.assurance == Assurance::fails) out.push_back(speech.words.fails);
    if (analysis.assurance == Assurance::unsure) out.push_back(speech.words.unsure);
    if (analysis.segments.size() == 2)
        out.push_back(fill(speech.words.means, {{"before", speech.worked_out(analysis.segments[0].mean)},
                                                {"after", speech.worked_out(analysis.segments[1].mean)}}));
    if (!analysis.segments.empty() && analysis.segments.back().upper && analysis.segments.back().trial())
        out.push_back(speech.words.trial);
    return out;
}

std::string alternative_text(const Chart& chart) {
    const Speech speech(chart);
    const std::string head = named(kind_name(speech), speech.chart.title);
    return head +
           std::visit(
               Overload{[&](const Line& line) { return changes(speech, line.series, line.periods); },
                        [&](const Spc& spc) {
                            return changes(speech, {spc.series}, spc.periods) + " " +
                                   sentence(findings(speech, spc)[0]);
                        },
                        [&](const Pictogram& pictogram) { return " " + pictogram_words(speech, pictogram); },
                        [&](const auto&) {
                            return speech.chart.subtitle.empty() ? "" : " " + sentence(speech.chart.subtitle);
                        }},
               speech.chart.kind);
}

std::string description_of(const Chart& chart) {
    const Speech speech(chart);
    std::string out = sentence(speech.chart.title) + "\n";
    if (!speech.chart.subtitle.empty()) out += sentence(speech.chart.subtitle) + "\n";
    out += std::visit(
        Overload{[&](const Line& line) {
                     return lines_listed(speech, line.series, line.periods, line.start, line.target);
                 },
                 [&](const Spc& spc) { return spc_listed(speech, spc); },
                 [&](const Bars& bars) { return bars_words(speech, bars); },
                 [&](const BeforeAfter& both) { return changes_words(speech, both); },
                 [&](const SmallMultiples& multiples) {
                     return lines_listed(speech, multiples.sites, multiples.periods, multiples.start,
                                         multiples.target);
                 },
                 [&](const Pictogram& pictogram) { return pictogram_words(speech, pictogram) + "\n"; }},
        speech.chart.kind);
    out.pop_back();
    return out;
}

Table table_of(const Chart& chart) {
    const Speech speech(chart);
    return std::visit(
        Overload{[&](const Line& line) { return over_time(speech, line.series, line.periods); },
                 [&](const Spc& spc) { return over_time(speech, {spc.series}, spc.periods); },
                 [&](const SmallMultiples& all) { return over_time(speech, all.sites, all.periods); },
                 [&](const Bars& bars) {
                     Table table{{speech.words.place, speech.chart.subtitle}};
                     for (const Bar& bar : bars.bars) table.push_back({bar.label, speech.written(bar.value)});
                     return table;
                 },
                 [&](const BeforeAfter& both) {
                     Table table{{speech.words.place, both.before, both.after}};
                     for (const Change& one : both.changes)
                         table.push_back({one.label, speech.written(one.before), speech.written(one.after)});
                     return table;
                 },
                 [&](const Pictogram& one) {
                     Table table{{speech.words.place, speech.chart.subtitle}};
                     table.push_back({one.label, speech.written(one.count)});
                     if (one.total) table.push_back({speech.words.in_all, speech.written(*one.total)});
                     return table;
                 }},
        speech.chart.kind);
}

}  // namespace sayso::chart
