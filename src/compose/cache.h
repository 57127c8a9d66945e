// What the documents for one reader have in common, whatever their site: data made once and then shared.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

/// The parts of a document's data that no site changes.
struct CommonData {
    Data approach, audience, central, frameworks, terms, strand, strings;
};

/// Kept between documents, one a thread. What the requests refer to must outlive it: it is known by address.
class Cache {
  public:
    const CommonData& common(const Request& request);

  private:
    using Key = std::tuple<const model::Approach*, const model::Template*, const model::Audience*,
                           const std::vector<model::FrameworkUse>*, std::string>;  // and the strand
    std::map<Key, CommonData> known_;                                              // bounded, then begun anew
};

}  // namespace sayso::compose
