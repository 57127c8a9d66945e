#include "picture/webp.h"

#include <vector>

#include <webp/decode.h>

#include "picture/color_profile.h"
#include "picture/fit.h"
#include "picture/raster.h"

namespace sayso::picture {
namespace {

const std::uint8_t* data_of(std::string_view bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

/// The body of the first chunk of this name; empty when there is none. RIFF container, WebP specification.
std::string_view chunk_of(std::string_view file, std::string_view name) {
    constexpr std::size_t header = 12, head = 8;
    for (std::size_t at = header; at + head <= file.size();) {
        std::size_t size = 0;
        for (std::size_t i = 4; i-- > 0;) size = size << 8 | static_cast<unsigned char>(file[at + 4 + i]);
        const std::string_view body = file.substr(at + head, size);
        if (file.substr(at, 4) == name) return body.size() == size ? body : std::string_view{};
        at += head + size + size % 2;
    }
    return {};
}

Orientation orientation_of(std::string_view file) {
    const std::string_view exif = chunk_of(file, "EXIF");
    return exif.starts_with("Exif") ? exif_orientation(exif) : tiff_orientation(exif);
}

std::string_view damage(VP8StatusCode status) {
    if (status == VP8_STATUS_NOT_ENOUGH_DATA) return "it ends too early";
    if (status == VP8_STATUS_UNSUPPORTED_FEATURE) return "its kind of WebP is too rare to be read";
    return "a part of it makes no sense";
}

std::nullopt_t corrupt(VP8StatusCode status, const Subject& subject) {
    subject.refuse("bad-picture", fmt::format("is a damaged WebP file: {}", damage(status)),
                   "open it in an image program and save it as PNG or JPEG");
    return std::nullopt;
}

}  // namespace

std::optional<Picture> decode_webp(std::string_view bytes, const Wanted& wanted, const Subject& subject) {
    WebPDecoderConfig config;
    if (WebPInitDecoderConfig(&config) == 0) return corrupt(VP8_STATUS_UNSUPPORTED_FEATURE, subject);
    const VP8StatusCode header = WebPGetFeatures(data_of(bytes), bytes.size(), &config.input);
    if (header != VP8_STATUS_OK) return corrupt(header, subject);
    if (config.input.has_animation != 0) {
        subject.refuse("bad-picture", "is a moving picture (WebP)", "save one picture of it as PNG or JPEG");
        return std::nullopt;
    }
    const PixelSize size{static_cast<std::size_t>(config.input.width),
                         static_cast<std::size_t>(config.input.height)};
    if (!within_limits(size.width, size.height, subject)) return std::nullopt;

    const bool opacity = config.input.has_alpha != 0;
    const std::size_t channels = opacity ? 4 : 3;
    std::vector<std::uint8_t> rows(size.width * size.height * channels);
    config.output.colorspace = opacity ? MODE_RGBA : MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {rows.data(), static_cast<int>(size.width * channels), rows.size()};
    const VP8StatusCode status = WebPDecode(data_of(bytes), bytes.size(), &config);
    if (status != VP8_STATUS_OK) return corrupt(status, subject);

    const Orientation orientation = orientation_of(bytes);
    const Fit fitted = fit(upright_size(size, orientation), wanted);
    const auto map = ColorMap::by_profile(chunk_of(bytes, "ICCP"), opacity ? Samples::rgba : Samples::rgb);
    Raster raster = reduced({rows.data(), size.width * channels, size, channels},
                            upright_size(fitted.pixels, orientation), map);
    raster = turned(std::move(raster), orientation);
    constexpr int lossy = 1;
    const bool is_photo = !opacity && config.input.format == lossy;
    return Picture{is_photo ? photo_image(raster) : sampled_image(std::move(raster)), fitted.size};
}

}  // namespace sayso::picture
