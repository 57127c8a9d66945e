#include "chart/sketch.h"

#include <algorithm>

namespace sayso::chart {
namespace {

constexpr double text_contrast = 4.5, graphics_contrast = 3;

Length indent(const Block& block) {
    const Length rest = block.width - block.ink();
    switch (block.align) {
        case Align::start:
            return {};
        case Align::centre:
            return rest / 2;
        case Align::end:
            return rest;
    }
    return {};
}

text::ParagraphOptions::Align alignment(Align align) {
    switch (align) {
        case Align::start:
            return text::ParagraphOptions::Align::start;
        case Align::centre:
            return text::ParagraphOptions::Align::centre;
        case Align::end:
            return text::ParagraphOptions::Align::end;
    }
    return text::ParagraphOptions::Align::start;
}

void add_lines(const Block& block, Point corner, frame::Frame& frame) {
    Length top = corner.y;
    for (const text::Line& line : block.paragraph.lines) {
        const Length baseline = top + (block.leading - line.ascent - line.descent) / 2 + line.ascent;
        for (const auto& [owner, run] : line.runs) {
            frame::TextRun placed = run;
            placed.origin = {corner.x + run.origin.x, baseline + run.origin.y};
            frame.items.push_back(frame::text(frame::Artifact::layout, std::move(placed)));
        }
        top += block.leading;
    }
}

}  // namespace

Sketch::Sketch(const Chart& chart, const Options& options, text::Shaper& shaper, Diagnostics& diagnostics)
    : chart_(chart), options_(options), shaper_(shaper), diagnostics_(diagnostics) {}

bool Sketch::rtl() const {
    return chart_.rtl;
}

Color Sketch::readable(Color color) const {
    return with_contrast(color, text_contrast);
}

Color Sketch::visible(Color color) const {
    return with_contrast(color, graphics_contrast);
}

Color Sketch::with_contrast(Color color, double contrast) const {
    for (const Known& known : colors_)
        if (known.asked == color && known.contrast == contrast) return known.given;
    return colors_
        .emplace_back(Known{color, contrast, nearest_with_contrast(color, options_.ground, contrast)})
        .given;
}

Color Sketch::grid() const {
    const Color rule = options_.palette.rule;
    return contrast_ratio(rule, options_.ground) < 2 ? rule : mix(rule, options_.ground, 0.75);
}

Block Sketch::set(std::string_view words, const Lettering& lettering, Length width) {
    text::Span span;
    span.text = words;
    span.family = options_.family;
    span.weight = lettering.weight;
    span.size = options_.type * lettering.scale;
    span.color = lettering.color;
    span.lang = chart_.lang;
    span.source = chart_.source;
    text::ParagraphOptions paragraph;
    // A hair more than the words measure, so that rounding never breaks a line.
    paragraph.width = min(width, shaper_.measure(span) + pt(0.01));
    paragraph.leading = span.size * 1.25;
    paragraph.rtl = chart_.rtl;
    paragraph.align = alignment(lettering.align);
    paragraph.balance = true;
    Block block{shaper_.lay_out({span}, paragraph, diagnostics_), paragraph.leading, paragraph.width,
                lettering.align, false};
    for (const text::Line& line : block.paragraph.lines)
        block.leading = max(block.leading, line.ascent + line.descent);
    block.overfull = block.paragraph.overfull;
    return block;
}

Rect Sketch::place(const Block& block, Point corner) {
    const Rect box{corner.x + indent(block), corner.y, block.ink(), block.height()};
    overfull_ = overfull_ || block.overfull;
    boxes_.push_back(box);
    letters_.push_back({block, corner});
    return box;
}

void Sketch::place_if_free(const Block& block, Point corner) {
    if (free_of_lettering({corner.x + indent(block), corner.y, block.ink(), block.height()}))
        place(block, corner);
}

void Sketch::fill(frame::Path path, Color color) {
    shapes_.push_back(frame::fill(frame::Artifact::layout, std::move(path), color));
}

void Sketch::stroke(frame::Path path, Color color, Length width, std::vector<Length> dashes, frame::Cap cap) {
    shapes_.push_back(
        frame::stroke(frame::Artifact::layout, std::move(path), {color, width, std::move(dashes), cap}));
}

void Sketch::mark(std::size_t series, std::size_t index, Point place) {
    marks_.push_back({series, index, place});
}

bool Sketch::free_of_lettering(const Rect& box) const {
    return std::ranges::none_of(boxes_, [&](const Rect& other) { return other.overlaps(box); });
}

Drawn Sketch::finish(Size size) {
    auto frame = std::make_shared<frame::Frame>();
    frame->size = size;
    frame->keeps_owners = false;
    for (frame::Item& item : shapes_) {
        auto& shape = std::get<frame::Shape>(item.content);
        if (chart_.rtl) shape.path = frame::mirrored(std::move(shape.path), size.width);
        frame->items.push_back(std::move(item));
    }
    for (const Letters& letters : letters_) {
        Point corner = letters.corner;
        if (chart_.rtl) corner.x = size.width - corner.x - letters.block.width;
        add_lines(letters.block, corner, *frame);
    }
    Drawn out;
    out.marks = marks_;
    if (chart_.rtl)
        for (Mark& mark : out.marks) mark.place.x = size.width - mark.place.x;
    out.frame = std::move(frame);
    return out;
}

}  // namespace sayso::chart
