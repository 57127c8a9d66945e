// What the rules of plain, accessible print must know of a document that is asked for.
#pragma once

#include "check/check.h"
#include "compose/request.h"

namespace sayso {

/// The same for every site.
check::Profile profile_for(const compose::Request& request);

}  // namespace sayso
