#include "picture/png.h"

#include <spng.h>

#include "env/limits.h"

namespace sayso::picture {
namespace {

struct SpngDeleter {
    void operator()(spng_ctx* decoder) const { spng_ctx_free(decoder); }
};
using Decoder = std::unique_ptr<spng_ctx, SpngDeleter>;
using Encoding = frame::Image::Encoding;

Encoding encoding_of(const spng_ihdr& header, bool has_transparency) {
    if (has_transparency || header.color_type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA ||
        header.color_type == SPNG_COLOR_TYPE_TRUECOLOR_ALPHA)
        return Encoding::rgba8;
    return header.color_type == SPNG_COLOR_TYPE_GRAYSCALE ? Encoding::gray8 : Encoding::rgb8;
}

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

/// libspng makes RGB8 and RGBA8 of every PNG; grey and opaque pictures are then made smaller.
int decode_pixels(spng_ctx* decoder, frame::Image& image) {
    const bool alpha = image.encoding == Encoding::rgba8;
    const int format = alpha ? SPNG_FMT_RGBA8 : SPNG_FMT_RGB8;
    std::size_t size = 0;
    if (const int fault = spng_decoded_image_size(decoder, format, &size)) return fault;
    image.bytes.resize(size);
    if (const int fault =
            spng_decode_image(decoder, image.bytes.data(), size, format, alpha ? SPNG_DECODE_TRNS : 0))
        return fault;
    if (image.encoding == Encoding::gray8) drop_channels(image.bytes, 3, 1);
    if (alpha && is_opaque(image.bytes)) {
        drop_channels(image.bytes, 4, 3);
        image.encoding = Encoding::rgb8;
    }
    return 0;
}

}  // namespace

std::shared_ptr<const frame::Image> decode_png(std::string_view bytes, const Subject& subject) {
    const auto corrupt = [&](int fault) {
        subject.refuse("bad-picture",
                       fmt::format("is a PNG file that cannot be read: {}", spng_strerror(fault)),
                       "open it in an image program and save it again as PNG");
        return nullptr;
    };
    const Decoder decoder(spng_ctx_new(0));
    spng_set_png_buffer(decoder.get(), bytes.data(), bytes.size());
    // A few bytes of compressed text or colour profile can claim gigabytes.
    spng_set_chunk_limits(decoder.get(), limits::png_chunk_bytes, 4 * limits::png_chunk_bytes);
    spng_ihdr header{};
    if (const int fault = spng_get_ihdr(decoder.get(), &header)) return corrupt(fault);
    if (!within_limits(header.width, header.height, subject)) return nullptr;

    spng_trns transparency{};
    const bool has_transparency = spng_get_trns(decoder.get(), &transparency) == 0;
    auto image = std::make_shared<frame::Image>();
    image->width = header.width;
    image->height = header.height;
    image->encoding = encoding_of(header, has_transparency);
    if (const int fault = decode_pixels(decoder.get(), *image)) return corrupt(fault);
    return image;
}

}  // namespace sayso::picture
