#include "pdf/objects/content_hash.h"

#include <bit>
#include <cstring>

namespace sayso::pdf {
namespace {

/// The finaliser of a 64-bit multiplicative hash: every bit of the input reaches every bit of the output.
std::uint64_t stir(std::uint64_t x) {
    x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93;
    x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93;
    return x ^ (x >> 32);
}

/// Up to eight bytes as a little-endian number, whatever the machine.
inline std::uint64_t little_endian(const char* bytes, std::size_t count) {
    std::uint64_t word = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&word, bytes, count);
    } else {
        for (std::size_t i = 0; i < count; ++i)
            word |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << (8 * i);
    }
    return word;
}

}  // namespace

void ContentHash::mix(std::uint64_t word) {
    low_ = std::rotl(low_ ^ (word * 0x9E3779B97F4A7C15), 29) * 0xBF58476D1CE4E5B9;
    high_ = (std::rotl(high_, 31) + low_) * 0x94D049BB133111EB ^ word;
}

void ContentHash::add(std::string_view bytes) {
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) mix(little_endian(bytes.data() + at, 8));
    mix(little_endian(bytes.data() + at, bytes.size() - at));
    mix(bytes.size());  // "ab" + "c" is not "a" + "bc"
}

std::array<std::uint8_t, 16> ContentHash::digest() const {
    const std::uint64_t first = stir(low_ ^ std::rotl(high_, 17)), second = stir(high_ + first);
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[i] = static_cast<std::uint8_t>(first >> (8 * i));
        bytes[8 + i] = static_cast<std::uint8_t>(second >> (8 * i));
    }
    return bytes;
}

}  // namespace sayso::pdf
