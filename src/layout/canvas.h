// Draws marks into the frame of one page: the only place that knows which side is left. Inside src/layout
// only.
#pragma once

#include <optional>
#include <vector>

#include "doc/document.h"
#include "doc/pages.h"
#include "frame/frame.h"
#include "layout/box_book.h"
#include "layout/flow.h"

namespace sayso::layout {

class Canvas {
  public:
    /// `boxes` stands at this page.
    Canvas(const doc::Document& document, Size page, bool mirror, BoxBook& boxes, Diagnostics& diagnostics);

    void band(const doc::Decoration& band);
    /// Draws marks that are relative to `origin` (logical). With `artifact`, no mark belongs to the
    /// document's meaning.
    void draw(const std::vector<Mark>& marks, Point origin, std::optional<frame::Artifact> artifact = {});
    frame::Frame take() { return std::move(frame_); }

  private:
    Rect physical(const Rect& logical) const;
    void draw_line(const LineMark& mark, const Rect& box, std::optional<frame::Artifact> artifact);
    void draw_links(const text::Line& line, Point baseline, const Rect& leading);
    void draw_figure(NodeId id, const Rect& box, std::optional<frame::Artifact> artifact);
    void report_overfull(const SetParagraph& paragraph);

    const doc::Document& document_;
    bool mirror_;
    BoxBook& boxes_;
    Diagnostics& diagnostics_;
    frame::Frame frame_;
};

/// The fill and borders of a box, or of a part of it, as artifacts. `box` is physical.
void paint(const PaintMark& mark, const Rect& box, bool mirror, std::vector<frame::Item>& out);

/// The beginning of a block's words, for messages: at most forty characters, on one line.
std::string excerpt(const doc::Document& document, NodeId node);

}  // namespace sayso::layout
