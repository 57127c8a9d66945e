// One ZIP archive a site. Same files, same bytes: entries in order of name, times from the documents.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sayso::pack {

struct ArchiveMember {
    std::string path;  // in the archive
    std::string bytes;
    std::int64_t time = 0;  // seconds since 1970 UTC
};

/// The archive's bytes. One at a time: libzip asks the C library for the time zone, which all threads share.
/// They are empty when libzip refuses, which memory alone can make it do. PDF and PNG are stored
/// as they are, for they are compressed already.
std::string zip(std::vector<ArchiveMember> members);

}  // namespace sayso::pack
