#include "ooxml/zip.h"

#include <deque>
#include <new>

#include <libdeflate.h>

namespace sayso::ooxml {
namespace {

// PKWARE APPNOTE 6.3, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
constexpr std::uint32_t local_mark = 0x04034b50, central_mark = 0x02014b50, end_mark = 0x06054b50;
constexpr std::uint16_t version = 20;              // deflate
constexpr std::uint16_t utf8_names = 1 << 11;      // general purpose flag 11
constexpr std::uint16_t stored = 0, deflated = 8;  // compression methods
constexpr std::uint16_t midnight = 0, new_year_1980 = (1 << 5) | 1;

void put16(std::string& out, std::uint16_t value) {
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8);
}

void put32(std::string& out, std::size_t value) {
    put16(out, static_cast<std::uint16_t>(value & 0xFFFF));
    put16(out, static_cast<std::uint16_t>((value >> 16) & 0xFFFF));
}

/// The fields that both headers of an entry share.
void put_common(std::string& out, const ZipEntry& entry) {
    const std::uint16_t method = entry.stored ? stored : deflated;
    for (const std::uint16_t field : {version, utf8_names, method, midnight, new_year_1980})
        put16(out, field);
    put32(out, entry.crc);
    put32(out, entry.deflated.size());
    put32(out, entry.size);
    put16(out, static_cast<std::uint16_t>(entry.path.size()));
    put16(out, 0);  // no extra field
}

void put_local(std::string& out, const ZipEntry& entry) {
    put32(out, local_mark);
    put_common(out, entry);
    out += entry.path;
    out += entry.deflated;
}

void put_central(std::string& out, const ZipEntry& entry, std::size_t offset) {
    put32(out, central_mark);
    put16(out, version);  // made by: FAT, so that there are no rights to differ
    put_common(out, entry);
    for (int field = 0; field < 3; ++field) put16(out, 0);  // comment, disk, internal attributes
    put32(out, 0);                                          // external attributes
    put32(out, offset);
    out += entry.path;
}

}  // namespace

struct Zipper::Impl {
    static constexpr std::size_t most_shared = 128;
    struct Shared {
        std::string bytes;
        ZipEntry entry;
    };
    struct Free {
        void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
    };
    std::unique_ptr<libdeflate_compressor, Free> compressor{libdeflate_alloc_compressor(6)};
    std::deque<Shared> shared;
};

Zipper::Zipper() : impl_(std::make_unique<Impl>()) {
    if (!impl_->compressor) throw std::bad_alloc();
}
Zipper::~Zipper() = default;
Zipper::Zipper(Zipper&&) noexcept = default;

ZipEntry Zipper::entry(std::string path, std::string_view bytes) {
    libdeflate_compressor* const compressor = impl_->compressor.get();
    std::string out(libdeflate_deflate_compress_bound(compressor, bytes.size()), '\0');
    out.resize(libdeflate_deflate_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
    const std::uint32_t crc = libdeflate_crc32(0, bytes.data(), bytes.size());
    return {std::move(path), std::move(out), static_cast<std::uint32_t>(bytes.size()), crc};
}

ZipEntry Zipper::stored(std::string path, std::string bytes) {
    const std::uint32_t crc = libdeflate_crc32(0, bytes.data(), bytes.size());
    const auto size = static_cast<std::uint32_t>(bytes.size());
    return {std::move(path), std::move(bytes), size, crc, true};
}

const ZipEntry& Zipper::shared(const std::string& path, std::string bytes) {
    for (const Impl::Shared& known : impl_->shared)
        if (known.entry.path == path && known.bytes == bytes) return known.entry;
    ZipEntry made = entry(path, bytes);
    return impl_->shared.emplace_back(Impl::Shared{std::move(bytes), std::move(made)}).entry;
}

void Zipper::trim() {
    while (impl_->shared.size() > Impl::most_shared) impl_->shared.pop_front();
}

std::string zip_archive(const std::vector<const ZipEntry*>& entries) {
    std::string out, directory;
    for (const ZipEntry* entry : entries) {
        put_central(directory, *entry, out.size());
        put_local(out, *entry);
    }
    const std::size_t start = out.size();
    out += directory;
    put32(out, end_mark);
    put16(out, 0);  // of one disk
    put16(out, 0);
    for (int field = 0; field < 2; ++field) put16(out, static_cast<std::uint16_t>(entries.size()));
    put32(out, directory.size());
    put32(out, start);
    put16(out, 0);  // no comment
    return out;
}

}  // namespace sayso::ooxml
