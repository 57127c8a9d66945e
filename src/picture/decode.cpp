#include "env/limits.h"
#include "picture/heif.h"
#include "picture/jpeg.h"
#include "picture/picture.h"
#include "picture/png.h"
#include "picture/subject.h"
#include "picture/svg.h"
#include "picture/webp.h"

namespace sayso::picture {
namespace {

/// The first bytes of other kinds of picture that people try, to say what it is.
std::string_view kind_of(std::string_view bytes) {
    if (bytes.empty()) return "an empty file";
    if (bytes.starts_with("GIF8")) return "a GIF file";
    if (bytes.starts_with("BM")) return "a BMP file";
    if (bytes.starts_with("%PDF")) return "a PDF file";
    if (bytes.starts_with("II*") || bytes.starts_with("MM")) return "a TIFF file";
    if (bytes.starts_with("\x1f\x8b")) return "a compressed file (SVGZ?)";
    return "none of these";
}

bool is_markup(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    const std::size_t start = bytes.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && bytes[start] == '<';
}

}  // namespace

std::vector<std::string> shipped_fonts(const Env& env, const std::string& data_folder) {
    const std::string folder = join_path(data_folder, "fonts");
    std::vector<std::string> out;
    for (const std::string& name : env.list(folder))
        if (name.ends_with(".ttf")) out.push_back(join_path(folder, name));
    return out;
}

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

std::optional<Picture> decode(std::string_view bytes, const std::string& name, Span place,
                              const Wanted& wanted, Diagnostics& diagnostics) {
    const Subject subject{name, place, diagnostics};
    if (bytes.size() > limits::picture_file_bytes) {
        subject.refuse(
            "picture-size", fmt::format("is too large: {} megabytes", bytes.size() >> 20),
            fmt::format("make it smaller: at most {} megabytes", limits::picture_file_bytes >> 20));
        return std::nullopt;
    }
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return decode_png(bytes, wanted, subject);
    if (bytes.starts_with("\xff\xd8\xff")) return decode_jpeg(bytes, wanted, subject);
    if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP"))
        return decode_webp(bytes, wanted, subject);
    if (is_heif(bytes)) return decode_heif(bytes, wanted, subject);
    if (is_markup(bytes)) return decode_svg(bytes, wanted, subject);
    subject.refuse("bad-picture",
                   fmt::format("must be PNG, JPEG, SVG, WebP, HEIC or AVIF, and is {}", kind_of(bytes)),
                   "save it as PNG (drawings), JPEG (photos) or SVG (plain shapes)");
    return std::nullopt;
}

}  // namespace sayso::picture
