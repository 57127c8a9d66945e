// What the documents for one reader have in common, whatever their site: data made once and then shared.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compose/data.h"
#include "compose/request.h"
#include "evidence/published.h"

namespace sayso::compose {

/// The parts of a document's data that no site changes.
struct CommonData {
    Data approach, audience, central, frameworks, terms, strand, strings;
};

/// Kept between documents of one snapshot of the content, within which ids and a language name a value; one a
/// thread.
class Cache {
  public:
    const CommonData& common(const Request& request);
    /// What the indicator tells at the document's site, without a number: months and figures written out by
    /// the rules of a language cost more than the rest of a document's data.
    const Record& claim(const Request& request, const evidence::PublishedIndicator& indicator);

  private:
    struct Key {
        std::string approach, layout, audience, lang, strand;
        bool frameworks = false;
        auto operator<=>(const Key&) const = default;
    };
    struct ClaimKey {
        std::string indicator, site, lang;
        auto operator<=>(const ClaimKey&) const = default;
    };
    std::map<Key, CommonData> known_;  // bounded, then begun anew; so are the claims
    std::map<ClaimKey, Record> claims_;
};

}  // namespace sayso::compose
