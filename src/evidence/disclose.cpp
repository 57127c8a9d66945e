#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

#include "evidence/people.h"

namespace sayso::evidence {
namespace {

constexpr int soon = 90;  // days

/// As it is printed: no picture may tell more than its label.
double with_decimals(double number, int decimals) {
    const double scale = std::pow(10, decimals);
    return std::round(number * scale) / scale;
}

class Publisher {
  public:
    Publisher(const Evidence& evidence, int today, Diagnostics& diagnostics)
        : evidence_(evidence), today_(today), diagnostics_(diagnostics) {
        out_.hide_up_to = evidence.disclosure.hide_up_to;
        out_.references = evidence.references;
        out_.today = today;
        out_.holds_until = std::numeric_limits<int>::max();
    }

    Published run(const std::vector<PrintedNumber>& earlier) {
        note_days();
        add_indicators(earlier);
        for (const Voice& each : evidence_.voices)
            add_with_consent("voice", each, each.consent, true, out_.voices);
        for (const Photo& each : evidence_.photos)
            add_with_consent("photo", each, each.consent, each.shows_people, out_.photos);
        for (const Cost& each : evidence_.costs)
            if (has_source("cost", each.id, each.source, each.place) &&
                is_current("cost", each.id, each.expires, each.place))
                out_.costs.push_back(each);
        return std::move(out_);
    }

  private:
    void leave_out(const char* what, const Words& id, std::string why, Span place) {
        out_.left_out.push_back({what, id.text, std::move(why), place});
    }

    /// After the last day of one thing, or on the first of another, the decision is another; and the report
    /// begins to tell of an end some time before it.
    void note_days() {
        const auto holds = [&](const std::optional<Words>& day, int less) {
            const auto at = day ? parse_day(day->text) : std::optional<int>();
            if (at && *at - less >= today_) out_.holds_until = std::min(out_.holds_until, *at - less);
        };
        const auto consent = [&](const std::optional<Consent>& given) {
            if (!given) return;
            holds(given->until, 0);
            holds(given->until, soon + 1);
            holds(given->on, 1);
            holds(given->withdrawn, 1);
        };
        const auto expires = [&](const auto& item) {
            holds(item.expires, 0);
            holds(item.expires, soon + 1);
        };
        for (const Indicator& each : evidence_.indicators) expires(each);
        for (const Cost& each : evidence_.costs) expires(each);
        for (const Voice& each : evidence_.voices) consent(each.consent);
        for (const Photo& each : evidence_.photos) consent(each.consent);
    }

    /// No source, no claim.
    bool has_source(const char* what, const Words& id, const Words& source, Span place) {
        if (!source.empty()) return true;
        diagnostics_.warning(
            "no-source", place,
            fmt::format("the {} \"{}\" names no source, so that it is left out", what, id.text),
            "write from which record it is, behind `source:`");
        leave_out(what, id, "it names no source", place);
        return false;
    }

    /// Leaves out what is past its day, and notes what will be soon.
    bool is_current(const char* what, const Words& id, const std::optional<Words>& expires, Span place) {
        const auto day = expires ? parse_day(expires->text) : std::optional<int>();
        if (!day) return true;
        if (*day < today_) {
            leave_out(what, id, fmt::format("expired on {}", expires->text), place);
            return false;
        }
        if (*day - today_ <= soon) out_.expiring.push_back({what, id.text, expires->text});
        return true;
    }

    template <class T>
    void add_with_consent(const char* what, const T& item, const std::optional<Consent>& consent, bool needed,
                          std::vector<T>& into) {
        const std::string why = needed ? refusal(consent, today_, {}, {}) : std::string();
        if (!why.empty()) return leave_out(what, item.id, why, item.place);
        if (needed) is_current(what, item.id, consent->until, item.place);
        into.push_back(item);
    }

    void add_indicators(const std::vector<PrintedNumber>& earlier) {
        const std::vector<Candidate> candidates = candidates_of(evidence_);
        const Decision decision = protect_people(evidence_, candidates, earlier, diagnostics_);
        out_.proof = decision.proof;
        const std::set<std::size_t> refused(decision.refused.begin(), decision.refused.end());
        std::vector<PublishedIndicator> all(evidence_.indicators.size());
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const Candidate& each = candidates[i];
            add_point(all[each.indicator], each, decision.hidden[i]);
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Indicator& about = evidence_.indicators[i];
            if (refused.contains(i)) {
                leave_out("indicator", about.id, "its small counts cannot be protected", about.place);
            } else if (all[i].series.empty()) {
                leave_out("indicator", about.id, "it has no values", about.place);
            } else if (has_source("indicator", about.id, about.source, about.place) &&
                       is_current("indicator", about.id, about.expires, about.place)) {
                all[i].about = about;
                all[i].says_fewer = decision.says_fewer[i];
                settle(all[i]);
                out_.indicators.push_back(std::move(all[i]));
            }
        }
        for (std::size_t i = 0; i < candidates.size(); ++i)
            remember(candidates[i], decision.hidden[i], decision.says_fewer[candidates[i].indicator]);
        std::sort(out_.printed.begin(), out_.printed.end());
    }

    void add_point(PublishedIndicator& to, const Candidate& candidate, bool hidden) const {
        auto series = std::find_if(to.series.begin(), to.series.end(),
                                   [&](const Series& each) { return each.site == candidate.site; });
        if (series == to.series.end()) series = to.series.insert(series, {candidate.site, {}});
        series->points.push_back({candidate.period, hidden ? Shown(Hidden{}) : Shown(as_shown(candidate))});
    }

    double as_shown(const Candidate& candidate) const {
        const Indicator& of = evidence_.indicators[candidate.indicator];
        return of.counts() == Counts::people ? rounded(candidate.number, evidence_.disclosure.round_to)
                                             : with_decimals(candidate.number, of.decimals);
    }

    /// In order, with the means of sites.
    void settle(PublishedIndicator& indicator) {
        std::sort(indicator.series.begin(), indicator.series.end(),
                  [](const Series& a, const Series& b) { return a.site < b.site; });
        for (Series& series : indicator.series)
            std::sort(series.points.begin(), series.points.end(),
                      [](const Point& a, const Point& b) { return a.period < b.period; });
        add_means(indicator);
    }

    /// For the next pack. "Fewer than 8" tells something too, and that pack must know that it was said.
    void remember(const Candidate& candidate, bool hidden, bool says_fewer) {
        const Indicator& of = evidence_.indicators[candidate.indicator];
        const bool people = of.counts() == Counts::people;
        if (out_.indicator(of.id.text) == nullptr ||
            !(people || (of.counts() == Counts::percent && of.part_of)))
            return;
        const bool says = people && says_fewer;
        if (hidden && !says && candidate.over.empty()) return;
        const double number = !hidden ? as_shown(candidate) : says ? out_.hide_up_to : 0;
        const int rounded_to = !hidden ? (people ? evidence_.disclosure.round_to : 1)
                               : says  ? 0
                                       : PrintedNumber::not_shown;
        out_.printed.push_back(
            {of.id.text, candidate.site, candidate.period, number, rounded_to, candidate.over});
    }

    /// The whole service's value where it is its sites' mean: of what is printed, never of what is hidden, so
    /// that it tells nothing more.
    static void add_means(PublishedIndicator& indicator) {
        const bool typed = !indicator.series.empty() && indicator.series[0].site.empty();
        if (indicator.about.combined() != "mean" || typed) return;
        std::map<Period, std::vector<Shown>> by_period;
        for (const Series& series : indicator.series)
            for (const Point& point : series.points) by_period[point.period].push_back(point.shown);
        Series whole;
        for (const auto& [period, all] : by_period) {
            if (all.size() != indicator.series.size()) continue;
            double sum = 0;
            bool hidden = false;
            for (const Shown& each : all) {
                const double* number = std::get_if<double>(&each);
                hidden = hidden || number == nullptr;
                sum += number == nullptr ? 0 : *number;
            }
            const double mean =
                with_decimals(sum / static_cast<double>(all.size()), indicator.about.decimals);
            whole.points.push_back({period, hidden ? Shown(Hidden{}) : Shown(mean)});
        }
        if (!whole.points.empty()) indicator.series.insert(indicator.series.begin(), std::move(whole));
    }

    const Evidence& evidence_;
    int today_;
    Diagnostics& diagnostics_;
    Published out_;
};

}  // namespace

const Series* PublishedIndicator::at(const std::string& site) const {
    const auto found =
        std::find_if(series.begin(), series.end(), [&](const Series& each) { return each.site == site; });
    return found == series.end() ? nullptr : &*found;
}

const PublishedIndicator* Published::indicator(const std::string& id) const {
    const auto found = std::find_if(indicators.begin(), indicators.end(),
                                    [&](const PublishedIndicator& each) { return each.about.id == id; });
    return found == indicators.end() ? nullptr : &*found;
}

Published disclose(const Evidence& evidence, int today, const std::vector<PrintedNumber>& earlier,
                   Diagnostics& diagnostics) {
    return Publisher(evidence, today, diagnostics).run(earlier);
}

}  // namespace sayso::evidence
