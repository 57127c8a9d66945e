#include "compose/figure_document.h"

#include "compose/figure_parts.h"

namespace sayso::compose {

Composed compose(const FigureRequest& request, Diagnostics& diagnostics) {
    Composed out;
    out.document.title = request.title;
    out.document.lang = request.lang;
    const auto drawing = request.diagram(request.asked, diagnostics);
    if (!drawing) return out;
    const Size size = drawing->frame->size;
    doc::PageMaster page;
    page.size = size;
    page.regions = {{"main", {{}, {}, size.width, size.height}}};
    out.pages.masters = {page};
    out.pages.max_pages = 1;
    const NodeId figure = out.document.add(
        doc::Document::root, doc::Figure{drawing->frame, size, drawing->alt, false, drawing->model});
    out.document[figure].bookmark = request.title;
    read_in_parts(out.document, figure, *drawing, 1);
    return out;
}

}  // namespace sayso::compose
