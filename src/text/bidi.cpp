#include "text/bidi.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <unicode/ubidi.h>

namespace sayso::text {
namespace {

struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

}  // namespace

std::vector<LevelRun> level_runs(const Utf16Text& text, bool rtl) {
    const BidiLevel base = rtl ? 1 : 0;
    const std::vector<LevelRun> all_alike{{text.to_utf8.back(), base}};
    if (text.units.empty()) return {};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
    ubidi_setPara(bidi.get(), text.units.data(), text.size(), base, nullptr, &status);
    if (U_FAILURE(status)) return all_alike;
    // Not ubidi_getLogicalRun: each of its calls searches all runs.
    const UBiDiLevel* const levels = ubidi_getLevels(bidi.get(), &status);
    if (U_FAILURE(status)) return all_alike;
    std::vector<LevelRun> runs;
    std::uint32_t end = 0;
    BidiLevel gap = no_gap;
    for (std::int32_t at = 0; at < text.size();) {
        const BidiLevel level = levels[at];
        while (at < text.size() && levels[at] == level) ++at;
        if (text.byte_at(at) > end) {
            end = text.byte_at(at);
            runs.push_back({end, level, std::exchange(gap, no_gap)});
        } else {
            gap = std::min(gap, level);
        }
    }
    return runs;
}

std::vector<std::int32_t> visual_order(const std::vector<BidiLevel>& levels,
                                       const std::vector<BidiLevel>& gaps) {
    // A gap takes part in the ordering as an element of its own, which is known by -1 and falls out.
    std::vector<BidiLevel> all;
    std::vector<std::int32_t> names;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (i > 0 && gaps[i] != no_gap) {
            all.push_back(gaps[i]);
            names.push_back(-1);
        }
        all.push_back(levels[i]);
        names.push_back(static_cast<std::int32_t>(i));
    }
    std::vector<std::int32_t> order(all.size());
    ubidi_reorderVisual(all.data(), static_cast<std::int32_t>(all.size()), order.data());
    for (std::int32_t& at : order) at = names[static_cast<std::size_t>(at)];
    std::erase(order, -1);
    return order;
}

}  // namespace sayso::text
