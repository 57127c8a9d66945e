#include "env/limits.h"
#include "picture/jpeg.h"
#include "picture/picture.h"
#include "picture/png.h"
#include "picture/subject.h"
#include "picture/svg.h"

namespace sayso::picture {
namespace {

using frame::Artifact;

constexpr double points_a_pixel = 72.0 / 96;

Size size_of(const frame::Image& image) {
    return {pt(image.width * points_a_pixel), pt(image.height * points_a_pixel)};
}

/// A photo taken sideways becomes a frame that turns it, since PDF and SVG show the rows as they are stored.
Picture turned(const Jpeg& jpeg) {
    const Size lying = size_of(*jpeg.image);
    const bool on_its_side = jpeg.orientation >= 5;
    auto photo = std::make_shared<frame::Frame>();
    photo->size = lying;
    photo->keeps_owners = false;
    photo->items.push_back(
        {Artifact::layout, frame::ImageItem{jpeg.image, Rect{{}, {}, lying.width, lying.height}}});
    auto out = std::make_shared<frame::Frame>();
    out->size = on_its_side ? Size{lying.height, lying.width} : lying;
    out->keeps_owners = false;
    out->items.push_back(
        frame::group(Artifact::layout, photo, upright(jpeg.orientation, lying.width, lying.height)));
    return std::shared_ptr<const frame::Frame>(std::move(out));
}

/// The first bytes of other kinds of picture that people try, to say what it is.
std::string_view kind_of(std::string_view bytes) {
    if (bytes.empty()) return "an empty file";
    if (bytes.starts_with("GIF8")) return "a GIF file";
    if (bytes.starts_with("BM")) return "a BMP file";
    if (bytes.starts_with("%PDF")) return "a PDF file";
    if (bytes.starts_with("II*") || bytes.starts_with("MM")) return "a TIFF file";
    if (bytes.starts_with("RIFF")) return "a WebP file";
    if (bytes.starts_with("\x1f\x8b")) return "a compressed file (SVGZ?)";
    if (bytes.substr(0, 16).find("ftyp") == 4) return "a HEIC or AVIF file";
    return "none of these";
}

bool is_markup(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    const std::size_t start = bytes.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && bytes[start] == '<';
}

template <class T>
std::optional<Picture> optional(std::shared_ptr<const T> content) {
    if (!content) return std::nullopt;
    return Picture(std::move(content));
}

}  // namespace

bool within_limits(std::size_t width, std::size_t height, const Subject& subject) {
    if (width <= limits::picture_side_pixels && height <= limits::picture_side_pixels &&
        width * height <= limits::picture_pixels)
        return true;
    subject.refuse(
        "picture-size", fmt::format("is too large: {} by {} pixels", width, height),
        fmt::format(
            "make it smaller: at most {} pixels a side and {} million in all; 2000 wide fills an A4 page",
            limits::picture_side_pixels, limits::picture_pixels / 1'000'000));
    return false;
}

std::optional<Picture> decode(std::string_view bytes, const std::string& name, Span place, Color ink,
                              Diagnostics& diagnostics) {
    const Subject subject{name, place, diagnostics};
    if (bytes.size() > limits::picture_file_bytes) {
        subject.refuse(
            "picture-size", fmt::format("is too large: {} megabytes", bytes.size() >> 20),
            fmt::format("make it smaller: at most {} megabytes", limits::picture_file_bytes >> 20));
        return std::nullopt;
    }
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return optional(decode_png(bytes, subject));
    if (bytes.starts_with("\xff\xd8\xff")) {
        const Jpeg jpeg = check_jpeg(bytes, subject);
        return jpeg.image && jpeg.orientation != 1 ? turned(jpeg) : optional(jpeg.image);
    }
    if (is_markup(bytes)) return optional(decode_svg(bytes, ink, subject));
    subject.refuse("bad-picture", fmt::format("must be PNG, JPEG or SVG, and is {}", kind_of(bytes)),
                   "save it as PNG (drawings), JPEG (photos) or SVG (plain shapes)");
    return std::nullopt;
}

Size natural_size(const Picture& picture) {
    if (const auto* drawing = std::get_if<std::shared_ptr<const frame::Frame>>(&picture))
        return (*drawing)->size;
    return size_of(*std::get<std::shared_ptr<const frame::Image>>(picture));
}

}  // namespace sayso::picture
