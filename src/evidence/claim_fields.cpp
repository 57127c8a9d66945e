// Keys of templates/claims/LANG.yaml.
#include "evidence/fields.h"

namespace sayso::evidence {

const Fields<ClaimWords>& fields_of(const ClaimWords*) {
    static const Fields<ClaimWords> table(
        "claim words", "How claims are said in a language. Placeholders stand in braces.",
        {{"rose", &ClaimWords::rose,
          "A sentence of a number that rose: {label}, {from}, {to}, {from-period}, {to-period}, "
          "{every}, {how-much}."},
         {"fell", &ClaimWords::fell, "The same of one that fell."},
         {"same", &ClaimWords::same, "The same of one that did not change."},
         {"only", &ClaimWords::only, "A sentence of a number alone: {label}, {to-unit}, {to-period}."},
         {"hidden-sentence", &ClaimWords::hidden_sentence,
          "A sentence where the latest number is hidden: {label}, {hidden}."},
         {"change-rose", &ClaimWords::change_rose, "What follows a name: {from}, {to}, {every}, {how-much}."},
         {"change-fell", &ClaimWords::change_fell, "The same of one that fell."},
         {"change-same", &ClaimWords::change_same, "The same of one that did not change."},
         {"more", &ClaimWords::more, "How much more: {percent}."},
         {"fewer", &ClaimWords::fewer, "How much less: {percent}."},
         {"more-points", &ClaimWords::more_points, "How many percentage points more: {points}."},
         {"fewer-points", &ClaimWords::fewer_points, "How many percentage points less: {points}."},
         {"about", &ClaimWords::about, "What stands before a rounded number."},
         {"worse", &ClaimWords::worse, "What follows a sentence whose news is not good."},
         {"hidden", &ClaimWords::hidden, "In the place of a number that is hidden."},
         {"fewer-than", &ClaimWords::fewer_than, "The same, where every hidden number is small: {limit}."},
         {"hidden-note", &ClaimWords::hidden_note, "What that means, under a table: {limit}."},
         {"start", &ClaimWords::start, "What marks the start of the work in a chart."},
         {"a-month", &ClaimWords::a_month, "What stands behind a number for every month."},
         {"a-quarter", &ClaimWords::a_quarter, "The same for every quarter."},
         {"a-half-year", &ClaimWords::a_half_year, "The same for every half-year."},
         {"a-year", &ClaimWords::a_year, "The same for every year."},
         {"period-range", &ClaimWords::period_range, "Several months: {first}, {last}."},
         {"measured", &ClaimWords::measured, "Several periods: {from}, {to}."},
         {"source-note", &ClaimWords::source_note,
          "The note of a claim: {label}, {source}, {method}, {by}, {strength}, {measured}."},
         {"strong", &ClaimWords::strong, "The strength of strong evidence."},
         {"fair", &ClaimWords::fair, "Of fair evidence."},
         {"limited", &ClaimWords::limited, "Of limited evidence."},
         {"estimate", &ClaimWords::estimate, "A cost: {label}, {amount}, {per}."},
         {"estimate-against", &ClaimWords::estimate_against,
          "A cost and what it is set against: also {against}, {against-amount}."}});
    return table;
}

}  // namespace sayso::evidence
