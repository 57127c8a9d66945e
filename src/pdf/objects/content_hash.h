// A 128-bit hash of bytes, for file identifiers and subset tags. Not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sayso::pdf {

class ContentHash {
  public:
    void add(std::string_view bytes);
    std::array<std::uint8_t, 16> digest() const;

  private:
    void mix(std::uint64_t word);
    std::uint64_t low_ = 0x6A09E667F3BCC908, high_ = 0xBB67AE8584CAA73B;
};

}  // namespace sayso::pdf
