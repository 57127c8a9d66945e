// Rows of pixels as a PNG file, by libspng.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::picture {

struct PngRows {
    std::uint32_t width = 0, height = 0;
    int channels = 3;           // 1 grey, 3 RGB, 4 RGBA; eight bits each
    std::string_view bytes;     // rows without padding
    std::optional<double> dpi;  // written as the picture's size on paper
    bool flat = false;          // mostly areas of one colour, not a photo
    bool quick = false;         // pressed in half the time, and a quarter larger
};

/// Deterministic: no clock, no name of a program. Empty when libspng refuses.
std::string encode_png(const PngRows& rows);

}  // namespace sayso::picture
