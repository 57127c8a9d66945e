#include "picture/heif.h"

#include <memory>
#include <string>

#include <libheif/heif.h>

#include "env/limits.h"
#include "picture/color_profile.h"
#include "picture/fit.h"
#include "picture/on_demand.h"
#include "picture/raster.h"

namespace sayso::picture {
namespace {

struct Heif {
    OnDemand library{"libheif.so.1"};
    decltype(heif_context_alloc)* new_context;
    decltype(heif_context_free)* free_context;
    decltype(heif_context_set_maximum_image_size_limit)* set_limit;
    decltype(heif_context_read_from_memory_without_copy)* read;
    decltype(heif_context_get_primary_image_handle)* main_picture;
    decltype(heif_image_handle_release)* free_picture;
    decltype(heif_image_handle_get_width)* width;
    decltype(heif_image_handle_get_height)* height;
    decltype(heif_image_handle_has_alpha_channel)* has_opacity;
    decltype(heif_image_handle_get_raw_color_profile_size)* profile_size;
    decltype(heif_image_handle_get_raw_color_profile)* profile;
    decltype(heif_decode_image)* decode;
    decltype(heif_image_release)* free_image;
    decltype(heif_image_get_width)* image_width;
    decltype(heif_image_get_height)* image_height;
    decltype(heif_image_get_plane_readonly)* plane;

    Heif() {
        library.find(new_context, "heif_context_alloc");
        library.find(free_context, "heif_context_free");
        library.find(set_limit, "heif_context_set_maximum_image_size_limit");
        library.find(read, "heif_context_read_from_memory_without_copy");
        library.find(main_picture, "heif_context_get_primary_image_handle");
        library.find(free_picture, "heif_image_handle_release");
        library.find(width, "heif_image_handle_get_width");
        library.find(height, "heif_image_handle_get_height");
        library.find(has_opacity, "heif_image_handle_has_alpha_channel");
        library.find(profile_size, "heif_image_handle_get_raw_color_profile_size");
        library.find(profile, "heif_image_handle_get_raw_color_profile");
        library.find(decode, "heif_decode_image");
        library.find(free_image, "heif_image_release");
        library.find(image_width, "heif_image_get_width");
        library.find(image_height, "heif_image_get_height");
        library.find(plane, "heif_image_get_plane_readonly");
    }
};

const Heif& heif() {
    static const Heif loaded;
    return loaded;
}

template <class T>
using Owned = std::unique_ptr<T, void (*)(T*)>;
using Context = Owned<heif_context>;
using HeifPicture = std::unique_ptr<heif_image_handle, void (*)(const heif_image_handle*)>;
using Image = std::unique_ptr<heif_image, void (*)(const heif_image*)>;

std::string_view damage(heif_error_code code) {
    switch (code) {
        case heif_error_Unsupported_filetype:
        case heif_error_Unsupported_feature:
            return "its kind of HEIC or AVIF is too rare to be read";
        case heif_error_Memory_allocation_error:
            return "its size makes no sense";
        default:
            return "it ends too early, or a part of it makes no sense";
    }
}

std::nullopt_t corrupt(heif_error_code code, const Subject& subject) {
    subject.refuse("bad-picture", fmt::format("is a damaged HEIC or AVIF file: {}", damage(code)),
                   "open it in an image program and save it as JPEG");
    return std::nullopt;
}

std::optional<ColorMap> color_map_of(const heif_image_handle* picture, bool opacity) {
    const std::size_t size = heif().profile_size(picture);
    if (size == 0 || size > limits::color_profile_bytes) return std::nullopt;
    std::string profile(size, '\0');
    if (heif().profile(picture, profile.data()).code != heif_error_Ok) return std::nullopt;
    return ColorMap::by_profile(profile, opacity ? Samples::rgba : Samples::rgb);
}

/// As the decoder left them: libheif turns and crops by itself.
std::optional<Pixels> pixels_of(const heif_image* image, bool opacity) {
    int stride = 0;
    const std::uint8_t* rows = heif().plane(image, heif_channel_interleaved, &stride);
    const int width = heif().image_width(image, heif_channel_interleaved);
    const int height = heif().image_height(image, heif_channel_interleaved);
    if (rows == nullptr || width <= 0 || height <= 0 || stride <= 0) return std::nullopt;
    return Pixels{rows,
                  static_cast<std::size_t>(stride),
                  {static_cast<std::size_t>(width), static_cast<std::size_t>(height)},
                  opacity ? 4u : 3u};
}

std::optional<Picture> decode_main(const heif_image_handle* picture, const Wanted& wanted,
                                   const Subject& subject) {
    const auto width = static_cast<std::size_t>(std::max(heif().width(picture), 0));
    const auto height = static_cast<std::size_t>(std::max(heif().height(picture), 0));
    if (!within_limits(width, height, subject)) return std::nullopt;
    const bool opacity = heif().has_opacity(picture) != 0;
    heif_image* made = nullptr;
    const heif_error fault =
        heif().decode(picture, &made, heif_colorspace_RGB,
                      opacity ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr);
    const Image image(made, heif().free_image);
    if (fault.code != heif_error_Ok) return corrupt(fault.code, subject);
    const std::optional<Pixels> pixels = pixels_of(image.get(), opacity);
    if (!pixels) return corrupt(heif_error_Invalid_input, subject);
    const Fit fitted = fit(pixels->size, wanted);
    Raster raster = reduced(*pixels, fitted.pixels, color_map_of(picture, opacity));
    return Picture{opacity ? sampled_image(std::move(raster)) : photo_image(raster), fitted.size};
}

}  // namespace

bool is_heif(std::string_view bytes) {
    return bytes.size() > 12 && bytes.substr(4, 4) == "ftyp";
}

std::optional<Picture> decode_heif(std::string_view bytes, const Wanted& wanted, const Subject& subject) {
    if (!heif().library) {
        subject.refuse("bad-picture",
                       "is a HEIC or AVIF file, which only libheif reads, and it is not on this machine",
                       "install libheif1, or save the picture as JPEG");
        return std::nullopt;
    }
    const Context context(heif().new_context(), heif().free_context);
    heif().set_limit(context.get(), static_cast<int>(limits::picture_side_pixels));
    const heif_error fault = heif().read(context.get(), bytes.data(), bytes.size(), nullptr);
    if (fault.code != heif_error_Ok) return corrupt(fault.code, subject);
    heif_image_handle* main = nullptr;
    const heif_error none = heif().main_picture(context.get(), &main);
    const HeifPicture picture(main, heif().free_picture);
    if (none.code != heif_error_Ok) return corrupt(none.code, subject);
    return decode_main(picture.get(), wanted, subject);
}

}  // namespace sayso::picture
