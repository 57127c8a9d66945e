#include "picture/svg_raster.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <mutex>

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>

#include "env/limits.h"
#include "picture/fit.h"
#include "picture/on_demand.h"
#include "picture/raster.h"
#include "picture/svg_look.h"
#include "picture/svg_viewport.h"

namespace sayso::picture {
namespace {

/// librsvg, and what of its neighbours drawing with it takes.
struct Rsvg {
    OnDemand library{"librsvg-2.so.2"};
    decltype(rsvg_handle_new_from_data)* open;
    decltype(rsvg_handle_set_dpi)* set_dpi;
    decltype(rsvg_handle_set_stylesheet)* set_style_sheet;
    decltype(rsvg_handle_get_intrinsic_size_in_pixels)* own_size;
    decltype(rsvg_handle_get_geometry_for_layer)* extents;
    decltype(rsvg_handle_render_document)* render;
    decltype(g_object_unref)* unref;
    decltype(cairo_image_surface_create)* new_surface;
    decltype(cairo_image_surface_get_data)* data;
    decltype(cairo_image_surface_get_stride)* stride;
    decltype(cairo_surface_flush)* flush;
    decltype(cairo_surface_destroy)* free_surface;
    decltype(cairo_create)* new_context;
    decltype(cairo_scale)* scale;
    decltype(cairo_destroy)* free_context;
    decltype(FcConfigCreate)* new_fonts;
    decltype(FcConfigAppFontAddFile)* add_font;
    decltype(FcConfigSetCurrent)* choose_fonts;
    decltype(FcConfigDestroy)* free_fonts;

    Rsvg() {
        library.find(open, "rsvg_handle_new_from_data");
        library.find(set_dpi, "rsvg_handle_set_dpi");
        library.find(set_style_sheet, "rsvg_handle_set_stylesheet");
        library.find(own_size, "rsvg_handle_get_intrinsic_size_in_pixels");
        library.find(extents, "rsvg_handle_get_geometry_for_layer");
        library.find(render, "rsvg_handle_render_document");
        library.find(unref, "g_object_unref");
        library.find(new_surface, "cairo_image_surface_create");
        library.find(data, "cairo_image_surface_get_data");
        library.find(stride, "cairo_image_surface_get_stride");
        library.find(flush, "cairo_surface_flush");
        library.find(free_surface, "cairo_surface_destroy");
        library.find(new_context, "cairo_create");
        library.find(scale, "cairo_scale");
        library.find(free_context, "cairo_destroy");
        library.find(new_fonts, "FcConfigCreate");
        library.find(add_font, "FcConfigAppFontAddFile");
        library.find(choose_fonts, "FcConfigSetCurrent");
        library.find(free_fonts, "FcConfigDestroy");
    }
};

const Rsvg& rsvg() {
    static const Rsvg loaded;
    return loaded;
}

/// Letters come from these fonts alone, so that a drawing is the same on every machine, also on one without
/// fonts or a configuration of them. Once for the process: Pango keeps what it has found.
void choose_fonts(const std::vector<std::string>& files) {
    static std::once_flag chosen;
    std::call_once(chosen, [&] {
        FcConfig* const fonts = rsvg().new_fonts();
        for (const std::string& file : files)
            rsvg().add_font(fonts, reinterpret_cast<const FcChar8*>(file.c_str()));
        rsvg().choose_fonts(fonts);  // holds it
        rsvg().free_fonts(fonts);
    });
}

using SvgHandle = std::unique_ptr<RsvgHandle, decltype(g_object_unref)*>;

std::string_view bare_name(const pugi::xml_node& element) {
    const std::string_view name = element.name();
    return name.substr(name.rfind(':') + 1);
}

bool asks_for_filter(const pugi::xml_node& element) {
    return element.attribute("filter") ||
           std::string_view(element.attribute("style").value()).find("filter") != std::string_view::npos;
}

/// What of a drawing takes time, beyond its size.
struct Effort {
    std::size_t elements = 0, uses = 0, filters = 0, pictures = 0;

    void count(const pugi::xml_node& parent, std::size_t depth = 0) {
        if (depth > limits::picture_depth) elements += limits::svg_elements;
        for (const pugi::xml_node& element : parent.children()) {
            if (element.type() != pugi::node_element || ++elements > limits::svg_elements) continue;
            const std::string_view name = bare_name(element);
            uses += name == "use" ? 1 : 0;
            pictures += name == "image" || name == "feImage" ? 1 : 0;
            filters += name.starts_with("fe") || asks_for_filter(element) ? 1 : 0;
            if (name == "style" &&
                std::string_view(element.text().get()).find("filter") != std::string_view::npos)
                filters += limits::svg_filters;  // who knows how often it holds
            count(element, depth + 1);
        }
    }
    bool is_too_much() const {
        return elements > limits::svg_elements || uses > limits::svg_uses || filters > limits::svg_filters ||
               (filters > 0 && uses > limits::svg_filtered_uses);
    }
};

bool within_bounds(const Effort& effort, const Subject& subject) {
    if (effort.pictures > 0) {
        subject.refuse("bad-picture", "is an SVG file with a picture of dots in it",
                       "save that picture as PNG or JPEG, or trace it into shapes");
        return false;
    }
    if (!effort.is_too_much()) return true;
    subject.refuse("bad-picture", "is an SVG file that would take too long to draw",
                   "simplify it in a drawing program, or save it as PNG");
    return false;
}

/// "var(--you, #B23A1E)" as a colour, which librsvg wants.
std::string with_colors(std::string_view bytes, const Palette& palette) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t found = std::min(bytes.find("var(--", at), bytes.size());
        const std::size_t end = bytes.find(')', found);
        out += bytes.substr(at, found - at);
        if (found == bytes.size() || end == std::string_view::npos) return out += bytes.substr(found);
        const std::string_view slot = bytes.substr(found, end + 1 - found);
        const std::optional<Color> color = slot_color(palette, slot);
        out += color ? to_hex(*color) : std::string(slot);
        at = end + 1;
    }
    return out;
}

SvgHandle open(const std::string& bytes, Color ink) {
    SvgHandle handle(rsvg().open(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), nullptr),
                     rsvg().unref);
    if (!handle) return handle;
    constexpr double css_pixels_an_inch = 96;
    rsvg().set_dpi(handle.get(), css_pixels_an_inch);
    const std::string style = fmt::format("svg {{ color: {}; }}", to_hex(ink));
    rsvg().set_style_sheet(handle.get(), reinterpret_cast<const guint8*>(style.data()), style.size(),
                           nullptr);
    return handle;
}

/// Where the drawing lies, in pixels of 96 an inch; empty when it draws nothing.
RsvgRectangle view_of(RsvgHandle* handle, const pugi::xml_node& svg) {
    constexpr double points_a_pixel = 72.0 / 96;
    std::string fault;
    if (const std::optional<Viewport> known = viewport_of(svg, fault))
        return {0, 0, known->size.width.pt() / points_a_pixel, known->size.height.pt() / points_a_pixel};
    RsvgRectangle out{};
    if (rsvg().own_size(handle, &out.width, &out.height) && out.width > 0 && out.height > 0) return out;
    constexpr RsvgRectangle anywhere{0, 0, 1000, 1000};
    rsvg().extents(handle, nullptr, &anywhere, &out, nullptr, nullptr);
    return out;
}

/// Cairo holds each pixel as one number, colours multiplied by their opacity.
void append_pixel(std::string& rgba, const unsigned char* at) {
    std::uint32_t pixel = 0;
    std::copy_n(at, sizeof pixel, reinterpret_cast<unsigned char*>(&pixel));
    const std::uint32_t alpha = pixel >> 24;
    for (const int shift : {16, 8, 0}) {
        const std::uint32_t channel = pixel >> shift & 0xff;
        rgba += static_cast<char>(alpha == 0 ? 0 : std::min((channel * 255 + alpha / 2) / alpha, 255u));
    }
    rgba += static_cast<char>(alpha);
}

std::optional<Raster> drawn(RsvgHandle* handle, const RsvgRectangle& view, PixelSize size) {
    const Rsvg& with = rsvg();
    const std::unique_ptr<cairo_surface_t, decltype(cairo_surface_destroy)*> surface(
        with.new_surface(CAIRO_FORMAT_ARGB32, static_cast<int>(size.width), static_cast<int>(size.height)),
        with.free_surface);
    const std::unique_ptr<cairo_t, decltype(cairo_destroy)*> context(with.new_context(surface.get()),
                                                                     with.free_context);
    with.scale(context.get(), static_cast<double>(size.width) / view.width,
               static_cast<double>(size.height) / view.height);
    const RsvgRectangle place{-view.x, -view.y, view.width, view.height};
    if (!with.render(handle, context.get(), &place, nullptr)) return std::nullopt;
    with.flush(surface.get());
    const unsigned char* rows = with.data(surface.get());
    if (rows == nullptr) return std::nullopt;
    Raster out{size, 4, {}};
    out.bytes.reserve(size.width * size.height * 4);
    const auto stride = static_cast<std::size_t>(with.stride(surface.get()));
    for (std::size_t y = 0; y < size.height; ++y)
        for (std::size_t x = 0; x < size.width; ++x) append_pixel(out.bytes, rows + y * stride + x * 4);
    return out;
}

PixelSize pixels_for(Size size, bool filtered) {
    constexpr double pixels_a_point = 600.0 / 72;
    const double longest = max(size.width, size.height).pt() * pixels_a_point;
    const double scale = pixels_a_point * std::min(1.0, limits::picture_side_pixels / longest);
    const auto side = [&](Length length) {
        return std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(length.pt() * scale)));
    };
    return kept_size({side(size.width), side(size.height)},
                     filtered ? limits::svg_filtered_pixels : limits::picture_kept_pixels);
}

}  // namespace

std::optional<Picture> raster_svg(std::string_view bytes, const pugi::xml_node& svg, const Wanted& wanted,
                                  const Subject& subject) {
    Effort effort;
    effort.count(svg);
    if (!within_bounds(effort, subject)) return std::nullopt;
    if (!rsvg().library) {
        subject.refuse("bad-picture", "is an SVG file that only librsvg draws, which is not on this machine",
                       "install librsvg2-2, or save the picture as PNG");
        return std::nullopt;
    }
    const auto refuse = [&] {
        subject.refuse("bad-picture", "is an SVG file that cannot be drawn",
                       "open it in a drawing program and save it as plain SVG or PNG");
        return std::nullopt;
    };
    choose_fonts(wanted.fonts);
    const SvgHandle handle = open(with_colors(bytes, wanted.palette), wanted.ink);
    if (!handle) return refuse();
    const RsvgRectangle view = view_of(handle.get(), svg);
    if (!(view.width > 0 && view.height > 0)) return refuse();
    constexpr double points_a_pixel = 72.0 / 96;
    const Size size =
        placed_size({pt(view.width * points_a_pixel), pt(view.height * points_a_pixel)}, wanted);
    std::optional<Raster> raster = drawn(handle.get(), view, pixels_for(size, effort.filters > 0));
    if (!raster) return refuse();
    return Picture{sampled_image(std::move(*raster)), size};
}

}  // namespace sayso::picture
