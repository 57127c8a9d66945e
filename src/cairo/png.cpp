// A page as PNG: painted by Cairo on white, encoded by libspng with its size on paper (pHYs).
#include <cmath>
#include <cstdlib>
#include <memory>
#include <vector>

#include <cairo.h>
#include <fmt/format.h>
#include <spng.h>

#include "cairo/cairo.h"
#include "cairo/painter.h"
#include "env/limits.h"

namespace sayso::cairo {
namespace {

struct CairoDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, CairoDeleter>;
using Context = std::unique_ptr<cairo_t, CairoDeleter>;

struct SpngDeleter {
    void operator()(spng_ctx* encoder) const { spng_ctx_free(encoder); }
};

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
std::vector<unsigned char> rgb_rows(cairo_surface_t* surface, int width, int height) {
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const auto columns = static_cast<std::size_t>(width), rows = static_cast<std::size_t>(height);
    std::vector<unsigned char> out(columns * rows * 3);
    unsigned char* to = out.data();
    for (std::size_t y = 0; y < rows; ++y) {
        const unsigned char* from = data + y * stride;
        for (std::size_t x = 0; x < columns; ++x, from += 4, to += 3) {
            to[0] = from[2];
            to[1] = from[1];
            to[2] = from[0];
        }
    }
    return out;
}

std::string encode(const std::vector<unsigned char>& rgb, int width, int height, double dpi) {
    const std::unique_ptr<spng_ctx, SpngDeleter> encoder(spng_ctx_new(SPNG_CTX_ENCODER));
    spng_set_option(encoder.get(), SPNG_ENCODE_TO_BUFFER, 1);
    spng_ihdr header{};
    header.width = static_cast<std::uint32_t>(width);
    header.height = static_cast<std::uint32_t>(height);
    header.bit_depth = 8;
    header.color_type = SPNG_COLOR_TYPE_TRUECOLOR;
    spng_set_ihdr(encoder.get(), &header);
    spng_phys paper{};
    paper.ppu_x = paper.ppu_y = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
    paper.unit_specifier = 1;  // the metre
    spng_set_phys(encoder.get(), &paper);
    if (spng_encode_image(encoder.get(), rgb.data(), rgb.size(), SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE) != 0)
        return {};
    std::size_t size = 0;
    int fault = 0;
    const std::unique_ptr<void, decltype(&std::free)> bytes(spng_get_png_buffer(encoder.get(), &size, &fault),
                                                            &std::free);
    return bytes ? std::string(static_cast<const char*>(bytes.get()), size) : std::string();
}

}  // namespace

std::string png(const frame::Frame& page, const text::FontLibrary& fonts, double dpi,
                Diagnostics& diagnostics) {
    const auto size = pixel_size(page.size, dpi, diagnostics);
    if (!size) return {};
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, size->first, size->second));
    const Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), dpi / 72, dpi / 72);
    GlyphOutlines outlines(fonts);
    paint(context.get(), page, outlines, diagnostics);
    cairo_surface_flush(surface.get());
    if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
        diagnostics.error("drawing-failed", {},
                          fmt::format("the page cannot be drawn: {}", cairo_status_to_string(status)));
        return {};
    }
    std::string bytes =
        encode(rgb_rows(surface.get(), size->first, size->second), size->first, size->second, dpi);
    if (bytes.empty()) diagnostics.error("drawing-failed", {}, "the drawn page cannot be written as PNG");
    return bytes;
}

}  // namespace sayso::cairo
