// JPEG files made here: anew from pixels, or from another file without loss.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "picture/orientation.h"
#include "picture/raster.h"

namespace sayso::picture {

/// Nothing in it but what decoding needs. `raster` is grey or RGB.
std::string write_jpeg(const Raster& raster);

/// The same picture, not one coefficient changed: upright, with nothing beside what decoding needs. Nothing
/// where that cannot be done, as for a side to be turned that ends within a block of 8 or 16 pixels.
std::optional<std::string> bare_jpeg(std::string_view file, Orientation orientation);

}  // namespace sayso::picture
