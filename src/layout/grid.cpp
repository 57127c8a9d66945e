// Cells side by side: the rows of a grid of twelve columns, and what table rows share with them.
#include <algorithm>

#include "layout/flow_builder.h"
#include "layout/stack.h"

namespace sayso::layout {
namespace {

constexpr int tracks = 12;

}  // namespace

Length gap_between(int all_tracks, int narrowest, Length wanted, Length width) {
    return narrowest < all_tracks ? min(wanted, width * narrowest / (2 * (all_tracks - narrowest))) : wanted;
}

void FlowBuilder::grid(NodeId id, Lane lane) {
    const doc::BoxStyle& style = node(id).box;
    const auto span_of = [&](NodeId child) { return std::clamp(node(child).box.span, 1, tracks); };
    int narrowest = tracks;
    for (const NodeId child : node(id).children) narrowest = std::min(narrowest, span_of(child));
    const Length gap = gap_between(tracks, narrowest, style.gap, lane.width);
    const Length step = (lane.width + gap) / tracks;
    std::vector<Cell> row;
    int used = 0;
    const auto end_row = [&] {
        at_price(price::row);
        grid_row(id, row, lane);
        const auto is_heading = [&](const Cell& cell) {
            return typesetter_.document().get<doc::Heading>(cell.node) != nullptr;
        };
        if (std::all_of(row.begin(), row.end(), is_heading)) glue();  // to the row that it is the heading of
        row.clear();
        used = 0;
    };
    for (const NodeId child : node(id).children) {
        const int span = span_of(child);
        if (used + span > tracks) {
            end_row();
            space(style.row_gap * scale_);
        }
        row.push_back({child, {lane.x + step * used, step * span - gap}});
        used += span;
    }
    if (!row.empty()) end_row();
}

/// A row taller than any page is stacked: its cells follow one another over the whole width and may be split.
void FlowBuilder::grid_row(NodeId id, const std::vector<Cell>& cells, Lane lane) {
    std::vector<SetCell> set;
    Length height;
    for (const Cell& cell : cells) {
        set.push_back(set_cell(cell));
        height = max(height, set.back().outer);
    }
    if (in_cell_ || height <= room())
        return add_row(cells.front().node, cells, std::move(set), nullptr, lane);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) space(node(id).box.row_gap * scale_);
        block(cells[i].node, lane);
    }
}

FlowBuilder::SetCell FlowBuilder::set_cell(const Cell& cell) {
    const doc::BoxStyle& style = node(cell.node).box;
    SetCell set;
    set.insets = insets(style, scale_);
    FlowBuilder inside(typesetter_, scale_, capacity_, true);
    inside.content(cell.node, cell.lane.inset(style.margin.left + set.insets.left,
                                              style.margin.right + set.insets.right));
    const Flow flow = inside.take();
    set.height = arrange(flow, 0, flow.pieces.size(), set.marks);
    if (!flow.pieces.empty() && flow.pieces[0].baseline)
        set.baseline = *flow.pieces[0].baseline + set.insets.top;
    set.outer = max(set.height + set.insets.down(), style.min_height.value_or(Length{}) * scale_);
    return set;
}

void FlowBuilder::add_row(NodeId row, const std::vector<Cell>& cells, std::vector<SetCell> set,
                          const doc::BoxStyle* style, Lane lane) {
    const Edges inside = style ? insets(*style, scale_) : Edges{};
    Piece piece{.node = row, .starts = true};
    Length inner = style ? style->min_height.value_or(Length{}) * scale_ - inside.down() : Length{};
    for (const SetCell& cell : set) {
        inner = max(inner, cell.outer);
        if (!piece.baseline && cell.baseline) piece.baseline = *cell.baseline + inside.top;
    }
    piece.height = inner + inside.down();
    std::vector<Mark> marks;
    if (style && is_painted(*style))
        marks.push_back({{lane.x, {}, lane.width, piece.height}, PaintMark{style, row}});
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const doc::BoxStyle& box = node(cells[i].node).box;
        const Lane outer = cells[i].lane.inset(box.margin.left, box.margin.right);
        if (is_painted(box))
            marks.push_back({{outer.x, inside.top, outer.width, inner}, PaintMark{&box, cells[i].node}});
        using Align = doc::BoxStyle::VerticalAlign;
        const double above = box.vertical_align == Align::top      ? 0
                             : box.vertical_align == Align::middle ? 0.5
                                                                   : 1;
        const Length slack = inner - set[i].insets.down() - set[i].height;
        for (Mark& mark : set[i].marks) {
            mark.box.y += inside.top + set[i].insets.top + slack * above;
            marks.push_back(mark);
        }
    }
    add(piece, std::move(marks));
}

}  // namespace sayso::layout
