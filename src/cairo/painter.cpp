#include "cairo/painter.h"

#include <bit>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cairo/jpeg.h"

namespace sayso::cairo {
namespace {

static_assert(std::endian::native == std::endian::little, "Pixels puts blue first in memory");

struct SurfaceDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDeleter>;

/// Cairo's state (transform, clip) put back at the end of a scope.
class Saved {
  public:
    explicit Saved(cairo_t* context) : context_(context) { cairo_save(context_); }
    ~Saved() { cairo_restore(context_); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

  private:
    cairo_t* context_;
};

struct PathWriter {
    cairo_t* context;
    const Transform& map;

    void operator()(const frame::MoveTo& step) const {
        const Point to = map(step.to);
        cairo_move_to(context, to.x.pt(), to.y.pt());
    }
    void operator()(const frame::LineTo& step) const {
        const Point to = map(step.to);
        cairo_line_to(context, to.x.pt(), to.y.pt());
    }
    void operator()(const frame::CurveTo& step) const {
        const Point c1 = map(step.control1), c2 = map(step.control2), to = map(step.to);
        cairo_curve_to(context, c1.x.pt(), c1.y.pt(), c2.x.pt(), c2.y.pt(), to.x.pt(), to.y.pt());
    }
    void operator()(const frame::ClosePath&) const { cairo_close_path(context); }
};

void add_path(cairo_t* context, const frame::Path& path, const Transform& map = {}) {
    for (const frame::PathStep& step : path) std::visit(PathWriter{context, map}, step);
}

void set_color(cairo_t* context, Color color) {
    cairo_set_source_rgb(context, color.r / 255.0, color.g / 255.0, color.b / 255.0);
}

void set_stroke(cairo_t* context, const frame::Stroke& stroke) {
    const bool round = stroke.cap == frame::Cap::round;
    set_color(context, stroke.color);
    cairo_set_line_width(context, stroke.width.pt());
    cairo_set_line_cap(context, round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(context, round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    std::vector<double> dashes;
    double total = 0;
    for (Length dash : stroke.dashes) {
        dashes.push_back(dash.pt());
        total += dash.pt();
    }
    // Cairo refuses a pattern of nothing but zeros for good; PDF draws such a line solid.
    if (total <= 0) dashes.clear();
    cairo_set_dash(context, dashes.data(), static_cast<int>(dashes.size()), 0);
}

/// Bytes of a raw image as Cairo wants them: alpha premultiplied, blue first.
Pixels to_pixels(const frame::Image& image, std::size_t channels) {
    const std::size_t count = std::size_t{image.width} * image.height;
    if (image.bytes.size() != count * channels)
        throw std::logic_error("an image's bytes do not match its size");
    Pixels out{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    out.bytes.resize(count * 4);
    const auto* from = reinterpret_cast<const unsigned char*>(image.bytes.data());
    for (std::size_t i = 0; i < count; ++i, from += channels) {
        const unsigned alpha = channels == 4 ? from[3] : 255u;
        const auto times_alpha = [alpha](unsigned value) {
            return static_cast<unsigned char>((value * alpha + 127) / 255);
        };
        unsigned char* to = out.bytes.data() + i * 4;
        to[0] = times_alpha(from[channels == 1 ? 0 : 2]);
        to[1] = times_alpha(from[channels == 1 ? 0 : 1]);
        to[2] = times_alpha(from[0]);
        to[3] = static_cast<unsigned char>(alpha);
    }
    return out;
}

std::variant<Pixels, std::string> pixels_of(const frame::Image& image, int needed_width) {
    switch (image.encoding) {
        case frame::Image::Encoding::gray8:
            return to_pixels(image, 1);
        case frame::Image::Encoding::rgb8:
            return to_pixels(image, 3);
        case frame::Image::Encoding::rgba8:
            return to_pixels(image, 4);
        case frame::Image::Encoding::jpeg_rgb:
        case frame::Image::Encoding::jpeg_gray:
            return decode_jpeg(image.bytes, needed_width);
    }
    throw std::logic_error("unknown image encoding");
}

class Painter {
  public:
    Painter(cairo_t* context, text::GlyphOutlines& outlines, const Detail& detail, Diagnostics& diagnostics)
        : context_(context), outlines_(outlines), detail_(detail), diagnostics_(diagnostics) {}

    void frame(const frame::Frame& page) {
        for (const frame::Item& item : page.items) std::visit(*this, item.content);
    }

    void operator()(const frame::TextRun& run) {
        if (run.size < detail_.smallest_type) return bar(run);
        cairo_new_path(context_);
        // One path for the whole run: joined letters and marks that overlap leave no seam.
        text::for_each_glyph(run, [&](const frame::Glyph& glyph, const Transform& map) {
            add_path(context_, outlines_.glyph(run.font, glyph.id), map);
        });
        set_color(context_, run.color);
        cairo_set_fill_rule(context_, CAIRO_FILL_RULE_WINDING);
        cairo_fill(context_);
    }

    void operator()(const frame::Shape& shape) {
        cairo_new_path(context_);
        add_path(context_, shape.path);
        if (shape.fill) {
            set_color(context_, *shape.fill);
            cairo_set_fill_rule(context_, shape.rule == frame::FillRule::even_odd ? CAIRO_FILL_RULE_EVEN_ODD
                                                                                  : CAIRO_FILL_RULE_WINDING);
            cairo_fill_preserve(context_);
        }
        if (shape.stroke && shape.stroke->width > Length{}) {
            set_stroke(context_, *shape.stroke);
            cairo_stroke_preserve(context_);
        }
        cairo_new_path(context_);
    }

    void operator()(const frame::ImageItem& item) {
        std::variant<Pixels, std::string> decoded = pixels_of(*item.image, needed_width(item));
        if (const auto* reason = std::get_if<std::string>(&decoded)) {
            diagnostics_.error("bad-picture", {}, fmt::format("a JPEG picture cannot be drawn: {}", *reason),
                               "open the picture in an image program and save it again");
            return;
        }
        pixels(std::get<Pixels>(decoded), item.box, item.image->encoding == frame::Image::Encoding::rgba8);
    }

    void operator()(const frame::LinkArea&) {}

    void operator()(const frame::Group& group) {
        const Saved saved(context_);
        const Transform& t = group.transform;
        const cairo_matrix_t matrix{t.a, t.b, t.c, t.d, t.dx.pt(), t.dy.pt()};
        // Cairo stops for good at a matrix without inverse; such a group has no area to show anyway.
        if (t.a * t.d - t.b * t.c == 0) return;
        cairo_transform(context_, &matrix);
        if (group.clip) {
            cairo_rectangle(context_, 0, 0, group.child->size.width.pt(), group.child->size.height.pt());
            cairo_clip(context_);
        }
        frame(*group.child);
    }

  private:
    /// As tall as a small letter, and about as dark as a line of them.
    void bar(const frame::TextRun& run) {
        constexpr double x_height = 0.5, shade = 0.45;
        const double height = run.size.pt() * x_height;
        cairo_new_path(context_);
        cairo_rectangle(context_, run.origin.x.pt(), run.origin.y.pt() - height, run.width().pt(), height);
        cairo_set_source_rgba(context_, run.color.r / 255.0, run.color.g / 255.0, run.color.b / 255.0, shade);
        cairo_fill(context_);
    }

    int needed_width(const frame::ImageItem& item) const {
        return detail_.resolution ? static_cast<int>(item.box.width.pt() * *detail_.resolution) + 1
                                  : static_cast<int>(item.image->width);
    }

    void pixels(Pixels& image, const Rect& box, bool alpha) {
        if (image.bytes.empty() || box.width <= Length{} || box.height <= Length{}) return;
        const Saved saved(context_);
        const Surface surface(cairo_image_surface_create_for_data(
            image.bytes.data(), alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, image.width, image.height,
            image.stride()));
        cairo_translate(context_, box.x.pt(), box.y.pt());
        cairo_scale(context_, box.width.pt() / image.width, box.height.pt() / image.height);
        cairo_set_source_surface(context_, surface.get(), 0, 0);
        // Without padding the edge rows would fade into nothing.
        cairo_pattern_set_extend(cairo_get_source(context_), CAIRO_EXTEND_PAD);
        cairo_pattern_set_filter(cairo_get_source(context_), CAIRO_FILTER_GOOD);
        cairo_rectangle(context_, 0, 0, image.width, image.height);
        cairo_fill(context_);
    }

    cairo_t* context_;
    text::GlyphOutlines& outlines_;
    const Detail& detail_;
    Diagnostics& diagnostics_;
};

}  // namespace

void paint(cairo_t* context, const frame::Frame& page, text::GlyphOutlines& outlines, const Detail& detail,
           Diagnostics& diagnostics) {
    Painter(context, outlines, detail, diagnostics).frame(page);
}

}  // namespace sayso::cairo
