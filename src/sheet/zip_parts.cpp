#include "sheet/zip_parts.h"

#include <algorithm>

#include <zip.h>

namespace sayso::sheet {

ZipParts::ZipParts(::zip* archive) : archive_(archive, &zip_discard) {}

std::optional<ZipParts> ZipParts::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return std::nullopt;
    ::zip* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive == nullptr) {
        zip_source_free(source);
        return std::nullopt;
    }
    return ZipParts(archive);
}

bool ZipParts::has(const std::string& name) const {
    return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

bool ZipParts::is_encrypted(const std::string& name) const {
    zip_stat_t stat;
    return zip_stat(archive_.get(), name.c_str(), 0, &stat) == 0 &&
           (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
}

ZipParts::Part ZipParts::read(const std::string& name, std::size_t most) const {
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive_.get(), name.c_str(), 0),
                                                                  &zip_fclose);
    if (!file) return {};
    constexpr std::size_t piece = 1u << 20;
    std::string bytes;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(std::min(before + std::max(piece, before), most + 1));
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + before, bytes.size() - before);
        if (got < 0) return {};
        bytes.resize(before + static_cast<std::size_t>(got));
        if (bytes.size() > most) return {std::nullopt, true};
        if (got == 0) return {std::move(bytes), false};
    }
}

}  // namespace sayso::sheet
