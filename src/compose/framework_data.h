// The inspection frameworks as templates see them. Stage: compose, inside it only.
#pragma once

#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

/// Those of the request's strand, each with the points where there is something of the approach to see.
Data framework_data(const Request& request);

}  // namespace sayso::compose
