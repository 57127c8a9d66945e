// What templates see of the evidence: claims by id, and what of it concerns this reader. docs/evidence.md
// lists it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

/// `claim`: a record for each indicator; of one that is left out, nothing, which `when` sees as false.
Data claim_data(const Request& request);

/// `evidence`: claims in the order of this reader's outcomes, the key claim, consented voices and photos,
/// costs, references and what "not shown" means; `measured` tells whether there is any claim.
Data evidence_data(const Request& request);

/// Voices and photos that the consent keeps from this reader or kind of document, where `asked`, the paths
/// that the template asked for, has them.
std::vector<evidence::Refused> refused_evidence(const Request& request,
                                                const std::set<std::string, std::less<>>& asked);

}  // namespace sayso::compose
