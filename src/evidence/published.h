// What may be shown of the evidence, decided once for a whole project: the only thing that documents see.
// Stage: between model and compose. In: evidence, the day, what earlier packs printed. Out: numbers that are
// printed or hidden, voices and photos with consent, and a list of what was left out and why.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diag/diagnostic.h"
#include "evidence/evidence.h"

namespace sayso::evidence {

/// A count that is small, or from which a small one could be worked out; the two are marked alike.
struct Hidden {
    bool operator==(const Hidden&) const = default;
};
using Shown = std::variant<double, Hidden>;

struct Point {
    Period period;
    Shown shown;
    bool operator==(const Point&) const = default;
};

struct Series {
    std::string site;           // id; empty: the whole service
    std::vector<Point> points;  // in order of period; periods without a value are not there
};

struct PublishedIndicator {
    Indicator about;
    std::vector<Series> series;  // the whole service first, then sites by id
    /// Every hidden number is from 1 to the limit, and saying so gives nothing away.
    bool says_fewer = false;

    const Series* at(const std::string& site) const;
};

/// What a document may not use, and why, in words: `expired on 2026-01-31`.
struct LeftOut {
    std::string what, id, why;  // "voice", "mother-1"
    Span place;
};

struct Expiring {
    std::string what, id, on;  // a day
};

/// A number of people as it was printed, kept with a pack, so that a later one cannot give away what it hid;
/// or a sum that was hidden, without its number: later ones know nothing else of a sum of fewer sites.
struct PrintedNumber {
    static constexpr int not_shown = -1;

    std::string indicator, site;
    Period period;
    double number = 0;
    int rounded_to = 1;  // 0: it was said to be from 1 to `number`; or not_shown
    /// The sites that it was the sum of, by id; none where it was typed. A site may bring its values later.
    std::vector<std::string> over;
    auto operator<=>(const PrintedNumber&) const = default;
};

/// How far the proof went.
struct Proof {
    std::size_t people = 0;  // counts of people, and percentages of them, that could be printed
    std::size_t small = 0;   // hidden because they are small
    std::size_t others = 0;  // hidden to protect those
    bool complete = true;    // for each of them it is proven that nothing printed narrows it down
};

struct Published {
    std::vector<PublishedIndicator> indicators;
    std::vector<Voice> voices;  // with a consent in force
    std::vector<Photo> photos;
    std::vector<model::Reference> references;
    std::vector<Cost> costs;
    std::vector<LeftOut> left_out;
    std::vector<Expiring> expiring;      // within 90 days
    std::vector<PrintedNumber> printed;  // of people, for the next pack; sorted
    Proof proof;
    int hide_up_to = 7;
    int today = 0;        // the day it was decided for
    int holds_until = 0;  // the last day on which the same would be decided; days since 1970-01-01

    const PublishedIndicator* indicator(const std::string& id) const;
    bool measured() const { return !indicators.empty(); }
};

/// `today` is a day since 1970-01-01; `earlier` is what earlier packs printed. Counts of people that cannot
/// be proven safe are an error, and their indicator is left out.
Published disclose(const Evidence& evidence, int today, const std::vector<PrintedNumber>& earlier,
                   Diagnostics& diagnostics);

/// Why the consent does not allow this use on this day, in words; empty where it does. An empty audience or
/// kind asks whether anybody may use it for anything.
std::string refusal(const std::optional<Consent>& consent, int today, const std::string& audience,
                    const std::string& kind);

}  // namespace sayso::evidence
