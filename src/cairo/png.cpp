// A page as PNG: painted by Cairo on white, its size on paper written beside the pixels.
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include <cairo.h>
#include <fmt/format.h>

#include "cairo/cairo.h"
#include "cairo/painter.h"
#include "env/limits.h"
#include "picture/png_file.h"

namespace sayso::cairo {
namespace {

struct CairoDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using ImageSurface = std::unique_ptr<cairo_surface_t, CairoDeleter>;
using Context = std::unique_ptr<cairo_t, CairoDeleter>;

/// The picture's size in pixels; nullopt (with an error) when that is out of bounds.
std::optional<std::pair<int, int>> pixel_size(const Size& size, double dpi, Diagnostics& diagnostics) {
    const double width = std::round(size.width.pt() * dpi / 72),
                 height = std::round(size.height.pt() * dpi / 72);
    constexpr auto most = static_cast<double>(limits::drawing_side_pixels);
    if (width >= 1 && height >= 1 && width <= most && height <= most)
        return std::pair{static_cast<int>(width), static_cast<int>(height)};
    diagnostics.error(
        "drawing-size", {},
        fmt::format("a page of {:.0f} by {:.0f} mm at {:.0f} dots an inch would be {:.0f} by {:.0f} pixels",
                    size.width.mm(), size.height.mm(), dpi, width, height),
        fmt::format("a side may have 1 to {} pixels: choose another resolution",
                    limits::drawing_side_pixels));
    return std::nullopt;
}

/// Cairo's 32-bit rows as rows of red, green, blue.
std::string rgb_rows(cairo_surface_t* surface, std::size_t width, std::size_t height) {
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    std::string out(width * height * 3, '\0');
    char* to = out.data();
    for (std::size_t y = 0; y < height; ++y) {
        const unsigned char* from = data + y * stride;
        for (std::size_t x = 0; x < width; ++x, from += 4, to += 3) {
            to[0] = static_cast<char>(from[2]);
            to[1] = static_cast<char>(from[1]);
            to[2] = static_cast<char>(from[0]);
        }
    }
    return out;
}

std::string encoded(cairo_surface_t* surface, double dpi, bool quick) {
    const auto width = static_cast<std::uint32_t>(cairo_image_surface_get_width(surface));
    const auto height = static_cast<std::uint32_t>(cairo_image_surface_get_height(surface));
    const std::string rows = rgb_rows(surface, width, height);
    return picture::encode_png({width, height, 3, rows, dpi, true, quick});
}

/// Whichever step it was, what helps is the same.
void report_failure(std::string message, Diagnostics& diagnostics) {
    diagnostics.error("drawing-failed", {}, std::move(message),
                      "choose fewer dots an inch with --dpi, or close other programs");
}

std::string drawn(const frame::Frame& page, const text::FontLibrary& fonts, double dpi, Detail detail,
                  Diagnostics& diagnostics) {
    const auto size = pixel_size(page.size, dpi, diagnostics);
    if (!size) return {};
    const ImageSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, size->first, size->second));
    const Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), dpi / 72, dpi / 72);
    text::GlyphOutlines outlines(fonts);
    paint(context.get(), page, outlines, detail, diagnostics);
    cairo_surface_flush(surface.get());
    if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
        report_failure(fmt::format("the page cannot be drawn: {}", cairo_status_to_string(status)),
                       diagnostics);
        return {};
    }
    std::string bytes = encoded(surface.get(), dpi, detail.resolution.has_value());
    if (bytes.empty()) report_failure("the drawn page cannot be written as PNG", diagnostics);
    return bytes;
}

}  // namespace

std::string png(const frame::Frame& page, const text::FontLibrary& fonts, double dpi,
                Diagnostics& diagnostics) {
    return drawn(page, fonts, dpi, {}, diagnostics);
}

std::string thumbnail(const frame::Frame& page, const text::FontLibrary& fonts, Diagnostics& diagnostics) {
    constexpr double least_pixels = 5;  // of type, for it to be read
    const double dpi = thumbnail_side * 72 / max(page.size.width, page.size.height).pt();
    return drawn(page, fonts, dpi, {pt(least_pixels * 72 / dpi), dpi / 72}, diagnostics);
}

}  // namespace sayso::cairo
