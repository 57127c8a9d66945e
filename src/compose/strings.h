// The fixed words of a template as one reader gets them. In: the request. Out: the data that {{string.NAME}}
// names.
#pragma once

#include "compose/data.h"
#include "compose/request.h"

namespace sayso::compose {

Data strings(const Request& request);

}  // namespace sayso::compose
