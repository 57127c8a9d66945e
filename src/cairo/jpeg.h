// JPEG to pixels in Cairo's own order, by libjpeg-turbo.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sayso::cairo {

/// Rows of 32-bit pixels as CAIRO_FORMAT_RGB24 wants them (blue first in memory on a little-endian machine).
struct Pixels {
    int width = 0, height = 0;
    std::vector<unsigned char> bytes;
    int stride() const { return width * 4; }
};

/// Decoded pixels, or libjpeg's reason why not. A picture much wider than `needed_width` pixels is read at
/// the coarsest scale that has as many.
std::variant<Pixels, std::string> decode_jpeg(std::string_view file, int needed_width);

}  // namespace sayso::cairo
