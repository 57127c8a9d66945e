#include "text/library.h"

namespace sayso::text {

std::string FontLibrary::subset_for_text(FontId font, const std::vector<char32_t>& codepoints) const {
    const Face& face = impl_->face(font);
    const HbSubsetInput input(hb_subset_input_create_or_fail());
    if (!input || !face.fault().empty()) return {};
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t* const kept = hb_subset_input_unicode_set(input.get());
    for (const char32_t codepoint : codepoints) hb_set_add(kept, codepoint);
    // The same features as our own shaping used, whichever those were.
    hb_set_t* const features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    for (const hb_tag_t feature : {HB_TAG('t', 'n', 'u', 'm'), HB_TAG('l', 'n', 'u', 'm')})
        hb_set_add(features, feature);
    const HbFace cut(hb_subset_or_fail(face.face(), input.get()));
    if (!cut) return {};
    const HbBlob blob(hb_face_reference_blob(cut.get()));
    unsigned length = 0;
    const char* const data = hb_blob_get_data(blob.get(), &length);
    return std::string(data, length);
}

}  // namespace sayso::text
