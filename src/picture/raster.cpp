#include "picture/raster.h"

#include <algorithm>
#include <vector>

#include "picture/jpeg_writer.h"

namespace sayso::picture {
namespace {

using Encoding = frame::Image::Encoding;

/// Keeps `kept` of every `channels` bytes, in place.
void drop_channels(std::string& bytes, std::size_t channels, std::size_t kept) {
    std::size_t to = 0;
    for (std::size_t from = 0; from < bytes.size(); from += channels)
        for (std::size_t i = 0; i < kept; ++i) bytes[to++] = bytes[from + i];
    bytes.resize(to);
}

bool is_opaque(const std::string& rgba) {
    for (std::size_t i = 3; i < rgba.size(); i += 4)
        if (rgba[i] != '\xff') return false;
    return true;
}

std::shared_ptr<const frame::Image> image(PixelSize size, Encoding encoding, std::string bytes) {
    return std::make_shared<frame::Image>(frame::Image{static_cast<std::uint32_t>(size.width),
                                                       static_cast<std::uint32_t>(size.height), encoding,
                                                       std::move(bytes)});
}

}  // namespace

Raster reduced(const Pixels& pixels, PixelSize kept, const std::optional<ColorMap>& map) {
    kept = {std::min(kept.width, pixels.size.width), std::min(kept.height, pixels.size.height)};
    Shrinker shrinker(pixels.size, kept, pixels.channels);
    std::vector<std::uint8_t> mapped(map ? pixels.size.width * pixels.channels : 0);
    for (std::size_t y = 0; y < pixels.size.height; ++y) {
        const std::uint8_t* row = pixels.rows + y * pixels.stride;
        if (map) map->row(row, mapped.data(), pixels.size.width);
        shrinker.add_row(map ? mapped.data() : row);
    }
    return {kept, pixels.channels, shrinker.take()};
}

Raster turned(Raster lying, Orientation orientation) {
    if (orientation == 1) return lying;
    const PixelSize to = upright_size(lying.size, orientation);
    Raster out{to, lying.channels, std::string(lying.bytes.size(), '\0')};
    const std::size_t right = lying.size.width - 1, bottom = lying.size.height - 1;
    for (std::size_t y = 0; y < to.height; ++y) {
        for (std::size_t x = 0; x < to.width; ++x) {
            const std::size_t across = is_on_its_side(orientation) ? y : x;
            const std::size_t down = is_on_its_side(orientation) ? x : y;
            const std::size_t from_x = starts_at_right(orientation) ? right - across : across;
            const std::size_t from_y = starts_at_bottom(orientation) ? bottom - down : down;
            std::copy_n(lying.bytes.data() + (from_y * lying.size.width + from_x) * lying.channels,
                        lying.channels, out.bytes.data() + (y * to.width + x) * lying.channels);
        }
    }
    return out;
}

std::shared_ptr<const frame::Image> sampled_image(Raster raster) {
    if (raster.channels == 4 && is_opaque(raster.bytes)) {
        drop_channels(raster.bytes, 4, 3);
        raster.channels = 3;
    }
    const Encoding encoding = raster.channels == 1   ? Encoding::gray8
                              : raster.channels == 3 ? Encoding::rgb8
                                                     : Encoding::rgba8;
    return image(raster.size, encoding, std::move(raster.bytes));
}

std::shared_ptr<const frame::Image> photo_image(const Raster& raster) {
    return as_jpeg(raster.size, raster.channels == 1, write_jpeg(raster));
}

std::shared_ptr<const frame::Image> as_jpeg(PixelSize size, bool gray, std::string file) {
    return image(size, gray ? Encoding::jpeg_gray : Encoding::jpeg_rgb, std::move(file));
}

}  // namespace sayso::picture
