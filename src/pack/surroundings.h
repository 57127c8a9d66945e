// What stands around a pack's documents: pages for people, and archives.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "pack/index_page.h"
#include "pack/store.h"

namespace sayso::pack {

struct WriteFault {
    std::string path;  // in the pack
    IoError fault;
};

struct Archives {
    bool wanted = false;
    std::set<std::string> changed = {};   // sites whose documents are not what they were
    std::vector<FileEntry> earlier = {};  // those of an earlier run
};

/// Writes them, where they are not there already, on `threads` threads, and enters them into the manifest.
std::optional<WriteFault> surround(Store& store, const IndexPages& pages, const Archives& archives,
                                   std::size_t threads, Manifest& manifest);

}  // namespace sayso::pack
