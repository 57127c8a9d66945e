#include "docx/look.h"

namespace sayso::docx {

Surround within(const Surround& around, const doc::BoxStyle& box) {
    Surround out = around;
    const Length bar = box.border_start ? box.border_start->width : Length{};
    // A band to the paper's edge has its inner distance already: in Word it ends at the margins.
    out.indent_start += bar + box.padding.left;
    out.indent_end += box.padding.right;
    out.before = max(around.before, box.margin.top) + box.padding.top;
    out.after = max(around.after, box.margin.bottom) + box.padding.bottom;
    if (box.border_top) out.above = box.border_top;
    if (box.fill) out.fill = box.fill;
    if (box.border_start) {
        out.bar = box.border_start;
        out.bar_gap = box.padding.left;
    }
    out.keep_together = around.keep_together || box.keep_together;
    return out;
}

Look look_of(const doc::Node& node, const Surround& around) {
    Look look;
    look.size = node.text.size;
    look.leading = node.text.leading;
    look.bold = node.text.weight >= 600;
    look.color = node.text.color;
    look.align = node.text.align;
    look.before = max(around.before, node.box.margin.top);
    look.after = max(around.after, node.box.margin.bottom);
    look.indent_start = around.indent_start + node.box.padding.left;
    look.indent_end = around.indent_end + node.box.padding.right;
    look.fill = node.box.fill ? node.box.fill : around.fill;
    look.bar = around.bar;
    look.bar_gap = around.bar_gap;
    look.above = node.box.border_top ? node.box.border_top : around.above;
    look.keep_with_next = node.box.keep_with_next || std::holds_alternative<doc::Heading>(node.kind);
    look.keep_together = node.box.keep_together || around.keep_together;
    return look;
}

}  // namespace sayso::docx
