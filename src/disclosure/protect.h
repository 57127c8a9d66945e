// Which statements may be printed: small counts are hidden, and others with them until the audit proves every
// hidden count safe.
#pragma once

#include <vector>

#include "disclosure/audit.h"

namespace sayso::disclosure {

struct Plan {
    Printed printed;
    std::vector<Finding> findings;  // the last audit's, of every hidden count
    /// Counts that could not be proven safe within the effort, even with everything hidden that could help:
    /// whoever asked must not print. A count that is hidden for others' sake, and that is known to be large
    /// whatever is hidden now, is none of them: what is known of it tells of nobody.
    std::vector<CountId> refused;
};

Plan protect(const Problem& problem, const Effort& effort = {});

}  // namespace sayso::disclosure
