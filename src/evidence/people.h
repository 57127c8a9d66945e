// Counts of people as a problem of disclosure control. Private to src/evidence.
#pragma once

#include <vector>

#include "evidence/published.h"

namespace sayso::evidence {

/// A value that could be printed: of an indicator, a site and a period.
struct Candidate {
    std::size_t indicator = 0;
    std::string site;
    Period period;
    double number = 0;
    Span span;
    std::vector<std::string> over;  // the sites that it is the sum of; none where it was typed
};

/// Values as typed, and the sums of all sites' of a period. In order of indicator, period, site.
std::vector<Candidate> candidates_of(const Evidence& evidence);

/// Which of the candidates are printed. Only those of people, and percentages of them, are ever hidden.
struct Decision {
    std::vector<bool> hidden;          // by candidate
    std::vector<bool> says_fewer;      // by indicator
    std::vector<std::size_t> refused;  // indicators that may not be printed at all
    Proof proof;
};
Decision protect_people(const Evidence& evidence, const std::vector<Candidate>& candidates,
                        const std::vector<PrintedNumber>& earlier, Diagnostics& diagnostics);

/// A count of people as it is printed.
double rounded(double count, int to);

}  // namespace sayso::evidence
