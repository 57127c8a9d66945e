// Keys of evidence.yaml; the headings of the workbook's sheets are the same.
#include "evidence/fields.h"

namespace sayso::evidence {

using load::at_least;
using load::between;
using load::by_default;
using load::kebab;
using load::one_of;
using load::required;

const Fields<Indicator>& fields_of(const Indicator*) {
    static const Fields<Indicator> table(
        "indicator", "Something that is measured again and again, and what stands behind it.",
        {{"id", &Indicator::id, "Short name; texts and tables of values point to it.", required | kebab},
         {"label", &Indicator::label, "What is measured, as a reader would say it.", required},
         {"counts", &Indicator::counts_word,
          "What its numbers are. Small counts of people are hidden: see `disclosure`.",
          required | one_of({"people", "events", "percent", "score", "money"})},
         {"unit", &Indicator::unit, "What stands after a number, such as incidents."},
         {"unit-one", &Indicator::unit_one, "What stands after the number 1, such as incident."},
         {"better", &Indicator::better, "Which way is good news.", required | one_of({"higher", "lower"})},
         {"every", &Indicator::every, "How long each value's period is.",
          required | one_of({"month", "quarter", "half-year", "year"})},
         {"outcomes", &Indicator::outcomes, "Ids of the outcomes that it speaks for.", kebab},
         {"method", &Indicator::method, "How it is measured, in a sentence.", required},
         {"source", &Indicator::source, "From which record. Without it, it is left out."},
         {"by", &Indicator::by, "Who measures it.", required},
         {"strength", &Indicator::strength,
          "How far it can be leaned on: strong (recorded in the same way throughout, by people with nothing "
          "to gain), "
          "fair, or limited.",
          required | one_of({"strong", "fair", "limited"})},
         {"start", &Indicator::start, "The period in which the work began."},
         {"baseline", &Indicator::baseline, "The period to compare with.",
          by_default("the last before `start`, else the first")},
         {"target", &Indicator::target, "What is aimed at."},
         {"expires", &Indicator::expires, "The last day on which it may be used, as 2026-12-31."},
         {"over-sites", &Indicator::over_sites, "How the sites' values make one of the whole service.",
          one_of({"sum", "mean", "none"}) | by_default("mean for percent and score, else sum")},
         {"part-of", &Indicator::part_of,
          "Of people, or of a percentage of people: the indicator that counts all of those they are part of.",
          kebab},
         {"decimals", &Indicator::decimals, "Digits after the point when it is shown.",
          between(0, 3) | by_default("0")}});
    return table;
}

const Fields<Consent>& fields_of(const Consent*) {
    static const Fields<Consent> table(
        "consent",
        "Who agreed to the use of what is about a person, and to what. Outside it, it is left out.",
        {{"by", &Consent::by, "Who gave it.", required},
         {"form", &Consent::form,
          "How it was given. Of a person who does not use words, others decide in their best interests.",
          required | one_of({"written", "spoken", "signed", "best-interests"})},
         {"on", &Consent::on, "The day, as 2026-01-31.", required},
         {"until", &Consent::until, "The last day of use.", by_default("until it is withdrawn")},
         {"audiences", &Consent::audiences, "Ids of the audiences who may see it, or all.", required | kebab},
         {"uses", &Consent::uses, "Kinds of documents that may show it, or all.", required | kebab},
         {"record", &Consent::record, "Where the consent is kept.", required},
         {"decided-by", &Consent::decided_by, "Of best interests: who decided."},
         {"consulted", &Consent::consulted, "Of best interests: with whom."},
         {"reason", &Consent::reason, "Of best interests: why it is in whose best interests."},
         {"withdrawn", &Consent::withdrawn, "The day on which it was taken back."}});
    return table;
}

const Fields<Voice>& fields_of(const Voice*) {
    static const Fields<Voice> table(
        "voice", "What somebody said, in their words.",
        {{"id", &Voice::id, "Short name.", required | kebab},
         {"text", &Voice::text, "Their words, without quotation marks.", required},
         {"by", &Voice::by, "Who said it, as it is printed.", required},
         {"story", &Voice::is_story, "True for a short story, false for a quote.", by_default("false")},
         {"outcomes", &Voice::outcomes, "Ids of the outcomes that it speaks for.", kebab},
         {"site", &Voice::site, "The id of the site that it is about."},
         {"on", &Voice::on, "The day on which it was said."},
         {"consent", &Voice::consent, "Without it, it is never used."}});
    return table;
}

const Fields<Photo>& fields_of(const Photo*) {
    static const Fields<Photo> table(
        "photo", "A picture of the service's own.",
        {{"id", &Photo::id, "Short name.", required | kebab},
         {"file", &Photo::file, "The file, from the project's folder.", required},
         {"alt", &Photo::alt, "What it shows, for those who do not see it.", required},
         {"caption", &Photo::caption, "What stands beneath it."},
         {"credit", &Photo::credit, "Who made it."},
         {"shows-people", &Photo::shows_people, "False when nobody can be seen; then it needs no consent.",
          by_default("true")},
         {"outcomes", &Photo::outcomes, "Ids of the outcomes that it speaks for.", kebab},
         {"site", &Photo::site, "The id of the site that it is of."},
         {"consent", &Photo::consent, "Of everybody whom it shows."}});
    return table;
}

const Fields<Cost>& fields_of(const Cost*) {
    static const Fields<Cost> table(
        "cost", "What the work costs, and what that is set against; printed as an estimate.",
        {{"id", &Cost::id, "Short name.", required | kebab},
         {"label", &Cost::label, "What is paid for.", required},
         {"amount", &Cost::amount, "How much.", required | at_least(0)},
         {"currency", &Cost::currency, "Its three letters, such as GBP.", required},
         {"per", &Cost::per, "For how long and for whom, such as year.", required},
         {"against", &Cost::against, "What it is set against, in words."},
         {"against-amount", &Cost::against_amount, "What that costs, in the same currency."},
         {"basis", &Cost::basis, "How it was estimated.", required},
         {"source", &Cost::source, "From which record. Without it, it is left out."},
         {"expires", &Cost::expires, "The last day on which it may be used."}});
    return table;
}

const Fields<Disclosure>& fields_of(const Disclosure*) {
    static const Fields<Disclosure> table(
        "disclosure", "How counts of people are kept from telling who they are of.",
        {{"hide-up-to", &Disclosure::hide_up_to, "Counts from 1 to this are hidden.",
          between(1, 20) | by_default("7")},
         {"round-to", &Disclosure::round_to, "Counts of people are printed as multiples of this, such as 5.",
          between(1, 10) | by_default("1")}});
    return table;
}

const Fields<File>& fields_of(const File*) {
    static const Fields<File> table(
        "evidence", "What a service knows about itself. Values stand beside it, in CSV files or workbooks.",
        {{"indicators", &File::indicators, "What is measured."},
         {"voices", &File::voices, "What people said."},
         {"photos", &File::photos, "Pictures of the service's own."},
         {"references", &File::references, "Published works."},
         {"costs", &File::costs, "What it costs, and what that is set against."},
         {"disclosure", &File::disclosure, "How small counts are protected."}});
    return table;
}

}  // namespace sayso::evidence
