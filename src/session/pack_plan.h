// Which documents a pack holds: the pack file's groups, for each of the sites.
#pragma once

#include <string>
#include <vector>

#include "model/pack_file.h"
#include "session/catalogue.h"

namespace sayso {

/// One document of a pack.
struct PackTask {
    Job job;  // its path is within the pack
    std::vector<std::string> formats;
    std::vector<std::size_t> groups{};  // of the pack file, that ask for it
    std::string pdf{};                  // the version; empty: 1.7
};

/// In the order of the sites, then of the pack file; every path once. Names that the project does not know
/// are errors at their places; documents for a strand that a site does not work in are left out.
std::vector<PackTask> plan_pack(Catalogue& catalogue, const model::PackFile& file);

}  // namespace sayso
