#include "cairo/outlines.h"

#include <stdexcept>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace sayso::cairo {
namespace {

struct FaceDeleter {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Face = std::unique_ptr<FT_FaceRec_, FaceDeleter>;

/// Collects what FT_Outline_Decompose reports. Quadratic curves become the cubics of the same shape.
class Tracer {
  public:
    explicit Tracer(double units_per_em) : em_(units_per_em) {}

    frame::Path trace(FT_Outline& outline) {
        const FT_Outline_Funcs calls{on_move, on_line, on_conic, on_cubic, 0, 0};
        FT_Outline_Decompose(&outline, &calls, this);
        close();
        return std::move(path_);
    }

  private:
    static Tracer& self(void* user) { return *static_cast<Tracer*>(user); }
    static int on_move(const FT_Vector* to, void* user) { return self(user).move(*to), 0; }
    static int on_line(const FT_Vector* to, void* user) { return self(user).line(*to), 0; }
    static int on_conic(const FT_Vector* control, const FT_Vector* to, void* user) {
        return self(user).conic(*control, *to), 0;
    }
    static int on_cubic(const FT_Vector* control1, const FT_Vector* control2, const FT_Vector* to,
                        void* user) {
        return self(user).cubic(*control1, *control2, *to), 0;
    }

    Point point(const FT_Vector& v) const {
        return {pt(static_cast<double>(v.x) / em_), pt(-static_cast<double>(v.y) / em_)};
    }
    void close() {
        if (!path_.empty()) path_.emplace_back(frame::ClosePath{});
    }
    void move(const FT_Vector& to) {
        close();
        last_ = point(to);
        path_.emplace_back(frame::MoveTo{last_});
    }
    void line(const FT_Vector& to) {
        last_ = point(to);
        path_.emplace_back(frame::LineTo{last_});
    }
    void conic(const FT_Vector& control, const FT_Vector& to) {
        const Point c = point(control), end = point(to);
        path_.emplace_back(frame::CurveTo{last_ + (c - last_) * (2.0 / 3), end + (c - end) * (2.0 / 3), end});
        last_ = end;
    }
    void cubic(const FT_Vector& control1, const FT_Vector& control2, const FT_Vector& to) {
        last_ = point(to);
        path_.emplace_back(frame::CurveTo{point(control1), point(control2), last_});
    }

    double em_;
    frame::Path path_;
    Point last_;
};

}  // namespace

struct GlyphOutlines::FreeType {
    FT_Library library = nullptr;
    std::map<FontId, Face> faces;

    FreeType() {
        if (FT_Init_FreeType(&library) != 0) throw std::runtime_error("FreeType cannot be started");
    }
    ~FreeType() {
        faces.clear();
        FT_Done_FreeType(library);
    }
    FreeType(const FreeType&) = delete;
    FreeType& operator=(const FreeType&) = delete;

    /// Null for a font that FreeType refuses.
    FT_Face face(FontId font, const text::FontLibrary& fonts) {
        const auto [at, added] = faces.try_emplace(font);
        if (!added) return at->second.get();
        const std::string_view bytes = fonts.bytes(font);
        FT_Face opened = nullptr;
        if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), 0, &opened) == 0)
            at->second.reset(opened);
        return at->second.get();
    }
};

GlyphOutlines::GlyphOutlines(const text::FontLibrary& fonts)
    : fonts_(fonts), freetype_(std::make_unique<FreeType>()) {}
GlyphOutlines::~GlyphOutlines() = default;

const frame::Path& GlyphOutlines::glyph(FontId font, std::uint16_t glyph) {
    const auto [at, added] = outlines_.try_emplace({font, glyph});
    if (!added) return at->second;
    const FT_Face face = freetype_->face(font, fonts_);
    if (face == nullptr) return at->second;
    // Unscaled outlines stay in font units and are never hinted.
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) == 0 && face->glyph->format == FT_GLYPH_FORMAT_OUTLINE)
        at->second = Tracer(face->units_per_EM).trace(face->glyph->outline);
    return at->second;
}

std::uint32_t GlyphOutlines::nominal_glyph(FontId font, char32_t character) {
    const FT_Face face = freetype_->face(font, fonts_);
    return face != nullptr ? FT_Get_Char_Index(face, character) : 0;
}

void GlyphOutlines::report(Diagnostics& diagnostics) const {
    for (const auto& [font, face] : freetype_->faces)
        if (!face)
            diagnostics.error(
                "bad-font", {},
                "the font \"" + fonts_.name(font) + "\" cannot be drawn: FreeType cannot open it",
                "replace the font file");
}

}  // namespace sayso::cairo
