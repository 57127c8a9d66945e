// What a service knows about itself: indicators with their values, voices, photos, references, costs. Files:
// a project's evidence/ folder. Everything here is the service's own; what may be shown of it, published.h
// says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evidence/period.h"
#include "model/approach.h"
#include "model/project.h"

namespace sayso::evidence {

using model::Words;

/// What a number counts, which decides how it is read, summed and protected.
enum class Counts : std::uint8_t { people, events, percent, score, money };

/// Something that is measured again and again.
struct Indicator {
    Words id, label;
    Words counts_word;              // as written: see counts()
    std::optional<Words> unit;      // "incidents", after a number
    std::optional<Words> unit_one;  // "incident", after 1
    Words better;                   // higher, lower
    Words every;                    // month, quarter, half-year, year
    std::vector<Words> outcomes;    // that it speaks for
    Words method, source, by;       // how, from what record, by whom
    Words strength;                 // strong, fair, limited
    std::optional<Words> start;     // of the work, a period
    std::optional<Words> baseline;  // the period to compare with, if not the last before the start
    std::optional<double> target;
    std::optional<Words> expires;     // a day
    std::optional<Words> over_sites;  // sum, mean, none
    std::optional<Words> part_of;     // the id of the indicator of people whom these are some of
    int decimals = 0;
    Span place;

    Counts counts() const;
    int months() const { return months_in(every.text); }
    /// Whether a value of all sites is the sum of theirs ("sum"), their mean ("mean"), or nothing ("none").
    std::string combined() const;
};

/// Who agreed to the use of what is about a person, and to what.
struct Consent {
    Words by;                                            // who gave it
    Words form;                                          // written, spoken, signed, best-interests
    Words on;                                            // a day
    std::optional<Words> until;                          // a day; none: until it is withdrawn
    std::vector<Words> audiences;                        // ids, or "all"
    std::vector<Words> uses;                             // kinds of documents, or "all"
    Words record;                                        // where it is kept
    std::optional<Words> decided_by, consulted, reason;  // of best interests
    std::optional<Words> withdrawn;                      // a day
    Span place;
};

struct Voice {
    Words id, text, by;  // `by` as it is printed: "Mother of a man at Mill Lane"
    bool is_story = false;
    std::vector<Words> outcomes;
    std::optional<Words> site;
    std::optional<Words> on;  // when it was said, a day
    std::optional<Consent> consent;
    Span place;
};

struct Photo {
    Words id, file, alt;
    std::optional<Words> caption, credit;
    bool shows_people = true;  // without people it needs no consent
    std::vector<Words> outcomes;
    std::optional<Words> site;
    std::optional<Consent> consent;
    Span place;
};

/// What the work costs, or what it is set against. Always an estimate, and said so.
struct Cost {
    Words id, label;
    double amount = 0;
    Words currency, per;           // GBP; "year for each home"
    std::optional<Words> against;  // what it is set against, in words
    std::optional<double> against_amount;
    Words basis;  // how it was estimated
    Words source;
    std::optional<Words> expires;
    Span place;
};

/// How small counts are kept from telling who they are of.
struct Disclosure {
    int hide_up_to = 7;
    int round_to = 1;  // 5: counts of people are printed as multiples of 5
};

struct Value {
    std::size_t indicator = 0;  // in Evidence::indicators
    std::string site;           // id; empty: the whole service
    Period period;
    double number = 0;
    Span span;
};

/// evidence.yaml.
struct File {
    std::vector<Indicator> indicators;
    std::vector<Voice> voices;
    std::vector<Photo> photos;
    std::vector<model::Reference> references;
    std::vector<Cost> costs;
    Disclosure disclosure;
};

struct Evidence : File {
    std::vector<Value> values;  // by indicator, site, period; each once

    const Indicator* indicator(const std::string& id) const;
    bool empty() const {
        return indicators.empty() && voices.empty() && photos.empty() && references.empty() && costs.empty();
    }
};

}  // namespace sayso::evidence
