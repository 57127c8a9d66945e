#include "text/bidi.h"

#include <memory>

#include <unicode/ubidi.h>

#include "base/utf8.h"

namespace sayso::text {
namespace {

struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// Blocks with letters of class R, AL or AN, and the explicit marks, embeddings and isolates (UAX #9, 2).
constexpr bool is_bidi_character(char32_t c) {
    return (c >= 0x590 && c < 0x900) || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00) ||
           (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000);
}

}  // namespace

bool may_hold_rtl(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // Below U+0580 nothing runs from right to left, and no lead byte there is above 0xD5.
        if (static_cast<unsigned char>(text[at]) <= 0xD5) {
            ++at;
            continue;
        }
        if (is_bidi_character(next_code_point(text, at))) return true;
    }
    return false;
}

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
    for (std::int32_t at = 0; at < text.size();) {
        const BidiLevel level = levels[at];
        while (at < text.size() && levels[at] == level) ++at;
        runs.push_back({text.byte_at(at), level});
    }
    return runs;
}

std::vector<std::int32_t> visual_order(const std::vector<BidiLevel>& levels) {
    std::vector<std::int32_t> order(levels.size());
    ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
    return order;
}

}  // namespace sayso::text
