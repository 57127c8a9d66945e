#include "picture/orientation.h"

#include <cstdint>

namespace sayso::picture {
namespace {

/// A TIFF structure with its byte order. Reads beyond the end give 0.
struct Tiff {
    std::string_view bytes;
    bool big_endian;

    std::uint32_t number(std::size_t at, std::size_t length) const {
        if (at > bytes.size() || bytes.size() - at < length) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < length; ++i) {
            const std::size_t next = big_endian ? at + i : at + length - 1 - i;
            value = value << 8 | static_cast<unsigned char>(bytes[next]);
        }
        return value;
    }
};

}  // namespace

Orientation tiff_orientation(std::string_view bytes) {
    constexpr std::uint32_t orientation_tag = 0x0112;
    if (!bytes.starts_with("II") && !bytes.starts_with("MM")) return 1;
    const Tiff tiff{bytes, bytes.starts_with("MM")};
    const std::size_t directory = tiff.number(4, 4);
    const std::uint32_t entries = tiff.number(directory, 2);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + std::size_t{i} * 12;
        if (entry + 12 > bytes.size()) return 1;
        if (tiff.number(entry, 2) != orientation_tag) continue;
        const std::uint32_t value = tiff.number(entry + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<Orientation>(value) : 1;
    }
    return 1;
}

Orientation exif_orientation(std::string_view segment) {
    constexpr std::string_view magic("Exif\0\0", 6);
    return segment.starts_with(magic) ? tiff_orientation(segment.substr(magic.size())) : 1;
}

}  // namespace sayso::picture
