// Packs: every document of every site of a service, made again only where something changed.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sayso/sayso.h"

namespace sayso {

struct PackOptions {
    std::string out = "pack";
    std::size_t jobs = 1;               // threads
    std::size_t shard = 1, shards = 1;  // this run makes part `shard` of `shards`
    bool zip = false;                   // one archive a site, too
    bool strict = false;                // warnings are errors
    bool draft_language = false;        // print what is translated in part, marked as a draft
    bool fresh = false;                 // make everything again
    std::string pdf;                    // "1.7" or "2.0", whatever pack.yaml says; empty: as it says
};

/// What one run did.
struct PackReport : Report {
    struct Document {
        std::string path;  // in the pack, without its ending
        enum class Fate : std::uint8_t { made, kept, failed, removed } fate = Fate::made;
        std::string why;
    };
    std::vector<Document> documents;  // in the order of the pack
    std::size_t made = 0, kept = 0, failed = 0, removed = 0;
    std::uint64_t bytes = 0;                              // written
    bool finished = false;                                // the pack's pages and manifest stand
    std::vector<std::pair<std::string, double>> seconds;  // of processor time, by stage, all threads together
};

/// Makes or completes the pack in `options.out`. `progress` may be called from any thread, one call at a
/// time. Killed at any moment, it leaves whole files, and the next run goes on from there.
PackReport make_pack(Env& env, const std::string& data_folder, const std::string& project,
                     const PackOptions& options, const Progress& progress = {});

/// Joins the shards that lie in `folders` into one pack in `out`, which may be one of them.
PackReport merge_packs(Env& env, const std::string& data_folder, const std::vector<std::string>& folders,
                       const std::string& out, bool zip);

/// What changed from one pack to another, one line each: documents that came and went, and, where documents
/// have the same name, their words and numbers. Changes that several documents share are told once.
Report diff_packs(Env& env, const std::string& older, const std::string& newer,
                  std::vector<std::string>& lines);

}  // namespace sayso
