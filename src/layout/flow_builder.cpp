#include "layout/flow_builder.h"

#include <algorithm>
#include <utility>

#include "base/overload.h"
#include "layout/stack.h"

namespace sayso::layout {

FlowBuilder::FlowBuilder(Typesetter& typesetter, double scale, Length capacity, bool in_cell)
    : typesetter_(typesetter), scale_(scale), capacity_(capacity), in_cell_(in_cell) {}

void FlowBuilder::block(NodeId id, Lane lane) {
    const doc::BoxStyle& box = node(id).box;
    const std::size_t first = flow_.pieces.size();
    space(box.margin.top * scale_);
    if (box.page_break_before) forced_ = true;
    const Lane inner = lane.inset(box.margin.left, box.margin.right);
    if (is_decorated(box)) {
        boxed(id, inner);
    } else {
        content(id, inner.inset(box.padding.left, box.padding.right));
    }
    if (flow_.pieces.size() == first) return;
    if (box.keep_together) keep_together(first);
    if (box.keep_with_next || typesetter_.document().get<doc::Heading>(id)) glue();
    space(box.margin.bottom * scale_);
}

void FlowBuilder::content(NodeId id, Lane lane) {
    const auto nested = [&](const auto&) { children(id, lane); };
    const auto words = [&](const auto&) { lines(id, lane); };
    std::visit(Overload{
                   [&](const doc::Heading& kind) { words(kind); },
                   [&](const doc::Paragraph& kind) { words(kind); },
                   [&](const doc::Caption& kind) { words(kind); },
                   [&](const doc::ListItem&) { list_item(id, lane); },
                   [&](const doc::Table&) { table(id, lane); },
                   [&](const doc::Figure&) { figure(id, lane); },
                   [&](const doc::Root& kind) { nested(kind); },
                   [&](const doc::Section& kind) { nested(kind); },
                   [&](const doc::Group& kind) { nested(kind); },
                   [&](const doc::List& kind) { nested(kind); },
                   [&](const doc::TableRow& kind) { nested(kind); },
                   [&](const doc::TableCell& kind) { nested(kind); },
                   [&](const doc::Quote& kind) { nested(kind); },
                   [](const doc::Slide&) {},  // a page of its own: slides.cpp
                   [](const doc::Text&) {},   // inline kinds are set by the block that holds them
                   [](const doc::Link&) {},
               },
               node(id).kind);
}

void FlowBuilder::children(NodeId id, Lane lane) {
    const doc::Node& parent = node(id);
    switch (parent.box.display) {
        case doc::Display::flow:
            return blocks(parent.children, lane);
        case doc::Display::grid:
            return grid(id, lane);
        case doc::Display::columns:
            return columns(id, lane);
    }
}

void FlowBuilder::blocks(const std::vector<NodeId>& ids, Lane lane) {
    std::optional<NodeId> before;
    for (const NodeId id : ids) {
        price_of_start(id, before);
        block(id, lane);
        before = id;
    }
}

/// What it costs to end a page between a block and the one before it.
void FlowBuilder::price_of_start(NodeId id, std::optional<NodeId> before) {
    const doc::Document& document = typesetter_.document();
    if (document.get<doc::Heading>(id)) return at_price(price::heading);
    if (document.get<doc::ListItem>(id)) {
        const std::vector<NodeId>& items = node(node(id).parent).children;
        return at_price(before == items.front() || id == items.back() ? price::lone_item : price::item);
    }
    if (document.get<doc::List>(id) && before && document.get<doc::Paragraph>(*before))
        return at_price(price::after_introduction);
    at_price(price::block);
}

/// Margins collapse to the largest of those that meet, and vanish at the top of a box.
void FlowBuilder::space(Length amount) {
    if (!at_box_top_) space_ = max(space_, amount);
}

void FlowBuilder::add(Piece piece, std::vector<Mark> marks) {
    hang_labels(piece, marks);
    piece.space = space_;
    piece.break_price = price_;
    piece.joined = price_ >= price::forbidden;
    piece.forced = forced_ && !moved_break();
    piece.decoration = decoration_;
    piece.columns = columns_;
    piece.repeat = repeat_;
    piece.first_mark = flow_.marks.size();
    piece.marks = marks.size();
    flow_.marks.insert(flow_.marks.end(), marks.begin(), marks.end());
    flow_.pieces.push_back(piece);
    space_ = {};
    price_ = 0;
    forced_ = false;
    at_box_top_ = false;
}

/// A page break asked for right after something that is kept with what follows (a heading) goes before that
/// instead.
bool FlowBuilder::moved_break() {
    if (price_ < price::forbidden || flow_.pieces.empty()) return false;
    std::size_t start = flow_.pieces.size() - 1;
    while (start > 0 && flow_.pieces[start].break_price >= price::forbidden) --start;
    flow_.pieces[start].forced = true;
    return true;
}

/// Puts list labels before the piece, on the baseline of its first line; a label that rises higher pushes it
/// down.
void FlowBuilder::hang_labels(Piece& piece, std::vector<Mark>& marks) {
    if (labels_.empty()) return;
    Length baseline = piece.baseline.value_or(Length{});
    for (const Label& label : labels_) baseline = max(baseline, label.paragraph->baseline);
    const Length push = piece.baseline ? baseline - *piece.baseline : Length{};
    std::vector<Mark> all;
    for (const Label& label : labels_) {
        const SetParagraph& set = *label.paragraph;
        all.push_back(
            {{label.x, baseline - set.baseline, label.width, set.text->leading}, LineMark{&set, 0}});
    }
    for (Mark& mark : marks) {
        mark.box.y += push;
        all.push_back(mark);
    }
    piece.height += push;
    piece.baseline = baseline;
    marks = std::move(all);
    labels_.clear();
}

void FlowBuilder::boxed(NodeId id, Lane lane) {
    const doc::BoxStyle& style = node(id).box;
    const Edges inside = insets(style, scale_);
    const int index = static_cast<int>(flow_.decorations.size());
    const std::size_t first = flow_.pieces.size();
    flow_.decorations.push_back(
        {id, &style, lane.x, lane.width, inside.top, inside.bottom, decoration_, first, first});
    const int outer = std::exchange(decoration_, index);
    at_box_top_ = true;
    content(id, lane.inset(inside.left, inside.right));
    if (flow_.pieces.size() == first) add({.node = id, .starts = true}, {});
    space_ = {};
    decoration_ = outer;
    Decoration& box = flow_.decorations[static_cast<std::size_t>(index)];
    box.last = flow_.pieces.size();
    if (is_painted(style)) {
        for (std::size_t i = first + 1; i < box.last; ++i) flow_.pieces[i].break_price += price::inside_box;
    }
    if (style.min_height) fill_out(box, first);
}

/// Raises a box to its least height; where its content stands in that is its vertical alignment.
void FlowBuilder::fill_out(Decoration& box, std::size_t first) {
    const Length slack = *box.style->min_height * scale_ - height_since(first, box.parent);
    if (slack <= Length{}) return;
    using Align = doc::BoxStyle::VerticalAlign;
    const double above = box.style->vertical_align == Align::top      ? 0
                         : box.style->vertical_align == Align::middle ? 0.5
                                                                      : 1;
    box.top += slack * above;
    box.bottom += slack * (1 - above);
    keep_together(first);
}

/// Forbids breaks within the pieces since `first`, unless together they are taller than any page.
void FlowBuilder::keep_together(std::size_t first) {
    if (height_since(first, none) > capacity_) return;
    for (std::size_t i = first + 1; i < flow_.pieces.size(); ++i) {
        flow_.pieces[i].break_price = std::max(flow_.pieces[i].break_price, price::forbidden);
        if (columns_ != none) flow_.pieces[i].joined = true;
    }
}

Length FlowBuilder::height_since(std::size_t first, int outer) const {
    return height_of(flow_, first, flow_.pieces.size(), outer, columns_);
}

/// Height left for one piece inside the boxes that are open.
Length FlowBuilder::room() const {
    Length height = capacity_;
    for (int i = decoration_; i != none; i = flow_.decorations[static_cast<std::size_t>(i)].parent) {
        const Decoration& box = flow_.decorations[static_cast<std::size_t>(i)];
        height -= box.top + box.bottom;
    }
    return height;
}

void FlowBuilder::lines(NodeId id, Lane lane) {
    const SetParagraph& set = typesetter_.paragraph(id, lane.width);
    const doc::Document& document = typesetter_.document();
    const bool whole = document.get<doc::Heading>(id) || document.get<doc::Caption>(id);
    const std::size_t count = set.text->lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        // Two lines at least on either side of a break.
        if (i > 0) at_price(whole || i == 1 || i + 1 == count ? price::forbidden : price::line);
        add({.node = id, .height = set.text->leading, .baseline = set.baseline, .starts = i == 0},
            {{{lane.x, {}, lane.width, set.text->leading}, LineMark{&set, i}}});
    }
}

void FlowBuilder::list_item(NodeId id, Lane lane) {
    const NodeId list = node(id).parent;
    const ListLabels& labels = typesetter_.labels(list);
    const auto words = labels.words.find(id);
    if (words != labels.words.end()) {
        const Length gap = node(id).text.size / 2;
        const doc::List* kind = typesetter_.document().get<doc::List>(list);
        const bool number = kind && kind->marker == doc::List::Marker::number;
        const Length width = labels.indent - gap;
        labels_.push_back({&typesetter_.label(id, words->second, width, number), lane.x, width});
    }
    const std::size_t first = flow_.pieces.size();
    children(id, lane.inset(labels.indent, {}));
    if (flow_.pieces.size() > first || labels_.empty()) return;
    add({.node = id, .height = node(id).text.leading, .starts = true}, {});
}

void FlowBuilder::columns(NodeId id, Lane lane) {
    const doc::BoxStyle& style = node(id).box;
    const int count = std::max(style.column_count, 1);
    if (count == 1) return blocks(node(id).children, lane);
    if (columns_ != none) return nested_columns(id, lane);
    const Length gap = gap_between(count, 1, style.gap, lane.width);
    const Length width = (lane.width - gap * (count - 1)) / count;
    const std::size_t first = flow_.pieces.size();
    columns_ = static_cast<int>(flow_.columns.size());
    flow_.columns.push_back({count, width + gap, decoration_, first, first});
    blocks(node(id).children, {lane.x, width});
    Columns& block = flow_.columns[static_cast<std::size_t>(std::exchange(columns_, none))];
    block.last = flow_.pieces.size();
    if (block.last == first) return;
    // A short block is read column by column, which a page turn in its middle would break up.
    const bool is_short = height_since(first, none) * 3 <= capacity_;
    for (std::size_t i = first + 1; i < block.last; ++i)
        flow_.pieces[i].break_price += is_short ? price::forbidden : price::inside_box;
}

/// Columns within a column are one piece or, where that would be taller than a page, no columns at all.
void FlowBuilder::nested_columns(NodeId id, Lane lane) {
    FlowBuilder inside(typesetter_, scale_, capacity_, true);
    inside.columns(id, lane);
    const Flow flow = inside.take();
    if (flow.pieces.empty()) return;
    std::vector<Mark> marks;
    const Length height = arrange(flow, 0, flow.pieces.size(), marks);
    if (!in_cell_ && height > room()) return blocks(node(id).children, lane);
    add({.node = id, .height = height, .baseline = flow.pieces[0].baseline, .starts = true},
        std::move(marks));
}

}  // namespace sayso::layout
