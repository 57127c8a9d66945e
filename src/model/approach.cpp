#include "model/approach.h"

#include <algorithm>

namespace sayso::model {
namespace {

template <class T>
const T* with_id(const std::vector<T>& all, std::string_view id) {
    for (const T& one : all) {
        if (one.id.text == id) return &one;
    }
    return nullptr;
}

}  // namespace

bool in_strand(const std::vector<Words>& strands, const std::string& strand) {
    return strands.empty() || strand.empty() ||
           std::ranges::find(strands, strand, &Words::text) != strands.end();
}

const Outcome* Approach::outcome(std::string_view wanted) const {
    return with_id(outcomes, wanted);
}

const Stakeholder* Approach::stakeholder(std::string_view wanted) const {
    return with_id(stakeholders, wanted);
}

const MeansItem* Approach::means_item(std::string_view wanted) const {
    for (const MeansGroup& group : means) {
        if (const MeansItem* item = with_id(group.items, wanted)) return item;
    }
    return nullptr;
}

}  // namespace sayso::model
