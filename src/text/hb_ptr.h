// Owning pointers for HarfBuzz objects. Private to src/text.
#pragma once

#include <memory>

#include <hb-subset.h>
#include <hb.h>

namespace sayso::text {

template <auto Destroy>
struct HbDestroy {
    template <class T>
    void operator()(T* object) const {
        Destroy(object);
    }
};

using HbBlob = std::unique_ptr<hb_blob_t, HbDestroy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, HbDestroy<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, HbDestroy<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, HbDestroy<hb_buffer_destroy>>;
using HbSubsetInput = std::unique_ptr<hb_subset_input_t, HbDestroy<hb_subset_input_destroy>>;
using HbSubsetPlan = std::unique_ptr<hb_subset_plan_t, HbDestroy<hb_subset_plan_destroy>>;

}  // namespace sayso::text
