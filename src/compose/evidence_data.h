// What templates see of the evidence: claims by id, and what of it concerns this reader. docs/evidence.md
// lists it.
#pragma once

#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

/// `claim`: a record for each indicator; of one that is left out, nothing, which `when` sees as false.
Data claim_data(const Request& request);

/// `evidence`: claims in the order of this reader's outcomes, the key claim, consented voices and photos,
/// costs, references and what "not shown" means; `measured` tells whether there is any claim.
Data evidence_data(const Request& request);

}  // namespace sayso::compose
