#include <algorithm>
#include <array>
#include <cmath>

#include "text/library.h"

namespace sayso::text {
namespace {

// A PDF reader finds glyphs by number and draws outlines; every other table is weight. ISO 32000-1, 9.9,
// Table 126.
constexpr std::array dropped_tables{
    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'S', 'U', 'B'), HB_TAG('H', 'V', 'A', 'R'),
    HB_TAG('J', 'S', 'T', 'F'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('M', 'V', 'A', 'R'),
    HB_TAG('O', 'S', '/', '2'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('V', 'D', 'M', 'X'),
    HB_TAG('a', 'v', 'a', 'r'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('c', 'v', 'a', 'r'),
    HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('g', 'v', 'a', 'r'),
    HB_TAG('h', 'd', 'm', 'x'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'e', 't', 'a'),
    HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'),
};

HbSubsetInput input_for(const std::vector<std::uint16_t>& glyphs) {
    HbSubsetInput input(hb_subset_input_create_or_fail());
    if (!input) return input;
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t* const kept = hb_subset_input_glyph_set(input.get());
    for (const std::uint16_t glyph : glyphs) hb_set_add(kept, glyph);
    hb_set_t* const dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const hb_tag_t tag : dropped_tables) hb_set_add(dropped, tag);
    return input;
}

std::uint16_t width_of(const Face& face, hb_codepoint_t glyph) {
    const double width =
        hb_font_get_glyph_h_advance(face.font(), glyph) * 1000.0 / face.metrics().units_per_em;
    return static_cast<std::uint16_t>(std::clamp(std::lround(width), 0L, 65535L));
}

// Both directions of the numbering: composite glyphs bring their parts, so more than was asked for may be
// there.
void number(const Face& face, const hb_subset_plan_t* plan, FontSubset& out) {
    const hb_map_t* const mapping = hb_subset_plan_old_to_new_glyph_mapping(plan);
    const unsigned count = hb_face_get_glyph_count(face.face());
    out.new_ids.assign(count, 0);
    out.widths.assign(hb_map_get_population(mapping), 0);
    for (hb_codepoint_t old = 0; old < count; ++old) {
        const hb_codepoint_t id = hb_map_get(mapping, old);
        if (id == HB_MAP_VALUE_INVALID || id >= out.widths.size()) continue;
        out.new_ids[old] = static_cast<std::uint16_t>(id);
        out.widths[id] = width_of(face, old);
    }
}

}  // namespace

std::shared_ptr<const FontSubset> FontLibrary::subset(FontId font,
                                                      const std::vector<std::uint16_t>& glyphs) const {
    const Face& face = impl_->face(font);
    auto out = std::make_shared<FontSubset>();
    out->cff = face.cff();
    const HbSubsetInput input = input_for(glyphs);
    if (!input || !face.fault().empty()) return out;
    const HbSubsetPlan plan(hb_subset_plan_create_or_fail(face.subset_source(), input.get()));
    if (!plan) return out;
    const HbFace cut(hb_subset_plan_execute_or_fail(plan.get()));
    if (!cut) return out;
    // What a PDF wants of either (ISO 32000-1, Table 126).
    const HbBlob blob(face.cff() ? hb_face_reference_table(cut.get(), HB_TAG('C', 'F', 'F', ' '))
                                 : hb_face_reference_blob(cut.get()));
    unsigned length = 0;
    const char* const data = hb_blob_get_data(blob.get(), &length);
    out->bytes.assign(data, length);
    number(face, plan.get(), *out);
    return out;
}

}  // namespace sayso::text
