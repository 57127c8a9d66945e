#include "picture/png_file.h"

#include <cmath>
#include <cstdlib>
#include <memory>

#include <spng.h>

namespace sayso::picture {
namespace {

struct EncoderDeleter {
    void operator()(spng_ctx* encoder) const { spng_ctx_free(encoder); }
};
struct Freed {
    void operator()(void* bytes) const { std::free(bytes); }
};

std::uint8_t color_type(int channels) {
    switch (channels) {
        case 1:
            return SPNG_COLOR_TYPE_GRAYSCALE;
        case 4:
            return SPNG_COLOR_TYPE_TRUECOLOR_ALPHA;
        default:
            return SPNG_COLOR_TYPE_TRUECOLOR;
    }
}

}  // namespace

std::string encode_png(const PngRows& rows) {
    const std::unique_ptr<spng_ctx, EncoderDeleter> encoder(spng_ctx_new(SPNG_CTX_ENCODER));
    spng_set_option(encoder.get(), SPNG_ENCODE_TO_BUFFER, 1);
    // Measured on pages: without filters half the time and files a quarter smaller.
    if (rows.flat) spng_set_option(encoder.get(), SPNG_FILTER_CHOICE, SPNG_DISABLE_FILTERING);
    if (rows.quick) spng_set_option(encoder.get(), SPNG_IMG_COMPRESSION_LEVEL, 1);
    spng_ihdr header{};
    header.width = rows.width;
    header.height = rows.height;
    header.bit_depth = 8;
    header.color_type = color_type(rows.channels);
    spng_set_ihdr(encoder.get(), &header);
    if (rows.dpi) {
        spng_phys paper{};
        paper.ppu_x = paper.ppu_y = static_cast<std::uint32_t>(std::lround(*rows.dpi / 0.0254));
        paper.unit_specifier = 1;  // the metre
        spng_set_phys(encoder.get(), &paper);
    }
    if (spng_encode_image(encoder.get(), rows.bytes.data(), rows.bytes.size(), SPNG_FMT_PNG,
                          SPNG_ENCODE_FINALIZE) != 0)
        return {};
    std::size_t size = 0;
    int fault = 0;
    const std::unique_ptr<void, Freed> bytes(spng_get_png_buffer(encoder.get(), &size, &fault));
    return bytes ? std::string(static_cast<const char*>(bytes.get()), size) : std::string();
}

}  // namespace sayso::picture
