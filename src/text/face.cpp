#include "text/face.h"

#include <array>
#include <cmath>
#include <utility>

#include <hb-ot.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "env/limits.h"

namespace sayso::text {
namespace {

// Preprocessing takes as long as ten to forty plain subsets, and makes each later one three times as fast.
constexpr int subsets_before_preprocessing = 8;

bool has_table(hb_face_t* face, hb_tag_t tag) {
    const HbBlob table(hb_face_reference_table(face, tag));
    return hb_blob_get_length(table.get()) > 0;
}

// The tables without which nothing can be placed or embedded: OpenType 1.9, "Required tables".
std::string fault_of(hb_face_t* face) {
    if (hb_face_get_glyph_count(face) == 0) return "it is not a TrueType or OpenType font";
    for (const char* const name : {"head", "hhea", "hmtx", "maxp", "cmap"}) {
        if (!has_table(face, hb_tag_from_string(name, -1)))
            return std::string("its table \"") + name + "\" is missing";
    }
    const bool outlines =
        (has_table(face, HB_TAG('g', 'l', 'y', 'f')) && has_table(face, HB_TAG('l', 'o', 'c', 'a'))) ||
        has_table(face, HB_TAG('C', 'F', 'F', ' '));
    return outlines ? "" : "it has no outlines";
}

int signed_16(const char* bytes) {
    const auto high = static_cast<unsigned char>(bytes[0]), low = static_cast<unsigned char>(bytes[1]);
    return static_cast<std::int16_t>(static_cast<std::uint16_t>(high << 8 | low));
}

// OpenType 1.9, "head": xMin, yMin, xMax, yMax stand at offset 36.
void read_bounds(hb_face_t* face, double scale, FontMetrics& metrics) {
    const HbBlob head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
    unsigned length = 0;
    const char* const data = hb_blob_get_data(head.get(), &length);
    if (length < 44) return;
    metrics.x_min = signed_16(data + 36) * scale;
    metrics.y_min = signed_16(data + 38) * scale;
    metrics.x_max = signed_16(data + 40) * scale;
    metrics.y_max = signed_16(data + 42) * scale;
}

// OpenType 1.9, "post": italicAngle is a 16.16 number at offset 4.
double italic_angle(hb_face_t* face) {
    const HbBlob post(hb_face_reference_table(face, HB_TAG('p', 'o', 's', 't')));
    unsigned length = 0;
    const char* const data = hb_blob_get_data(post.get(), &length);
    if (length < 8) return 0;
    const auto fraction = static_cast<std::uint16_t>(signed_16(data + 6));
    return signed_16(data + 4) + fraction / 65536.0;
}

FontMetrics metrics_of(hb_face_t* face, hb_font_t* font) {
    FontMetrics out;
    out.units_per_em = hb_face_get_upem(face);
    const double scale = 1000.0 / out.units_per_em;
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font, &extents);
    out.ascent = extents.ascender * scale;
    out.descent = extents.descender * scale;
    hb_position_t height = 0;
    hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height);
    out.cap_height = height * scale;
    hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_X_HEIGHT, &height);
    out.x_height = height * scale;
    read_bounds(face, scale, out);
    out.italic_angle = italic_angle(face);
    return out;
}

// Many faces have no hyphens but the typewriter's, which looks the same.
hb_bool_t glyph_or_stand_in(hb_font_t* font, void*, hb_codepoint_t character, hb_codepoint_t* glyph, void*) {
    hb_font_t* const own = hb_font_get_parent(font);
    if (hb_font_get_nominal_glyph(own, character, glyph)) return true;
    const bool hyphen = character == U'\u2010' || character == U'\u2011';
    return hyphen && hb_font_get_nominal_glyph(own, U'-', glyph);
}

HbFont font_of(hb_face_t* face) {
    const HbFont plain(hb_font_create(face));
    HbFont font(hb_font_create_sub_font(plain.get()));
    hb_font_funcs_t* const functions = hb_font_funcs_create();
    hb_font_funcs_set_nominal_glyph_func(functions, glyph_or_stand_in, nullptr, nullptr);
    hb_font_set_funcs(font.get(), functions, nullptr, nullptr);
    hb_font_funcs_destroy(functions);
    const auto scale = static_cast<int>(hb_face_get_upem(face));
    hb_font_set_scale(font.get(), scale, scale);
    hb_font_make_immutable(font.get());
    return font;
}

bool has_glyph(hb_font_t* font, char32_t character) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font, character, &glyph) && glyph != 0;
}

// HarfBuzz draws a letter that the font lacks by its canonical parts, where the font has all of them.
bool has_parts(hb_font_t* font, char32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* const nfd = unorm2_getNFDInstance(&status);
    std::array<UChar, 16> parts{};
    const std::int32_t length = unorm2_getDecomposition(nfd, static_cast<UChar32>(character), parts.data(),
                                                        static_cast<std::int32_t>(parts.size()), &status);
    if (U_FAILURE(status) || length <= 0) return false;
    for (std::int32_t i = 0; i < length;) {
        UChar32 part = 0;
        U16_NEXT(parts.data(), i, length, part);
        if (!has_glyph(font, static_cast<char32_t>(part))) return false;
    }
    return true;
}

}  // namespace

Face::Face(const Env& env, std::string path, FontName name)
    : env_(env), path_(std::move(path)), name_(std::move(name)) {}

const Face::Loaded& Face::loaded() const {
    std::call_once(load_once_, [this] { load(); });
    return loaded_;
}

void Face::load() const {
    auto read = env_.read(path_, limits::font_file_bytes);
    if (auto* error = std::get_if<IoError>(&read)) {
        loaded_.fault = error->reason.empty() ? "it cannot be read" : error->reason;
    } else {
        loaded_.bytes = std::move(std::get<std::string>(read));
        const HbBlob blob(hb_blob_create(loaded_.bytes.data(), static_cast<unsigned>(loaded_.bytes.size()),
                                         HB_MEMORY_MODE_READONLY, nullptr, nullptr));
        loaded_.face.reset(hb_face_create(blob.get(), 0));
        loaded_.fault = fault_of(loaded_.face.get());
    }
    if (!loaded_.fault.empty()) {
        loaded_.bytes.clear();
        loaded_.face.reset(hb_face_get_empty());  // inert: counting references on it does nothing
    }
    hb_face_make_immutable(loaded_.face.get());
    loaded_.font = font_of(loaded_.face.get());
    loaded_.cff = has_table(loaded_.face.get(), HB_TAG('C', 'F', 'F', ' '));
    loaded_.metrics = metrics_of(loaded_.face.get(), loaded_.font.get());
}

hb_face_t* Face::subset_source() const {
    if (subsets_.fetch_add(1, std::memory_order_relaxed) < subsets_before_preprocessing) return face();
    std::call_once(preprocess_once_, [this] { preprocessed_.reset(hb_subset_preprocess(face())); });
    return preprocessed_.get();
}

bool Face::covers(char32_t character) const {
    if (has_glyph(font(), character)) return true;
    if (character < 0x80) return false;
    // Spaces of other widths are made from the plain space, U+2011 from U+2010 (HarfBuzz,
    // hb-ot-shape-normalize).
    if (u_charType(static_cast<UChar32>(character)) == U_SPACE_SEPARATOR) return has_glyph(font(), U' ');
    return has_parts(font(), character);
}

}  // namespace sayso::text
