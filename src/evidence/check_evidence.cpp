#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "evidence/loader.h"
#include "load/reading.h"

namespace sayso::evidence {
namespace {

using Ids = std::map<std::string, Span>;

class Checker {
  public:
    Checker(const Evidence& evidence, const Known& known, Diagnostics& diagnostics)
        : evidence_(evidence), known_(known), diagnostics_(diagnostics) {
        for (const Known::Site& site : known.sites) sites_.push_back(site.id);
    }

    void run() {
        check_ids(evidence_.indicators, "indicator");
        check_ids(evidence_.voices, "voice");
        check_ids(evidence_.photos, "photo");
        check_ids(evidence_.references, "reference");
        check_ids(evidence_.costs, "cost");
        for (const Indicator& each : evidence_.indicators) check(each);
        for (const Voice& each : evidence_.voices) check(each);
        for (const Photo& each : evidence_.photos) check(each);
        for (const Cost& each : evidence_.costs) check_day(each.expires);
    }

  private:
    /// Twins in one YAML list are found where it is read; those of two files, and of a sheet, are not.
    bool is_reported(Span span) const {
        return std::any_of(
            diagnostics_.items().begin(), diagnostics_.items().end(),
            [&](const Diagnostic& one) { return one.code == "duplicate-id" && one.span == span; });
    }

    template <class T>
    void check_ids(const std::vector<T>& items, std::string_view what) {
        Ids seen;
        for (const T& each : items) {
            if (each.id.empty()) continue;
            const auto [first, is_new] = seen.emplace(each.id.text, each.id.span);
            if (is_new || is_reported(each.id.span)) continue;
            diagnostics_
                .error("duplicate-id", each.id.span,
                       fmt::format("the id \"{}\" belongs to another {} already", load::clipped(each.id.text),
                                   what),
                       fmt::format("give each {} its own id", what))
                .notes.push_back({first->second, "the first is here"});
        }
    }

    void check_known(const Words& id, const std::vector<std::string>& known, std::string_view what,
                     bool or_all = false) {
        if (known.empty() || id.empty() || (or_all && id == "all")) return;
        if (std::find(known.begin(), known.end(), id.text) != known.end()) return;
        diagnostics_.error(fmt::format("unknown-{}", what), id.span,
                           fmt::format("there is no {} \"{}\"", what, load::clipped(id.text)),
                           suggestion(id.text, known));
    }

    void check_day(const std::optional<Words>& day) {
        if (day && !day->empty() && !parse_day(day->text))
            diagnostics_.error("bad-day", day->span,
                               fmt::format("\"{}\" is no day", load::clipped(day->text)),
                               "write it as 2026-01-31");
    }

    void check_period(const std::optional<Words>& period, const Indicator& of) {
        if (!period || of.months() == 0 || parse_period(period->text, of.months())) return;
        diagnostics_.error("bad-period", period->span,
                           fmt::format("\"{}\" is no {}", load::clipped(period->text), of.every.text),
                           fmt::format("write it as {}", to_string({2025 * 12, of.months()})));
    }

    void check(const Indicator& indicator) {
        for (const Words& outcome : indicator.outcomes) check_known(outcome, known_.outcomes, "outcome");
        check_day(indicator.expires);
        check_period(indicator.start, indicator);
        check_period(indicator.baseline, indicator);
        if (!indicator.part_of) return;
        const Indicator* whole = evidence_.indicator(indicator.part_of->text);
        const bool may = indicator.counts() == Counts::people || indicator.counts() == Counts::percent;
        if (whole == nullptr || whole->counts() != Counts::people || !may || whole == &indicator) {
            diagnostics_.error(
                "bad-part", indicator.part_of->span,
                fmt::format("\"{}\" cannot be part of \"{}\"", indicator.id.text,
                            load::clipped(indicator.part_of->text)),
                "people, or a percentage of people, are part of another indicator that counts people");
        } else if (whole->months() != indicator.months()) {
            diagnostics_.error(
                "bad-part", indicator.part_of->span,
                fmt::format("\"{}\" is for every {}, and \"{}\" for every {}", indicator.id.text,
                            indicator.every.text, whole->id.text, whole->every.text),
                "measure both over the same periods");
        }
    }

    void check_site(const std::optional<Words>& site) {
        if (site) check_known(*site, sites_, "site");
    }

    void check(const Voice& voice) {
        for (const Words& outcome : voice.outcomes) check_known(outcome, known_.outcomes, "outcome");
        check_site(voice.site);
        check_day(voice.on);
        if (voice.consent) check(*voice.consent);
    }

    void check(const Photo& photo) {
        for (const Words& outcome : photo.outcomes) check_known(outcome, known_.outcomes, "outcome");
        check_site(photo.site);
        if (photo.consent) check(*photo.consent);
    }

    void check(const Consent& consent) {
        for (const Words& audience : consent.audiences)
            check_known(audience, known_.audiences, "audience", true);
        for (const Words& use : consent.uses) check_known(use, known_.kinds, "kind", true);
        check_day(consent.on);
        check_day(consent.until);
        check_day(consent.withdrawn);
        if (!(consent.form == "best-interests")) return;
        const std::pair<const std::optional<Words>*, const char*> needed[] = {
            {&consent.decided_by, "decided-by"},
            {&consent.consulted, "consulted"},
            {&consent.reason, "reason"}};
        for (const auto& [words, key] : needed) {
            if (*words && !(*words)->empty()) continue;
            diagnostics_.error("missing-key", consent.form.span,
                               fmt::format("a decision in somebody's best interests needs \"{}\"", key),
                               "say who decided, with whom, and why it is in the person's best interests");
        }
    }

    const Evidence& evidence_;
    const Known& known_;
    Diagnostics& diagnostics_;
    std::vector<std::string> sites_;
};

}  // namespace

void check_evidence(const Evidence& evidence, const Known& known, Diagnostics& diagnostics) {
    Checker(evidence, known, diagnostics).run();
}

}  // namespace sayso::evidence
