#include "evidence/people.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "disclosure/protect.h"

namespace sayso::evidence {
namespace {

using disclosure::CountId;
using disclosure::Fact;
using disclosure::Problem;

// What is lost when a number is hidden, beside any other: a sum, the numbers that sentences are made of, and
// a 0, which harms nobody.
constexpr double weight_of_sum = 4, weight_of_headline = 2, weight_of_zero = 3;

using Place = std::tuple<std::size_t, std::string, Period>;  // indicator, site, period

Place place_of(const Candidate& candidate) {
    return {candidate.indicator, candidate.site, candidate.period};
}

/// One group of indicators that are parts of one another: whatever is printed of one may tell of the others.
class Group {
  public:
    Group(const Evidence& evidence, const std::vector<Candidate>& candidates,
          const std::vector<std::size_t>& members, const std::vector<PrintedNumber>& earlier,
          Diagnostics& diagnostics)
        : evidence_(evidence), candidates_(candidates), diagnostics_(diagnostics) {
        problem_.small = evidence.disclosure.hide_up_to;
        for (const std::size_t member : members) find_headlines(member);
        for (const std::size_t member : members) add_counts(member);
        for (const PrintedNumber& each : earlier) add_earlier_sum(each);
        for (const std::size_t member : members) add_links(member);
        add_sums();
        for (const PrintedNumber& each : earlier) add_earlier(each);
    }

    void decide(Decision& decision, const std::vector<std::size_t>& members) {
        const disclosure::Plan plan = disclosure::protect(problem_);
        bool only_small = true;
        for (std::size_t i = 0; i < plan.printed.size(); ++i) {
            if (plan.printed[i]) continue;
            decision.hidden[statement_of_[i]] = true;
            const bool is_small = is_small_count(problem_.statements[i].count);
            only_small = only_small && is_small;
            ++(is_small ? decision.proof.small : decision.proof.others);
        }
        decision.proof.people += plan.printed.size();
        const bool says_fewer = only_small && plan.refused.empty() && is_safe_to_say_fewer(plan.printed);
        for (const std::size_t member : members) decision.says_fewer[member] = says_fewer;
        for (const CountId count : plan.refused) refuse(count, decision);
    }

  private:
    bool is_small_count(CountId count) const {
        return problem_.counts[count] >= 1 && problem_.counts[count] <= problem_.small;
    }

    std::optional<std::size_t> index_of(const std::string& indicator) const {
        const Indicator* of = evidence_.indicator(indicator);
        if (of == nullptr) return std::nullopt;
        return static_cast<std::size_t>(of - evidence_.indicators.data());
    }

    /// A sum that was printed before some site's first values of its period came in is no sum of today's: it
    /// is a count of its own, of the sites that it was over.
    void add_earlier_sum(const PrintedNumber& number) {
        const auto indicator = index_of(number.indicator);
        if (!indicator || number.over.empty()) return;
        std::set<std::string> today;
        for (const auto& [place, count] : counts_)
            if (std::get<0>(place) == *indicator && std::get<2>(place) == number.period)
                today.insert(std::get<1>(place));
        const bool still_printed = today.erase("") != 0;
        const std::set<std::string> then(number.over.begin(), number.over.end());
        if (!std::includes(today.begin(), today.end(), then.begin(), then.end())) return;
        if (still_printed && today == then) return;
        Fact sum;
        std::int64_t people = 0;
        for (const std::string& site : number.over) {
            const CountId count = counts_.at({*indicator, site, number.period});
            sum.terms.push_back({count, -1});
            people += problem_.counts[count];
        }
        const CountId whole = add_count(static_cast<double>(people));
        sum.terms.push_back({whole, 1});
        sum.low = sum.high = 0;
        problem_.always.push_back(std::move(sum));
        sums_of_then_.emplace(std::pair(Place{*indicator, {}, number.period}, number.over), whole);
        if (!still_printed) counts_.emplace(Place{*indicator, {}, number.period}, whole);
    }

    /// A fact of an earlier pack binds where it is true of today's numbers; one of numbers that were mended
    /// since tells nothing of them.
    void add_earlier(const PrintedNumber& number) {
        const auto indicator = index_of(number.indicator);
        if (!indicator || number.rounded_to == PrintedNumber::not_shown) return;
        const Place place{*indicator, number.site, number.period};
        const auto of_then = sums_of_then_.find({place, number.over});
        const auto of_today = counts_.find(place);
        if (of_then == sums_of_then_.end() && of_today == counts_.end()) return;
        const CountId count = of_then != sums_of_then_.end() ? of_then->second : of_today->second;
        std::vector<Fact> facts =
            number.rounded_to == 0
                ? std::vector<Fact>{{{{count, 1}}, 1, static_cast<std::int64_t>(number.number)}}
                : facts_of(evidence_.indicators[*indicator], count, number.number, number.rounded_to);
        for (Fact& fact : facts)
            if (is_true(fact)) problem_.always.push_back(std::move(fact));
    }

    bool is_true(const Fact& fact) const {
        std::int64_t sum = 0;
        for (const disclosure::Term& term : fact.terms) sum += term.times * problem_.counts[term.count];
        return sum >= fact.low && sum <= fact.high;
    }

    CountId add_count(double number) {
        problem_.counts.push_back(static_cast<std::int64_t>(number));
        return static_cast<CountId>(problem_.counts.size() - 1);
    }

    /// The first and the last period of an indicator, which sentences are made of.
    void find_headlines(std::size_t indicator) {
        std::pair<Period, Period>& ends = headlines_[indicator];
        bool any = false;
        for (const Candidate& each : candidates_) {
            if (each.indicator != indicator) continue;
            ends = {any ? std::min(ends.first, each.period) : each.period,
                    any ? std::max(ends.second, each.period) : each.period};
            any = true;
        }
    }

    double weight_of(const Candidate& candidate) const {
        const auto& [first, last] = headlines_.at(candidate.indicator);
        double weight = candidate.site.empty() ? weight_of_sum : 1;
        if (candidate.period == first || candidate.period == last) weight *= weight_of_headline;
        return candidate.number == 0 ? weight * weight_of_zero : weight;
    }

    /// What a printed number tells of its count: itself, within its rounding; a percentage, of its whole too.
    std::vector<Fact> facts_of(const Indicator& of, CountId count, double printed, int to) const {
        if (of.counts() == Counts::people) {
            const auto shown = static_cast<std::int64_t>(printed);
            return {{{{count, 1}}, shown - to / 2, shown + (to - 1) / 2}};
        }
        const auto whole = whole_of_.find(count);
        if (whole == whole_of_.end()) return {};
        // (p − ½) n ≤ 100 x ≤ (p + ½) n, where ½ is half of the last digit that is printed.
        const auto scale = static_cast<std::int64_t>(std::pow(10, of.decimals));
        const auto p = static_cast<std::int64_t>(std::llround(printed * static_cast<double>(scale)));
        return {{{{count, 200 * scale}, {whole->second, 1 - 2 * p}}, 0, disclosure::no_high},
                {{{count, 200 * scale}, {whole->second, -1 - 2 * p}}, disclosure::no_low, 0}};
    }

    void add_counts(std::size_t member) {
        const Indicator& of = evidence_.indicators[member];
        if (of.counts() != Counts::people) return;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (candidates_[i].indicator != member) continue;
            const CountId count = add_count(candidates_[i].number);
            counts_.emplace(place_of(candidates_[i]), count);
            const double shown = rounded(candidates_[i].number, evidence_.disclosure.round_to);
            add_statement(i, count, facts_of(of, count, shown, evidence_.disclosure.round_to));
        }
    }

    void add_statement(std::size_t candidate, CountId count, std::vector<Fact> facts) {
        problem_.statements.push_back({count, std::move(facts), weight_of(candidates_[candidate])});
        statement_of_.push_back(candidate);
    }

    void add_links(std::size_t member) {
        const Indicator& of = evidence_.indicators[member];
        if (!of.part_of) return;
        const auto whole_indicator =
            static_cast<std::size_t>(evidence_.indicator(of.part_of->text) - evidence_.indicators.data());
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate& each = candidates_[i];
            if (each.indicator != member) continue;
            const auto whole = counts_.find({whole_indicator, each.site, each.period});
            if (whole == counts_.end()) continue;
            if (of.counts() == Counts::percent) {
                add_percentage(i, whole->second);
            } else if (problem_.counts[counts_.at(place_of(each))] > problem_.counts[whole->second]) {
                diagnostics_.error("part-exceeds-whole", each.span,
                                   fmt::format("\"{}\" is more than \"{}\", which it is part of", of.id.text,
                                               of.part_of->text),
                                   "mend the one that is wrong");
            } else {
                problem_.always.push_back(
                    {{{counts_.at(place_of(each)), 1}, {whole->second, -1}}, disclosure::no_low, 0});
            }
        }
    }

    /// The people that a percentage is of are a count that nobody typed.
    void add_percentage(std::size_t candidate, CountId whole) {
        const Candidate& each = candidates_[candidate];
        const Indicator& of = evidence_.indicators[each.indicator];
        const double n = static_cast<double>(problem_.counts[whole]);
        if (n == 0 || each.number < 0 || each.number > 100) return;
        const double people = std::round(each.number * n / 100);
        const CountId count = add_count(people);
        whole_of_.emplace(count, whole);
        std::vector<Fact> facts = facts_of(of, count, each.number, 1);
        if (!std::all_of(facts.begin(), facts.end(), [&](const Fact& fact) { return is_true(fact); })) {
            diagnostics_.warning(
                "odd-percent", each.span,
                fmt::format("no whole number of the {} that \"{}\" counts makes {} %", n, of.part_of->text,
                            each.number),
                "look whether it is part of these people; if it is not, take `part-of` away");
            problem_.counts.pop_back();
            whole_of_.erase(count);
            return;
        }
        problem_.always.push_back({{{count, 1}, {whole, -1}}, disclosure::no_low, 0});
        counts_.emplace(place_of(each), count);
        add_statement(candidate, count, std::move(facts));
    }

    /// A whole service's count is its sites' sum; where somebody typed it, and sites are missing, at least
    /// that.
    void add_sums() {
        for (const auto& [place, whole] : counts_) {
            const auto& [indicator, site, period] = place;
            if (!site.empty()) continue;
            Fact sum{{{whole, 1}}, 0, 0};
            std::int64_t sites = 0;
            for (const auto& [other, count] : counts_) {
                if (std::get<0>(other) != indicator || std::get<2>(other) != period ||
                    std::get<1>(other).empty())
                    continue;
                sum.terms.push_back({count, -1});
                sites += problem_.counts[count];
            }
            if (sum.terms.size() == 1 || sites > problem_.counts[whole]) continue;
            if (sites < problem_.counts[whole]) sum.high = disclosure::no_high;
            problem_.always.push_back(std::move(sum));
        }
    }

    /// "Fewer than 8" is a fact of its own: the proof is made again with it.
    bool is_safe_to_say_fewer(const disclosure::Printed& printed) const {
        Problem told = problem_;
        for (std::size_t i = 0; i < printed.size(); ++i)
            if (!printed[i]) told.always.push_back({{{problem_.statements[i].count, 1}}, 1, problem_.small});
        const auto findings = disclosure::audit(told, printed);
        return std::all_of(findings.begin(), findings.end(),
                           [](const disclosure::Finding& each) { return each.safe(); });
    }

    void refuse(CountId count, Decision& decision) {
        decision.proof.complete = false;
        std::set<Place> places;
        for (const auto& [place, id] : counts_)
            if (id == count) places.insert(place);
        for (const auto& [then, id] : sums_of_then_)
            if (id == count) places.insert(then.first);
        for (const Place& place : places) refuse(place, decision);
    }

    void refuse(const Place& place, Decision& decision) {
        const auto& [index, site, period] = place;
        const Indicator& indicator = evidence_.indicators[index];
        const auto candidate = std::find_if(candidates_.begin(), candidates_.end(),
                                            [&](const Candidate& each) { return place_of(each) == place; });
        decision.refused.push_back(index);
        diagnostics_.error(
            "count-not-protected", candidate == candidates_.end() ? indicator.place : candidate->span,
            fmt::format("the count \"{}\" of {} in {} cannot be protected: what is known beside it, or was "
                        "printed in an earlier pack, may give it away",
                        indicator.id.text, site.empty() ? "the whole service" : fmt::format("\"{}\"", site),
                        to_string(period)),
            "leave this indicator out, or set `round-to: 5` under `disclosure`");
    }

    const Evidence& evidence_;
    const std::vector<Candidate>& candidates_;
    Diagnostics& diagnostics_;
    Problem problem_;
    std::map<Place, CountId> counts_;
    /// Sums of earlier packs that are not today's, by place and the sites that they were over.
    std::map<std::pair<Place, std::vector<std::string>>, CountId> sums_of_then_;
    std::map<CountId, CountId> whole_of_;    // of percentages
    std::vector<std::size_t> statement_of_;  // the candidate, by statement
    std::map<std::size_t, std::pair<Period, Period>> headlines_;
};

std::vector<std::vector<std::size_t>> groups_of(const Evidence& evidence) {
    std::vector<std::size_t> leader(evidence.indicators.size());
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto root = [&](std::size_t at) {
        while (leader[at] != at) at = leader[at];
        return at;
    };
    for (std::size_t i = 0; i < leader.size(); ++i) {
        const auto& part_of = evidence.indicators[i].part_of;
        const Indicator* whole = part_of ? evidence.indicator(part_of->text) : nullptr;
        if (whole != nullptr)
            leader[root(i)] = root(static_cast<std::size_t>(whole - evidence.indicators.data()));
    }
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < leader.size(); ++i) groups[root(i)].push_back(i);
    std::vector<std::vector<std::size_t>> out;
    for (auto& [first, members] : groups) {
        const bool of_people = std::any_of(members.begin(), members.end(), [&](std::size_t member) {
            return evidence.indicators[member].counts() == Counts::people;
        });
        if (of_people) out.push_back(std::move(members));
    }
    return out;
}

}  // namespace

double rounded(double count, int to) {
    return std::floor((count + to / 2) / to) * to;
}

Decision protect_people(const Evidence& evidence, const std::vector<Candidate>& candidates,
                        const std::vector<PrintedNumber>& earlier, Diagnostics& diagnostics) {
    Decision decision;
    decision.hidden.resize(candidates.size());
    decision.says_fewer.resize(evidence.indicators.size());
    for (const std::vector<std::size_t>& members : groups_of(evidence)) {
        Group group(evidence, candidates, members, earlier, diagnostics);
        group.decide(decision, members);
    }
    return decision;
}

}  // namespace sayso::evidence
