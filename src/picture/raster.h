// Pixels on their way from a file to a frame::Image.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "frame/frame.h"
#include "picture/color_profile.h"
#include "picture/orientation.h"
#include "picture/shrink.h"

namespace sayso::picture {

/// Rows from the top, without padding. `channels`: 1 grey, 3 red, green, blue, 4 with opacity.
struct Raster {
    PixelSize size;
    std::size_t channels = 3;
    std::string bytes;
};

/// Pixels that stand in memory as a decoder left them.
struct Pixels {
    const std::uint8_t* rows;
    std::size_t stride;  // bytes from row to row
    PixelSize size;
    std::size_t channels;
};

/// Those in sRGB, and no more than `kept` of them.
Raster reduced(const Pixels& pixels, PixelSize kept, const std::optional<ColorMap>& map);

/// The same pixels, each where it belongs in the upright picture.
Raster turned(Raster lying, Orientation orientation);

/// As samples; opacity that hides nothing is dropped.
std::shared_ptr<const frame::Image> sampled_image(Raster raster);

/// As a JPEG, for photos: a tenth of the bytes. `raster` has no opacity.
std::shared_ptr<const frame::Image> photo_image(const Raster& raster);
/// A JPEG that is one already.
std::shared_ptr<const frame::Image> as_jpeg(PixelSize size, bool gray, std::string file);

}  // namespace sayso::picture
