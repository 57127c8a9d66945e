// What a pack no longer has is taken away: an old leaflet beside new ones would pass for one of them.
#pragma once

#include <string>
#include <vector>

#include "pack/store.h"

namespace sayso::pack {

/// Removes the files of `earlier` that are not in `manifest`, and the pages and archives of sites that have
/// no documents any more; without `zip`, every archive. Part of a pack (`whole` false) cannot know which
/// sites have none. Gives the paths of the documents that are gone.
std::vector<std::string> remove_gone(Store& store, const Earlier& earlier, const Manifest& manifest, bool zip,
                                     bool whole);

}  // namespace sayso::pack
