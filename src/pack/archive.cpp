#include "pack/archive.h"

#include <algorithm>
#include <ctime>
#include <memory>

#include <zip.h>

namespace sayso::pack {
namespace {

constexpr std::uint16_t noon = 12 << 11;  // of MS-DOS: hours, minutes, half seconds

/// The day in UTC, as MS-DOS writes it. libzip takes it through the machine's time zone and back; noon is
/// there in all of them.
std::uint16_t dos_day(std::int64_t seconds) {
    const std::time_t time = static_cast<std::time_t>(std::max<std::int64_t>(seconds, 315'532'800));  // 1980
    std::tm utc{};
    gmtime_r(&time, &utc);
    return static_cast<std::uint16_t>(((utc.tm_year - 80) << 9) | ((utc.tm_mon + 1) << 5) | utc.tm_mday);
}

bool is_compressed(const std::string& path) {
    return path.ends_with(".pdf") || path.ends_with(".png");
}

bool add(zip_t* archive, const ArchiveMember& member) {
    zip_source_t* bytes = zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
    if (bytes == nullptr) return false;
    const zip_int64_t at = zip_file_add(archive, member.path.c_str(), bytes, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
        zip_source_free(bytes);
        return false;
    }
    const auto index = static_cast<zip_uint64_t>(at);
    return zip_set_file_compression(archive, index,
                                    is_compressed(member.path) ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0 &&
           zip_file_set_dostime(archive, index, noon, dos_day(member.time), 0) == 0;
}

std::string read_all(zip_source_t* source) {
    std::string out;
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return out;
    out.resize(stat.size);
    const zip_int64_t got = zip_source_read(source, out.data(), out.size());
    zip_source_close(source);
    return got == static_cast<zip_int64_t>(out.size()) ? out : std::string();
}

}  // namespace

std::string zip(std::vector<ArchiveMember> members) {
    std::sort(members.begin(), members.end(),
              [](const ArchiveMember& a, const ArchiveMember& b) { return a.path < b.path; });
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (target == nullptr) return {};
    zip_source_keep(target);  // for reading it when the archive is closed
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(target, &zip_source_free);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (archive == nullptr) {
        zip_source_free(target);
        return {};
    }
    const bool added =
        std::all_of(members.begin(), members.end(), [&](const ArchiveMember& m) { return add(archive, m); });
    if (!added || zip_close(archive) != 0) {
        zip_discard(archive);
        return {};
    }
    return read_all(target);
}

}  // namespace sayso::pack
