#include "layout/stack.h"

#include <algorithm>

namespace sayso::layout {

Stack::Stack(const Flow& flow, std::vector<Mark>* out, int outer, int columns)
    : flow_(flow), out_(out), outer_(outer), columns_(columns), current_(outer) {}

bool Stack::in_run(std::size_t piece) const {
    return flow_.pieces[piece].columns != columns_;
}

void Stack::add(std::size_t index) {
    const Piece& piece = flow_.pieces[index];
    run_top_.reset();
    move_to(piece.decoration, index, piece.space);
    if (empty_ && piece.repeat != none) repeat_header(flow_.headers[static_cast<std::size_t>(piece.repeat)]);
    place(piece, false);
    empty_ = false;
    next_ = index + 1;
}

void Stack::add_run(std::size_t first, std::size_t last) {
    const int block = flow_.pieces[first].columns;
    const Columns& columns = flow_.columns[static_cast<std::size_t>(block)];
    if (!run_top_ || run_first_ != first) {
        move_to(columns.outer, first, flow_.pieces[first].space);
        run_first_ = first;
        run_top_ = y_;
        run_height_ = {};
    }
    const Balance balanced = balance(flow_, block, first, last, run_height_);
    run_height_ = balanced.height;
    if (out_) place_columns(columns, first, balanced.ends);
    y_ = *run_top_ + balanced.height;
    empty_ = false;
    next_ = last;
}

/// Closes and opens decorated boxes until `decoration` is the innermost; the space falls between the two.
void Stack::move_to(int decoration, std::size_t piece, Length space) {
    int common = current_;
    for (int other = decoration; common != other;) {
        int& deeper = common > other ? common : other;
        deeper = flow_.decorations[static_cast<std::size_t>(deeper)].parent;
    }
    while (current_ != common) close();
    if (!empty_) y_ += space;
    open(decoration, common, piece);
}

void Stack::open(int decoration, int above, std::size_t piece) {
    if (decoration == above) return;
    const Decoration& box = flow_.decorations[static_cast<std::size_t>(decoration)];
    open(box.parent, above, piece);
    if (out_ && is_painted(*box.style)) {
        paints_.push_back({decoration, out_->size()});
        out_->push_back(
            {{box.x, y_, box.width, {}}, PaintMark{box.style, box.node, box.first == piece, true}});
    }
    y_ += box.top;
    current_ = decoration;
}

void Stack::close() {
    const Decoration& box = flow_.decorations[static_cast<std::size_t>(current_)];
    y_ += box.bottom;
    if (!paints_.empty() && paints_.back().decoration == current_) {
        Mark& mark = (*out_)[paints_.back().mark];
        mark.box.height = y_ - mark.box.y;
        std::get<PaintMark>(mark.what).ends = box.last == next_;
        paints_.pop_back();
    }
    current_ = box.parent;
}

void Stack::repeat_header(const TableHeader& header) {
    for (std::size_t i = header.first; i < header.last; ++i) {
        if (i > header.first) y_ += flow_.pieces[i].space;
        place(flow_.pieces[i], true);
    }
}

void Stack::place(const Piece& piece, bool repeated) {
    if (out_) {
        for (std::size_t i = piece.first_mark; i < piece.first_mark + piece.marks; ++i) {
            out_->push_back(flow_.marks[i]);
            out_->back().box.y += y_;
            out_->back().repeated = repeated || flow_.marks[i].repeated;
        }
    }
    y_ += piece.height;
}

void Stack::place_columns(const Columns& columns, std::size_t first, const std::vector<std::size_t>& ends) {
    Length shift;
    for (const std::size_t end : ends) {
        const std::size_t start_of_column = out_->size();
        Stack column(flow_, out_, columns.outer, flow_.pieces[first].columns);
        for (; first < end; ++first) column.add(first);
        column.finish();
        for (std::size_t i = start_of_column; i < out_->size(); ++i)
            (*out_)[i].box = (*out_)[i].box.moved(shift, *run_top_);
        shift += columns.step;
    }
}

Length Stack::height() const {
    Length height = y_;
    for (int i = current_; i != outer_; i = flow_.decorations[static_cast<std::size_t>(i)].parent)
        height += flow_.decorations[static_cast<std::size_t>(i)].bottom;
    return height;
}

Length Stack::finish() {
    while (current_ != outer_) close();
    return y_;
}

void Stack::add_all(std::size_t first, std::size_t last) {
    while (first < last) {
        if (!in_run(first)) {
            add(first++);
            continue;
        }
        const auto block = static_cast<std::size_t>(flow_.pieces[first].columns);
        const std::size_t end = std::min(last, flow_.columns[block].last);
        add_run(first, end);
        first = end;
    }
}

Length arrange(const Flow& flow, std::size_t first, std::size_t last, std::vector<Mark>& out) {
    Stack stack(flow, &out);
    stack.add_all(first, last);
    return stack.finish();
}

Length height_of(const Flow& flow, std::size_t first, std::size_t last, int outer, int columns) {
    Stack stack(flow, nullptr, outer, columns);
    stack.add_all(first, last);
    return stack.height();
}

void spread(Flow& flow, std::size_t first, std::size_t last, Length room) {
    const auto grows = [&](const Decoration& box) {
        return box.style->spread && box.first >= first && box.last <= last;
    };
    const auto count = std::count_if(flow.decorations.begin(), flow.decorations.end(), grows);
    if (count == 0 || room <= Length{}) return;
    const Length share = room / static_cast<double>(count);
    for (Decoration& box : flow.decorations) {
        if (!grows(box)) continue;
        const Length most = height_of(flow, box.first, box.last, box.parent) / 2;
        const Length half = min(share, most) / 2;
        box.top += half;
        box.bottom += half;
    }
}

}  // namespace sayso::layout
