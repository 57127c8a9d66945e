#include "picture/png.h"

#include <vector>

#include <spng.h>

#include "env/limits.h"
#include "picture/color_profile.h"
#include "picture/fit.h"
#include "picture/raster.h"

namespace sayso::picture {
namespace {

struct DecoderDeleter {
    void operator()(spng_ctx* decoder) const { spng_ctx_free(decoder); }
};
using PngDecoder = std::unique_ptr<spng_ctx, DecoderDeleter>;
bool has_opacity(const spng_ihdr& header, bool has_transparency) {
    return has_transparency || header.color_type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA ||
           header.color_type == SPNG_COLOR_TYPE_TRUECOLOR_ALPHA;
}

/// Grey of three equal channels.
void make_gray(Raster& raster) {
    for (std::size_t at = 0; 3 * at < raster.bytes.size(); ++at) raster.bytes[at] = raster.bytes[3 * at];
    raster.bytes.resize(raster.bytes.size() / 3);
    raster.channels = 1;
}

Orientation orientation_of(spng_ctx* decoder) {
    spng_exif exif{};
    if (spng_get_exif(decoder, &exif) != 0) return 1;
    return tiff_orientation({exif.data, exif.length});
}

/// The map of an embedded profile of RGB; profiles of grey are so rare here that they are passed over.
std::optional<ColorMap> color_map_of(spng_ctx* decoder, bool opacity) {
    spng_iccp profile{};
    if (spng_get_iccp(decoder, &profile) != 0) return std::nullopt;
    return ColorMap::by_profile({profile.profile, profile.profile_len},
                                opacity ? Samples::rgba : Samples::rgb);
}

/// What becomes of each row.
struct RowSink {
    const std::optional<ColorMap>& map;
    Shrinker& shrinker;
    std::vector<std::uint8_t> mapped{};

    void add(const std::uint8_t* row, std::size_t bytes, std::size_t pixels) {
        if (!map) return shrinker.add_row(row);
        mapped.resize(bytes);
        map->row(row, mapped.data(), pixels);
        shrinker.add_row(mapped.data());
    }
};

/// Rows come one by one, but those of an interlaced picture only when all of it is there.
int decode_rows(spng_ctx* decoder, const spng_ihdr& header, int format, int flags, RowSink sink) {
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
        sink.add(bytes.data() + (whole ? y * row_size : 0), row_size, header.width);
    }
    return 0;
}

/// libspng makes RGB8 and RGBA8 of every PNG; grey pictures are then made smaller.
int decode_pixels(spng_ctx* decoder, const spng_ihdr& header, bool opacity, Raster& raster) {
    const std::optional<ColorMap> map = color_map_of(decoder, opacity);
    raster.channels = opacity ? 4 : 3;
    Shrinker shrinker({header.width, header.height}, raster.size, raster.channels);
    if (const int fault = decode_rows(decoder, header, opacity ? SPNG_FMT_RGBA8 : SPNG_FMT_RGB8,
                                      opacity ? SPNG_DECODE_TRNS : 0, {map, shrinker}))
        return fault;
    raster.bytes = shrinker.take();
    if (header.color_type == SPNG_COLOR_TYPE_GRAYSCALE && !opacity) make_gray(raster);
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

std::optional<Picture> decode_png(std::string_view bytes, const Wanted& wanted, const Subject& subject) {
    const auto corrupt = [&](int fault) {
        subject.refuse("bad-picture", fmt::format("is a damaged PNG file: {}", damage(fault)),
                       "open it in an image program and save it again as PNG");
        return std::nullopt;
    };
    const PngDecoder decoder(spng_ctx_new(0));
    spng_set_png_buffer(decoder.get(), bytes.data(), bytes.size());
    // A few bytes of compressed text or colour profile can claim gigabytes.
    spng_set_chunk_limits(decoder.get(), limits::png_chunk_bytes, 4 * limits::png_chunk_bytes);
    spng_ihdr header{};
    if (const int fault = spng_get_ihdr(decoder.get(), &header)) return corrupt(fault);
    if (!within_limits(header.width, header.height, subject)) return std::nullopt;

    spng_trns transparency{};
    const int without = spng_get_trns(decoder.get(), &transparency);
    if (without != 0 && without != SPNG_ECHUNKAVAIL) return corrupt(without);
    const Orientation orientation = orientation_of(decoder.get());
    const Fit fitted = fit(upright_size({header.width, header.height}, orientation), wanted);
    Raster raster;
    raster.size = upright_size(fitted.pixels, orientation);  // back to how it lies
    if (const int fault = decode_pixels(decoder.get(), header, has_opacity(header, without == 0), raster))
        return corrupt(fault);
    return Picture{sampled_image(turned(std::move(raster), orientation)), fitted.size};
}

}  // namespace sayso::picture
