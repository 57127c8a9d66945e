#include "picture/png.h"

#include <vector>

#include <spng.h>

#include "env/limits.h"
#include "picture/shrink.h"

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

/// Rows come one by one, but those of an interlaced picture only when all of it is there.
int decode_rows(spng_ctx* decoder, const spng_ihdr& header, int format, int flags, Shrinker& shrinker) {
    std::size_t size = 0;
    if (const int fault = spng_decoded_image_size(decoder, format, &size)) return fault;
    const std::size_t row_size = size / header.height;
    const bool whole = header.interlace_method != SPNG_INTERLACE_NONE;
    std::vector<std::uint8_t> bytes(whole ? size : row_size);
    if (const int fault =
            whole ? spng_decode_image(decoder, bytes.data(), size, format, flags)
                  : spng_decode_image(decoder, nullptr, 0, format, flags | SPNG_DECODE_PROGRESSIVE))
        return fault;
    for (std::size_t y = 0; y < header.height; ++y) {
        if (!whole) {
            const int fault = spng_decode_row(decoder, bytes.data(), row_size);
            if (fault != 0 && fault != SPNG_EOI) return fault;
        }
        shrinker.add_row(bytes.data() + (whole ? y * row_size : 0));
    }
    return 0;
}

/// libspng makes RGB8 and RGBA8 of every PNG; grey and opaque pictures are then made smaller.
int decode_pixels(spng_ctx* decoder, const spng_ihdr& header, frame::Image& image) {
    const bool alpha = image.encoding == Encoding::rgba8;
    const PixelSize size{header.width, header.height};
    const PixelSize kept = kept_size(size, limits::picture_kept_pixels);
    Shrinker shrinker(size, kept, alpha ? 4 : 3);
    if (const int fault = decode_rows(decoder, header, alpha ? SPNG_FMT_RGBA8 : SPNG_FMT_RGB8,
                                      alpha ? SPNG_DECODE_TRNS : 0, shrinker))
        return fault;
    image.width = static_cast<std::uint32_t>(kept.width);
    image.height = static_cast<std::uint32_t>(kept.height);
    image.bytes = shrinker.take();
    if (image.encoding == Encoding::gray8) drop_channels(image.bytes, 3, 1);
    if (alpha && is_opaque(image.bytes)) {
        drop_channels(image.bytes, 4, 3);
        image.encoding = Encoding::rgb8;
    }
    return 0;
}

/// libspng's codes in plain words; it has a hundred, and its own texts are for programmers.
std::string_view damage(int fault) {
    switch (fault) {
        case SPNG_IO_EOF:
        case SPNG_EOF:
        case SPNG_EIDAT_TOO_SHORT:
            return "it ends too early";
        case SPNG_ECHUNK_CRC:
            return "a part of it was changed or lost on the way (its checksum is wrong)";
        case SPNG_EWIDTH:
        case SPNG_EHEIGHT:
        case SPNG_EBIT_DEPTH:
        case SPNG_ECOLOR_TYPE:
        case SPNG_ECOMPRESSION_METHOD:
        case SPNG_EFILTER_METHOD:
        case SPNG_EINTERLACE_METHOD:
        case SPNG_EIHDR_SIZE:
        case SPNG_ENOIHDR:
            return "its beginning, which tells its size and colours, makes no sense";
        case SPNG_EIDAT_STREAM:
        case SPNG_EZLIB:
        case SPNG_EFILTER:
            return "its pixels cannot be unpacked";
        case SPNG_ENOPLTE:
        case SPNG_EPLTE_IDX:
        case SPNG_EDUP_PLTE:
            return "its table of colours is missing or makes no sense";
        case SPNG_ECHUNK_LIMITS:
        case SPNG_EMEM:
        case SPNG_EOVERFLOW:
            return "it holds more texts or colour data than any picture needs";
        default:
            return "a part of it makes no sense";
    }
}

}  // namespace

std::shared_ptr<const frame::Image> decode_png(std::string_view bytes, const Subject& subject) {
    const auto corrupt = [&](int fault) {
        subject.refuse("bad-picture", fmt::format("is a damaged PNG file: {}", damage(fault)),
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
    const int without = spng_get_trns(decoder.get(), &transparency);
    const bool has_transparency = without == 0;
    if (!has_transparency && without != SPNG_ECHUNKAVAIL) return corrupt(without);
    auto image = std::make_shared<frame::Image>();
    image->encoding = encoding_of(header, has_transparency);
    if (const int fault = decode_pixels(decoder.get(), header, *image)) return corrupt(fault);
    return image;
}

}  // namespace sayso::picture
