#include "layout/flow.h"

namespace sayso::layout {
namespace {

Length width_of(const std::optional<doc::Border>& border) {
    return border ? border->width : Length{};
}

}  // namespace

Edges insets(const doc::BoxStyle& style, double scale) {
    return {style.padding.top * scale + width_of(style.border_top),
            style.padding.right + width_of(style.border_end),
            style.padding.bottom * scale + width_of(style.border_bottom),
            style.padding.left + width_of(style.border_start)};
}

bool is_painted(const doc::BoxStyle& style) {
    return style.fill || style.border_top || style.border_end || style.border_bottom || style.border_start;
}

bool is_decorated(const doc::BoxStyle& style) {
    return style.spread || is_painted(style) || style.padding.top > Length{} ||
           style.padding.bottom > Length{} || style.min_height;
}

}  // namespace sayso::layout
