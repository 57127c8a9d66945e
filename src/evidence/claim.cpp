#include "evidence/claim.h"

#include <algorithm>
#include <cmath>

namespace sayso::evidence {
namespace {

constexpr double least_for_percent = 10;  // a percentage of fewer says more than was seen

const Point* point_at(const Series& series, const Period& period) {
    const auto found = std::find_if(series.points.begin(), series.points.end(),
                                    [&](const Point& each) { return each.period == period; });
    return found == series.points.end() ? nullptr : &*found;
}

/// The named period, else the last before the work began, else the first.
const Point* baseline_of(const PublishedIndicator& indicator, const Series& series) {
    const Indicator& about = indicator.about;
    if (about.baseline) {
        const auto period = parse_period(about.baseline->text, about.months());
        return period ? point_at(series, *period) : nullptr;
    }
    const auto start =
        about.start ? parse_period(about.start->text, about.months()) : std::optional<Period>();
    if (!start) return &series.points.front();
    const Point* before = nullptr;
    for (const Point& point : series.points)
        if (point.period < *start) before = &point;
    return before;
}

void compare(Claim& claim) {
    const double* to = claim.latest ? std::get_if<double>(&claim.latest->shown) : nullptr;
    const double* from = claim.baseline ? std::get_if<double>(&claim.baseline->shown) : nullptr;
    if (to == nullptr || from == nullptr || claim.latest->period == claim.baseline->period) return;
    claim.change = *to - *from;
    claim.way = *claim.change > 0 ? Way::up : *claim.change < 0 ? Way::down : Way::level;
    if (*claim.way != Way::level)
        claim.better = (*claim.way == Way::up) == (claim.of->about.better == "higher");
    const Counts counts = claim.of->about.counts();
    const bool in_percent =
        counts != Counts::percent && counts != Counts::score && *from >= least_for_percent;
    if (in_percent && *claim.way != Way::level) claim.percent = *claim.change / *from * 100;
}

/// Over the sites in the latest period. A sum is what is printed of the whole service; a mean is of printed
/// numbers.
void combine(Claim& claim) {
    const PublishedIndicator& of = *claim.of;
    double sum = 0, sites = 0;
    bool hidden = false;
    for (const Series& series : of.series) {
        if (series.site.empty()) continue;
        const Point* point = point_at(series, claim.latest->period);
        if (point == nullptr) return;
        const double* number = std::get_if<double>(&point->shown);
        hidden = hidden || number == nullptr;
        sum += number == nullptr ? 0 : *number;
        ++sites;
    }
    const Series* whole = of.at("");
    const Point* total = whole == nullptr ? nullptr : point_at(*whole, claim.latest->period);
    if (of.about.combined() == "sum" && total != nullptr) claim.sum = total->shown;
    if (sites > 0) claim.mean = hidden ? Shown(Hidden{}) : Shown(sum / sites);
}

const std::string& every_words(const Indicator& about, const ClaimWords& words) {
    const int months = about.months();
    return months == 1   ? words.a_month
           : months == 3 ? words.a_quarter
           : months == 6 ? words.a_half_year
                         : words.a_year;
}

class Teller {
  public:
    Teller(const Claim& claim, const Published& published, const ClaimWords& words, const std::string& lang)
        : claim_(claim), about_(claim.of->about), published_(published), words_(words), lang_(lang) {}

    std::map<std::string, std::string> run() {
        put("label", about_.label.text);
        if (about_.unit) put("unit", about_.unit->text);
        put("source", about_.source.text);
        put("method", about_.method.text);
        put("by", about_.by.text);
        put("strength", strength());
        if (about_.target) put("target", text(*about_.target));
        point("latest", claim_.latest);
        point("baseline", claim_.baseline);
        if (claim_.change) put("change", text(std::abs(*claim_.change)));
        if (claim_.percent) put("percent", percent(*claim_.percent));
        if (claim_.sum) put("sum", text(*claim_.sum));
        if (claim_.mean) put("mean", mean(*claim_.mean));
        tell();
        note();
        return std::move(out_);
    }

  private:
    void put(const std::string& key, std::string value) {
        if (!value.empty()) out_[key] = std::move(value);
    }
    std::string said(const std::string& key) const {
        const auto found = out_.find(key);
        return found == out_.end() ? std::string() : found->second;
    }
    std::string text(const Shown& shown) const {
        return shown_text(*claim_.of, shown, published_, words_, lang_);
    }
    std::string percent(double of) const { return number_in(std::round(std::abs(of)), 0, lang_) + "%"; }
    std::string mean(const Shown& shown) const {
        const double* number = std::get_if<double>(&shown);
        return number == nullptr ? text(shown) : number_in(*number, std::max(1, about_.decimals), lang_);
    }

    void point(const std::string& key, const std::optional<Point>& point) {
        if (!point) return;
        put(key, text(point->shown));
        put(key + "-period", period_in(point->period, words_, lang_));
    }

    std::string strength() const {
        return about_.strength == "strong" ? words_.strong
               : about_.strength == "fair" ? words_.fair
                                           : words_.limited;
    }

    std::string with_unit(const Shown& shown) const {
        const double* number = std::get_if<double>(&shown);
        const bool one = number != nullptr && *number == 1 && about_.unit_one;
        const auto& unit = one ? about_.unit_one : about_.unit;
        return unit && number != nullptr ? text(shown) + " " + unit->text : text(shown);
    }

    /// ", about 40% fewer", with what is exact said without "about".
    std::string how_much() const {
        if (claim_.percent) {
            const bool exact = std::abs(*claim_.percent - std::round(*claim_.percent)) < 1e-9;
            const std::string amount = (exact ? "" : words_.about) + percent(*claim_.percent);
            return filled(*claim_.percent > 0 ? words_.more : words_.fewer, {{"percent", amount}});
        }
        if (about_.counts() != Counts::percent || !claim_.change || *claim_.change == 0) return {};
        return filled(*claim_.change > 0 ? words_.more_points : words_.fewer_points,
                      {{"points", number_in(std::abs(*claim_.change), about_.decimals, lang_)}});
    }

    void tell() {
        if (!claim_.latest) return;
        const bool flows = about_.counts() == Counts::events || about_.counts() == Counts::money;
        const std::vector<std::pair<std::string_view, std::string>> fillings = {
            {"label", about_.label.text},
            {"from", said("baseline")},
            {"to", said("latest")},
            {"to-unit", with_unit(claim_.latest->shown)},
            {"from-period", said("baseline-period")},
            {"to-period", said("latest-period")},
            {"every", flows ? every_words(about_, words_) : std::string()},
            {"hidden", text(Hidden{})},
            {"how-much", how_much()}};
        if (std::holds_alternative<Hidden>(claim_.latest->shown)) {
            put("sentence", filled(words_.hidden_sentence, fillings));
            return;
        }
        if (!claim_.way) return put("sentence", filled(words_.only, fillings));
        const bool up = *claim_.way == Way::up, level = *claim_.way == Way::level;
        const std::string worse = claim_.better == false ? words_.worse : std::string();
        put("sentence", filled(level ? words_.same : up ? words_.rose : words_.fell, fillings) + worse);
        put("change-words", filled(level ? words_.change_same
                                   : up  ? words_.change_rose
                                         : words_.change_fell,
                                   fillings));
        if (claim_.better) put("verdict", *claim_.better ? "better" : "worse");
    }

    void note() {
        const Series* series = claim_.of->at(claim_.site);
        put("measured",
            filled(words_.measured, {{"from", period_in(series->points.front().period, words_, lang_)},
                                     {"to", period_in(series->points.back().period, words_, lang_)}}));
        put("note", filled(words_.source_note, {{"label", about_.label.text},
                                                {"source", about_.source.text},
                                                {"method", about_.method.text},
                                                {"by", about_.by.text},
                                                {"strength", strength()},
                                                {"measured", said("measured")}}));
    }

    const Claim& claim_;
    const Indicator& about_;
    const Published& published_;
    const ClaimWords& words_;
    const std::string& lang_;
    std::map<std::string, std::string> out_;
};

}  // namespace

std::string filled(std::string_view pattern,
                   const std::vector<std::pair<std::string_view, std::string>>& fillings) {
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('{'),
                   close = pattern.find('}', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        out += pattern.substr(0, open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto found = std::find_if(fillings.begin(), fillings.end(),
                                        [&](const auto& each) { return each.first == name; });
        out += found == fillings.end() ? std::string(pattern.substr(open, close - open + 1)) : found->second;
        pattern.remove_prefix(close + 1);
    }
    return out + std::string(pattern);
}

std::optional<Claim> claim_of(const PublishedIndicator& indicator, const std::string& site) {
    const Series* series = indicator.at(site);
    Claim claim{&indicator, series == nullptr ? "" : site, {}, {}, {}, {}, {}, {}, {}, {}};
    if (series == nullptr) series = indicator.at("");
    if (series == nullptr || series->points.empty()) return std::nullopt;
    claim.latest = series->points.back();
    if (const Point* baseline = baseline_of(indicator, *series)) claim.baseline = *baseline;
    compare(claim);
    combine(claim);
    return claim;
}

std::string shown_text(const PublishedIndicator& indicator, const Shown& shown, const Published& published,
                       const ClaimWords& words, const std::string& lang) {
    const double* number = std::get_if<double>(&shown);
    if (number == nullptr) {
        const bool people = indicator.about.counts() == Counts::people;  // a percentage of few is not few
        const bool fewer = people && indicator.says_fewer && !words.fewer_than.empty();
        return fewer ? filled(words.fewer_than, {{"limit", number_in(published.hide_up_to + 1, 0, lang)}})
                     : words.hidden;
    }
    const Indicator& about = indicator.about;
    if (about.counts() == Counts::money)
        return money_in(*number, about.unit ? about.unit->text : "GBP", lang);
    return number_in(*number, about.decimals, lang) + (about.counts() == Counts::percent ? "%" : "");
}

std::string cost_text(const Cost& cost, const ClaimWords& words, const std::string& lang) {
    const bool both = cost.against && cost.against_amount;
    return filled(both ? words.estimate_against : words.estimate,
                  {{"label", cost.label.text},
                   {"amount", money_in(cost.amount, cost.currency.text, lang)},
                   {"per", cost.per.text},
                   {"against", both ? cost.against->text : std::string()},
                   {"against-amount",
                    both ? money_in(*cost.against_amount, cost.currency.text, lang) : std::string()}});
}

std::map<std::string, std::string> texts_of(const Claim& claim, const Published& published,
                                            const ClaimWords& words, const std::string& lang) {
    return Teller(claim, published, words, lang).run();
}

}  // namespace sayso::evidence
