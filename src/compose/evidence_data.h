// What templates see of the evidence: claims by id, and what of it concerns this reader. docs/evidence.md
// lists it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "compose/cache.h"
#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

/// What each indicator tells where the document is of, in the order of this reader's outcomes.
struct Claims {
    List all;
    List told;  // those of them that have something to say here, numbered
};
Claims claims_of(const Request& request, Cache& cache);

/// `claim`: all claims by id; of an indicator that is left out, nothing, which `when` sees as false.
Data claim_data(const Request& request, const List& claims);

/// `evidence`: the claims that are told, in their order, the key claim, consented voices and photos, costs,
/// references and what "not shown" means; `measured` tells whether there is any claim.
Data evidence_data(const Request& request, const List& claims);

/// Voices and photos that the consent keeps from this reader or kind of document, where `asked`, the paths
/// that the template asked for, has them.
std::vector<evidence::Refused> refused_evidence(const Request& request,
                                                const std::set<std::string, std::less<>>& asked);

}  // namespace sayso::compose
