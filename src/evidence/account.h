// What one document did with the evidence: which of it stands in it, in which words, and what it left out.
// In: what compose notes as it fills a text. Out: the build's report, and the names in `pack diff`.
#pragma once

#include <compare>
#include <string>
#include <vector>

namespace sayso::evidence {

/// Where words come from: one key of a claim ("claim", "incidents", "latest"), or of a voice, photo or cost.
struct Cited {
    std::string what, id, key;
    auto operator<=>(const Cited&) const = default;
};

/// Words as they stand in the document. Of a chart, its words for those who do not see it.
struct Printed : Cited {
    std::string text;
    auto operator<=>(const Printed&) const = default;
};

/// What the document would have had, but for its consent.
struct Refused {
    std::string what, id, why;
    auto operator<=>(const Refused&) const = default;
};

struct Account {
    std::vector<Printed> printed;  // each once, sorted
    std::vector<Refused> refused;
    bool operator==(const Account&) const = default;
};

}  // namespace sayso::evidence
