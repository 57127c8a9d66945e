// Which documents a request stands for: every wanted audience, kind, site and language.
#pragma once

#include <vector>

#include "sayso/sayso.h"
#include "session/library.h"

namespace sayso {

/// Unknown ids are errors with suggestions; what is known goes on.
std::vector<Job> list_jobs(Library& library, const BuildOptions& options);

}  // namespace sayso
