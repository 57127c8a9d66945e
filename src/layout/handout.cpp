#include "layout/handout.h"

#include <algorithm>
#include <memory>

#include "base/paper.h"
#include "doc/document.h"

namespace sayso::layout {
namespace {

constexpr Size paper = a4.portrait();
constexpr Length margin = mm(18);
constexpr std::size_t per_sheet = 3;
constexpr Length slide_share = mm(88);  // of the width, on a handout
constexpr Length gap = mm(8);
constexpr Length line_gap = mm(9);
constexpr Color line_color{0x55, 0x65, 0x6F};
constexpr Length line_width = pt(0.5);

/// A slide scaled into a box, with a thin edge: white slides would be lost on white paper.
frame::Item framed(frame::Frame slide, Point at, double scale) {
    const Rect edge{{}, {}, slide.size.width, slide.size.height};
    slide.items.push_back(frame::stroke(frame::Artifact::layout, frame::rectangle(edge),
                                        {line_color, line_width * (1 / scale), {}, frame::Cap::butt}));
    Transform transform = Transform::translate(at.x, at.y);
    transform.a = transform.d = scale;
    return frame::group(doc::Document::root, std::make_shared<const frame::Frame>(std::move(slide)),
                        transform);
}

void rule_lines(frame::Frame& sheet, const Rect& box) {
    for (Length y = box.y + line_gap; y <= box.bottom() + pt(0.01); y += line_gap) {
        sheet.items.push_back(frame::stroke(frame::Artifact::layout,
                                            frame::line({box.x, y}, {box.right(), y}),
                                            {line_color, line_width, {}, frame::Cap::butt}));
    }
}

}  // namespace

std::vector<frame::Frame> handout_sheets(std::vector<frame::Frame> slides, std::vector<Leaf>& leaves,
                                         bool mirror) {
    std::vector<frame::Frame> sheets;
    const Length row = (paper.height - margin * 2 - gap * 2) / static_cast<double>(per_sheet);
    for (std::size_t i = 0; i < slides.size(); ++i) {
        if (i % per_sheet == 0) sheets.push_back({paper, {}});
        frame::Frame& sheet = sheets.back();
        const Size size = slides[i].size;
        const double scale = std::min(slide_share / size.width, row / size.height);
        const Length y = margin + (row + gap) * static_cast<double>(i % per_sheet);
        const Length width = size.width * scale, lines = paper.width - margin * 2 - width - gap;
        const Length x = mirror ? paper.width - margin - width : margin;
        sheet.items.push_back(framed(std::move(slides[i]), {x, y}, scale));
        rule_lines(sheet, {mirror ? margin : margin + width + gap, y, lines, size.height * scale});
        leaves[i].sheet = sheets.size() - 1;
        leaves[i].origin = {x, y};
        leaves[i].scale = scale;
    }
    return sheets;
}

NotesSheet notes_sheet(frame::Frame slide, Leaf& leaf) {
    const double scale = (paper.width - margin * 2) / slide.size.width;
    const Length below = margin + slide.size.height * scale + gap;
    leaf.origin = {margin, margin};
    leaf.scale = scale;
    return {paper,
            framed(std::move(slide), {margin, margin}, scale),
            {margin, below, paper.width - margin * 2, paper.height - margin - below}};
}

}  // namespace sayso::layout
