#include "layout/canvas.h"

#include <fmt/format.h>

#include "base/overload.h"

namespace sayso::layout {
namespace {

/// Where a run's ink begins and ends, from its left end: without the space that hangs at a line's end.
std::pair<Length, Length> ink_of(const frame::TextRun& run) {
    double x = 0, start = 0, end = 0;
    bool any = false;
    for (const frame::Glyph& glyph : run.glyphs) {
        const bool is_space = glyph.cluster < run.text.size() && run.text[glyph.cluster] == ' ';
        if (!is_space && !any) start = x;
        x += static_cast<double>(glyph.advance);
        if (!is_space) end = x;
        any = any || !is_space;
    }
    return {run.size * (start / 1000), run.size * (end / 1000)};
}

NodeId node_of(const Mark& mark) {
    return std::visit(Overload{
                          [](const LineMark& line) { return line.paragraph->node; },
                          [](const FigureMark& figure) { return figure.figure; },
                          [](const PaintMark& paint) { return paint.node; },
                      },
                      mark.what);
}

}  // namespace

Canvas::Canvas(const doc::Document& document, Size page, bool mirror, BoxBook& boxes,
               Diagnostics& diagnostics)
    : document_(document), mirror_(mirror), boxes_(boxes), diagnostics_(diagnostics) {
    frame_.size = page;
}

Rect Canvas::physical(const Rect& logical) const {
    return mirror_ ? Rect{frame_.size.width - logical.right(), logical.y, logical.width, logical.height}
                   : logical;
}

void Canvas::band(const doc::Decoration& band) {
    frame_.items.push_back(frame::fill(frame::Artifact::background,
                                       frame::rounded_rectangle(physical(band.box), band.radius), band.fill));
}

void Canvas::draw(const std::vector<Mark>& marks, Point origin, std::optional<frame::Artifact> artifact) {
    for (const Mark& mark : marks) {
        const Rect box = physical(mark.box.moved(origin.x, origin.y));
        const auto role = mark.repeated ? frame::Artifact::pagination : artifact;
        boxes_.note(node_of(mark), box);
        std::visit(Overload{
                       [&](const LineMark& line) { draw_line(line, box, role); },
                       [&](const FigureMark& figure) { draw_figure(figure.figure, box, role); },
                       [&](const PaintMark& part) { paint(part, box, mirror_, frame_.items); },
                   },
                   mark.what);
    }
}

void Canvas::draw_line(const LineMark& mark, const Rect& box, std::optional<frame::Artifact> artifact) {
    const SetParagraph& paragraph = *mark.paragraph;
    if (mark.line >= paragraph.text->lines.size()) return;
    const text::Line& line = paragraph.text->lines[mark.line];
    const Point baseline{box.x, box.y + paragraph.baseline};
    for (const auto& [leaf, run] : line.runs) {
        frame_.items.push_back(frame::text(artifact ? frame::Owner{*artifact} : frame::Owner{leaf}, run));
        auto& placed = std::get<frame::TextRun>(frame_.items.back().content);
        placed.origin = placed.origin + baseline;
    }
    if (artifact) return;  // a link that is no part of the tree cannot be followed
    draw_links(line, baseline, box);
    if (mark.line == 0 && paragraph.text->overfull) report_overfull(paragraph);
}

/// One area for each stretch of neighbouring runs of one link, within the line's leading.
void Canvas::draw_links(const text::Line& line, Point baseline, const Rect& leading) {
    const doc::Link* open = nullptr;
    for (const auto& [leaf, run] : line.runs) {
        const NodeId parent = document_[leaf].parent;
        const doc::Link* link = document_.get<doc::Link>(parent);
        const auto [start, end] = link ? ink_of(run) : std::pair<Length, Length>{};
        if (start == end) {
            open = nullptr;
            continue;
        }
        const Length top = max(baseline.y - line.ascent, leading.y);
        const Length bottom = min(baseline.y + abs(line.descent), leading.bottom());
        const Rect box{baseline.x + run.origin.x + start, top, end - start, bottom - top};
        if (open == link) {
            auto& area = std::get<frame::LinkArea>(frame_.items.back().content);
            area.box = unite(area.box, box);
        } else {
            frame_.items.push_back({parent, frame::LinkArea{box, link->target, link->description}});
            open = link;
        }
    }
}

void Canvas::draw_figure(NodeId id, const Rect& box, std::optional<frame::Artifact> artifact) {
    const doc::Figure& figure = *document_.get<doc::Figure>(id);
    const frame::Owner owner = artifact ? frame::Owner{*artifact} : frame::Owner{id};
    std::visit(Overload{
                   [&](const std::shared_ptr<const frame::Frame>& drawing) {
                       const Transform scale = Transform::scale(box.width / drawing->size.width,
                                                                box.height / drawing->size.height);
                       frame_.items.push_back(
                           frame::group(owner, drawing, Transform::translate(box.x, box.y) * scale));
                   },
                   [&](const std::shared_ptr<const frame::Image>& image) {
                       frame_.items.push_back({owner, frame::ImageItem{image, box}});
                   },
               },
               figure.content);
}

void Canvas::report_overfull(const SetParagraph& paragraph) {
    diagnostics_.warning(
        "overfull", document_[paragraph.node].source,
        fmt::format("a word in \"{}\" is wider than its column", excerpt(document_, paragraph.node)),
        "use a shorter word, a smaller size or a wider column");
}

std::string excerpt(const doc::Document& document, NodeId node) {
    constexpr std::size_t most = 40;
    const std::string words = document.text_of(node);
    std::string out;
    std::size_t characters = 0;
    for (const char byte : words) {
        const bool begins = (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
        if (begins && ++characters > most) return out + "…";
        out += byte == '\n' ? ' ' : byte;
    }
    return out;
}

}  // namespace sayso::layout
