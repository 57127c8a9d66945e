// What is in a pack, file by file. File: manifest.json at its top; while a run is under way, also one line a
// document in .sayso/journal.jsonl, so that nothing made is forgotten when the run is stopped.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "account/build_report.h"
#include "pack/fingerprint.h"

namespace sayso::pack {

struct FileEntry {
    std::string path;  // within the pack
    std::string sha256;
    std::uint64_t bytes = 0;
    std::size_t pages = 0;
    bool operator==(const FileEntry&) const = default;
};

struct DocumentEntry {
    std::string path;  // within the pack, without its ending
    std::string title;
    std::string site, site_name, audience, audience_name, kind, kind_name, edition, strand, lang;
    std::string print;      // how to print it
    std::int64_t made = 0;  // seconds since 1970 UTC; the date that it bears
    Fingerprint inputs;
    std::vector<std::string> checks;  // sets of rules that it passed: docs/checks.md
    std::size_t warnings = 0;         // of theirs
    evidence::Account account;        // of the evidence in it
    std::vector<FileEntry> files;
    bool operator==(const DocumentEntry&) const = default;
};

/// What could not be made.
struct FailedEntry {
    std::string path;  // a document, or the row of a table of sites
    std::string why;
    bool operator==(const FailedEntry&) const = default;
};

struct Manifest {
    std::string made_by;                        // "sayso 0.1.0"
    std::string title;                          // of the service
    std::string lang;                           // that its documents are in unless they say otherwise
    bool fictional = false;                     // the service is made up, and every page says so
    std::string shard;                          // "2 of 4", or empty
    std::map<std::string, std::string> inputs;  // every file that was read, with its SHA-256
    std::vector<DocumentEntry> documents;
    std::vector<FailedEntry> failed;
    std::optional<account::State> evidence;  // none: the project has none
    std::vector<FileEntry> pages;            // for people: see index_page.h
    std::vector<FileEntry> archives;         // one a site, if asked for
};

/// Of the small picture of a document's first page, one of its files. No document's name has a point in it.
std::string thumbnail_path(const std::string& document);

/// Paths of the pack's own matter, within it.
std::string manifest_path(std::size_t shard, std::size_t shards);
std::string journal_path(std::size_t shard, std::size_t shards);
std::string inputs_path(std::size_t shard, std::size_t shards);
std::string lock_path(std::size_t shard, std::size_t shards);
std::string words_path(const std::string& document);

std::string to_json(const Manifest& manifest);
/// Nothing for anything but a manifest that this version can read.
std::optional<Manifest> manifest_from_json(std::string_view text);

/// One line, with its end.
std::string to_line(const DocumentEntry& document);
/// Whole lines only: the last may have been cut short.
std::vector<DocumentEntry> from_lines(std::string_view text);

}  // namespace sayso::pack
