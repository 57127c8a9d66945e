// A claim: what one indicator tells, at a site or over the whole service, in numbers and in words. In: what
// is published; nothing else is looked at, so that no sentence can say more than its table. Out: texts by
// key.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "env/env.h"
#include "evidence/published.h"

namespace sayso::evidence {

/// The words of claims in a language. Files: templates/claims/LANG.yaml; a language without one has signs for
/// words. Placeholders stand in braces.
struct ClaimWords {
    std::string rose = "{label}: {from} → {to}", fell = rose, same = "{label}: {to}";
    std::string only = "{label}: {to-unit} ({to-period})";  // one value, or none to compare with
    std::string hidden_sentence = "{label}: {hidden}";
    std::string change_rose = "{from} → {to}", change_fell = change_rose, change_same = "{to}";
    std::string more = " (+{percent})", fewer = " (−{percent})";  // {how-much}
    std::string more_points = " (+{points})", fewer_points = " (−{points})";
    std::string about = "≈ ", worse;  // what follows a sentence whose news is not good
    std::string hidden = "*",
                fewer_than = "< {limit}";  // in the place of a number; fewer than: where it is certain
    std::string start = "▼";               // of the work, in a chart
    std::string hidden_note;               // what that means, under a table
    std::string a_month, a_quarter, a_half_year, a_year;  // {every}
    std::string period_range = "{first} – {last}";        // of months
    std::string measured = "{from} – {to}";
    std::string source_note = "{label}: {source}. {method} {by}. {measured}.";
    std::string strong = "3/3", fair = "2/3", limited = "1/3";
    std::string estimate = "{label}: ≈ {amount} / {per}",
                estimate_against = estimate + "; {against}: ≈ {against-amount}";
};

/// The words of a language, from `folder` (templates/claims/): LANG.yaml, or that of its first part ("cy" of
/// "cy-GB"), or that of the same first part; signs where there is none.
ClaimWords load_claim_words(const Env& env, const std::string& folder, const std::string& lang,
                            SourceMap& sources, Diagnostics& diagnostics);

/// How numbers and months are written in a language; wraps ICU.
std::string number_in(double number, int decimals, const std::string& lang);
std::string money_in(double amount, const std::string& currency, const std::string& lang);
std::string month_in(int month, bool with_year, const std::string& lang);
/// "January to March 2026".
std::string period_in(const Period& period, const ClaimWords& words, const std::string& lang);

enum class Way : std::uint8_t { up, down, level };

/// One indicator at one place, as numbers.
struct Claim {
    const PublishedIndicator* of = nullptr;
    std::string site;
    std::optional<Point> latest, baseline;
    std::optional<double> change, percent;  // of latest to baseline; from printed numbers alone
    std::optional<Shown> sum, mean;         // over the sites in the latest period
    std::optional<Way> way;
    /// Whether the change is good news; nothing where there is none, or nobody can tell.
    std::optional<bool> better;
};

/// At a site where it has values, else over the whole service; nothing where there is neither.
std::optional<Claim> claim_of(const PublishedIndicator& indicator, const std::string& site);

/// Texts for {{claim.ID.KEY}}: label, unit, latest, latest-period, baseline, baseline-period, change,
/// percent, sum, mean, target, sentence, change-words, verdict, source, note, method, by, strength, measured.
/// What cannot be said is not there.
std::map<std::string, std::string> texts_of(const Claim& claim, const Published& published,
                                            const ClaimWords& words, const std::string& lang);

/// A value as it is printed, with its sign or unit: "48", "40%", "£1,200", or the word for what is hidden.
std::string shown_text(const PublishedIndicator& indicator, const Shown& shown, const Published& published,
                       const ClaimWords& words, const std::string& lang);

/// "about £40,000 a year", from a cost.
std::string cost_text(const Cost& cost, const ClaimWords& words, const std::string& lang);

/// `pattern` with each "{name}" replaced; names that are not given stay as they are.
std::string filled(std::string_view pattern,
                   const std::vector<std::pair<std::string_view, std::string>>& fillings);

}  // namespace sayso::evidence
