#include "diagram/render.h"

#include "diagram/card.h"
#include "diagram/loop.h"
#include "diagram/picture.h"
#include "diagram/streams.h"
#include "diagram/thread_path.h"

namespace sayso::diagram {
namespace {

class Painter {
  public:
    Painter(const Plan& plan, const Model& model, const Options& options)
        : plan_(plan), palette_(options.palette), options_(options), rtl_(model.rtl) {
        out_.size = plan.size;
        out_.keeps_owners = false;
    }

    void shapes() {
        ground();
        for (const Stream& stream : plan_.streams) fill(stream_outline(stream), palette_.tint);
        fill(loop_outline(plan_.loop), palette_.highlight);
        for (const PlacedCard& card : plan_.cards) paint(card);
        for (const Chevron& chevron : plan_.chevrons)
            stroke(chevron_outline(chevron), palette_.primary, chevron.size * 0.3, frame::Cap::round);
        for (const Thread& thread : plan_.threads)
            stroke(thread_path(thread), palette_.you, plan_.thread_width, frame::Cap::round);
        for (const Rect& flag : plan_.flags)
            fill(frame::rounded_rectangle(flag, flag.height / 2), palette_.you);
        for (const Marker& marker : plan_.markers) paint(marker);
    }

    /// False when a text takes more lines than planned.
    bool text(const PlacedText& placed, const Measures& measures, text::Shaper& shaper,
              Diagnostics& diagnostics) {
        text::Span span;
        span.text = measures.text(placed.text);
        span.family = measures.family();
        span.weight = measures.weight(placed.text);
        span.size = placed.size;
        span.color = color_of(placed, plan_, palette_);
        span.lang = measures.lang();
        text::ParagraphOptions paragraph;
        paragraph.width = placed.box.width;
        paragraph.leading = placed.leading;
        paragraph.rtl = text::runs_from_right(std::span(&span, 1), rtl_);
        paragraph.align = align(placed.centred, paragraph.rtl);
        paragraph.balance = true;
        const text::Paragraph set = shaper.lay_out({span}, paragraph, diagnostics);
        const Length left = rtl_ ? plan_.size.width - placed.box.right() : placed.box.x;
        const Type type{placed.size, placed.leading};
        Length baseline = placed.box.y + baseline_in_line(type, measures);
        for (const text::Line& line : set.lines) {
            for (const auto& [owner, run] : line.runs) {
                frame::TextRun moved = run;
                moved.origin = {left + run.origin.x, baseline + run.origin.y};
                out_.items.push_back(frame::text(frame::Artifact::layout, std::move(moved)));
            }
            baseline += placed.leading;
        }
        return set.lines.size() <= static_cast<std::size_t>(placed.lines) && !set.overfull;
    }

    std::size_t size() const { return out_.items.size(); }
    frame::Frame take() { return std::move(out_); }

  private:
    /// Names in another script keep to the card's side.
    text::ParagraphOptions::Align align(bool centred, bool rtl) const {
        using Align = text::ParagraphOptions::Align;
        if (centred) return Align::centre;
        return rtl == rtl_ ? Align::start : Align::end;
    }

    void ground() {
        const Rect page{{}, {}, plan_.size.width, plan_.size.height};
        if (options_.variant == Variant::compact)
            fill(frame::rounded_rectangle(page, pt(10)), palette_.ground);
        else
            fill(frame::rectangle(page), palette_.ground);
    }

    void paint(const PlacedCard& card) {
        const frame::Path path = frame::rounded_rectangle(card.box, card.radius);
        const CardPaint paint = paint_of(card, plan_.item, palette_);
        fill(path, paint.fill);
        if (paint.outline) stroke(path, paint.outline->color, paint.outline->width);
    }

    void paint(const Marker& marker) {
        const Color tone = color_of(marker.tone, palette_);
        if (marker.kind == Marker::Kind::dot)
            return fill(frame::circle(marker.centre, marker.size / 2), tone);
        const Length half = marker.size / 2;
        const Point c = marker.centre;
        fill({frame::MoveTo{{c.x - half, c.y - half}}, frame::LineTo{{c.x + half, c.y}},
              frame::LineTo{{c.x - half, c.y + half}}, frame::ClosePath{}},
             tone);
    }

    void fill(frame::Path path, Color color) {
        out_.items.push_back(frame::fill(frame::Artifact::layout, oriented(std::move(path)), color));
    }
    void stroke(frame::Path path, Color color, Length width, frame::Cap cap = frame::Cap::butt) {
        out_.items.push_back(
            frame::stroke(frame::Artifact::layout, oriented(std::move(path)), {color, width, {}, cap}));
    }
    frame::Path oriented(frame::Path path) const {
        return rtl_ ? frame::mirrored(std::move(path), plan_.size.width) : path;
    }

    const Plan& plan_;
    const Palette& palette_;
    const Options& options_;
    bool rtl_;
    frame::Frame out_;
};

}  // namespace

Rendered render(const Plan& plan, const Model& model, const Options& options, const Measures& measures,
                text::Shaper& shaper, Diagnostics& diagnostics) {
    Painter painter(plan, model, options);
    painter.shapes();
    Rendered out;
    for (const PlacedText& text : plan.texts) {
        const std::size_t first = painter.size();
        if (!painter.text(text, measures, shaper, diagnostics)) out.faithful = false;
        out.items.emplace_back(first, painter.size());
    }
    out.frame = std::make_shared<const frame::Frame>(painter.take());
    return out;
}

}  // namespace sayso::diagram
