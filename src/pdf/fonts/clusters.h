// The clusters of a shaped run: which glyphs stand together for which characters.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "frame/frame.h"

namespace sayso::pdf {

/// Neighbouring glyphs (in visual order) that stand for the same characters.
struct Cluster {
    std::span<const frame::Glyph> glyphs;
    std::string_view text;  // UTF-8, logical order
};

/// Calls `visit(Cluster)` for each cluster in visual order. Text between two clusters belongs to the
/// logically first.
template <class Visit>
void for_each_cluster(const frame::TextRun& run, Visit visit) {
    const std::span glyphs{run.glyphs};
    const std::string_view text = run.text;
    std::size_t previous = text.size();  // where the logically next cluster of a right-to-left run starts
    for (std::size_t first = 0; first < glyphs.size();) {
        std::size_t last = first + 1;
        while (last < glyphs.size() && glyphs[last].cluster == glyphs[first].cluster) ++last;
        const std::size_t start = std::min<std::size_t>(glyphs[first].cluster, text.size());
        std::size_t end = previous;
        if (!run.rtl) end = last < glyphs.size() ? glyphs[last].cluster : text.size();
        end = std::clamp(end, start, text.size());
        visit(Cluster{glyphs.subspan(first, last - first), text.substr(start, end - start)});
        previous = start;
        first = last;
    }
}

}  // namespace sayso::pdf
