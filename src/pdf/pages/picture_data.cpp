#include "pdf/pages/picture_data.h"

#include <algorithm>
#include <string_view>

#include "base/number.h"

namespace sayso::pdf {
namespace {

using Encoding = frame::Image::Encoding;

/// Four bytes a pixel into three of colour and one of opacity.
struct Parted {
    std::string colour, alpha;
};

Parted part_alpha(std::string_view rgba) {
    Parted parted;
    parted.colour.reserve(rgba.size() / 4 * 3);
    parted.alpha.reserve(rgba.size() / 4);
    for (std::size_t at = 0; at + 4 <= rgba.size(); at += 4) {
        parted.colour += rgba.substr(at, 3);
        parted.alpha += rgba[at + 3];
    }
    return parted;
}

bool is_gray(Encoding encoding) {
    return encoding == Encoding::gray8 || encoding == Encoding::jpeg_gray;
}
bool is_jpeg(Encoding encoding) {
    return encoding == Encoding::jpeg_rgb || encoding == Encoding::jpeg_gray;
}

std::string entries(const frame::Image& image, std::string_view space, std::string_view filter) {
    std::string out = "/Type/XObject/Subtype/Image/Width ";
    append_integer(out, image.width);
    out += "/Height ";
    append_integer(out, image.height);
    out += "/BitsPerComponent 8/ColorSpace/";
    out += space;
    out += "/Filter/";
    out += filter;
    return out;
}

}  // namespace

PictureData compress_picture(const frame::Image& image, Deflater& deflate) {
    switch (image.encoding) {
        case Encoding::jpeg_rgb:
        case Encoding::jpeg_gray:
            return {share(image.bytes), nullptr};
        case Encoding::rgb8:
        case Encoding::gray8:
            return {share(deflate(image.bytes)), nullptr};
        case Encoding::rgba8:
            break;
    }
    const Parted parted = part_alpha(image.bytes);
    const bool opaque = std::ranges::all_of(parted.alpha, [](char a) { return a == '\xFF'; });
    return {share(deflate(parted.colour)), opaque ? nullptr : share(deflate(parted.alpha))};
}

std::string picture_entries(const frame::Image& image) {
    return entries(image, is_gray(image.encoding) ? "DeviceGray" : "DeviceRGB",
                   is_jpeg(image.encoding) ? "DCTDecode" : "FlateDecode");
}

std::string alpha_entries(const frame::Image& image) {
    return entries(image, "DeviceGray", "FlateDecode");
}

}  // namespace sayso::pdf
