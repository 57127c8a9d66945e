// What a face holds before any shaping: characters and outlines.
#include "text/library.h"

namespace sayso::text {
namespace {

/// Collects an outline with one em as one point and y down. Quadratic curves become the cubics of the same
/// shape: HarfBuzz sees to that for whoever does not ask for them.
struct Tracer {
    double em;
    frame::Path path;

    Point point(float x, float y) const { return {pt(double{x} / em), pt(-double{y} / em)}; }
};

using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, HbDestroy<hb_draw_funcs_destroy>>;

Tracer& tracer(void* data) {
    return *static_cast<Tracer*>(data);
}

DrawFunctions draw_functions() {
    DrawFunctions out(hb_draw_funcs_create());
    hb_draw_funcs_set_move_to_func(
        out.get(),
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
            tracer(data).path.emplace_back(frame::MoveTo{tracer(data).point(x, y)});
        },
        nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        out.get(),
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
            tracer(data).path.emplace_back(frame::LineTo{tracer(data).point(x, y)});
        },
        nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(
        out.get(),
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x,
           float y, void*) {
            const Tracer& t = tracer(data);
            tracer(data).path.emplace_back(frame::CurveTo{t.point(x1, y1), t.point(x2, y2), t.point(x, y)});
        },
        nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(
        out.get(),
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
            tracer(data).path.emplace_back(frame::ClosePath{});
        },
        nullptr, nullptr);
    return out;
}

/// The font without our stand-ins for characters that it lacks.
hb_font_t* own_font(const Face& face) {
    return hb_font_get_parent(face.font());
}

}  // namespace

std::vector<CharacterGlyph> FontLibrary::characters(FontId font) const {
    const Face& face = impl_->face(font);
    const std::unique_ptr<hb_set_t, HbDestroy<hb_set_destroy>> known(hb_set_create());
    hb_face_collect_unicodes(face.face(), known.get());
    std::vector<CharacterGlyph> out;
    out.reserve(hb_set_get_population(known.get()));
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(known.get(), &c);) {
        const std::uint16_t found = glyph(font, c);
        if (found != 0) out.push_back({c, found});
    }
    return out;
}

std::uint16_t FontLibrary::glyph(FontId font, char32_t character) const {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(own_font(impl_->face(font)), character, &glyph);
    return glyph < glyph_count(font) ? static_cast<std::uint16_t>(glyph) : std::uint16_t{0};
}

std::size_t FontLibrary::glyph_count(FontId font) const {
    return hb_face_get_glyph_count(impl_->face(font).face());
}

frame::Path FontLibrary::outline(FontId font, std::uint16_t glyph) const {
    const Face& face = impl_->face(font);
    Tracer out{face.metrics().units_per_em, {}};
    const DrawFunctions functions = draw_functions();
    hb_font_get_glyph_shape(face.font(), glyph, functions.get(), &out);
    return std::move(out.path);
}

}  // namespace sayso::text
