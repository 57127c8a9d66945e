// Why a document of a pack is made anew, apart from making it. In: what an earlier run left of it and what it
// would be made from now. Out: the reason, in the words that --explain shows.
#pragma once

#include <optional>
#include <string>

#include "pack/fingerprint.h"
#include "pack/manifest.h"
#include "pack/store.h"

namespace sayso::pack {

/// What holds for every document of a run.
struct Standing {
    bool damaged = false;    // the earlier manifest
    std::string everything;  // why all is made anew; empty: each by its own reasons
    bool strict = false;     // warnings are errors in this run
};

/// Null: the document that is there is the one that would be made. `earlier` is null where there was none.
std::optional<std::string> reason_to_make(const Standing& standing, const DocumentEntry* earlier,
                                          const Fingerprint& inputs, const Store& store);

}  // namespace sayso::pack
