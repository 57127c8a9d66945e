#include "diagram/page.h"

#include <algorithm>

#include "diagram/card.h"

namespace sayso::diagram {
namespace {

Length shorter_side(Size size) {
    return min(size.width, size.height);
}

Edges margins(const Options& options) {
    if (options.margin != Edges{}) return options.margin;
    return Edges::all(max(pt(8), shorter_side(options.size) * 0.04));
}

Length measured(const Sheet& sheet, Length size) {
    return sheet.measures->one_line(sheet.content->title, size);
}

/// A title belongs to the sheet, not to the items: it keeps its size while the items shrink.
Type title_type(const Sheet& sheet, const Scale& scale, Length width) {
    const double line = 1.12;
    Length size = max(scale.heading.size * 1.15, shorter_side(sheet.options->size) * 0.046);
    // One line, if that leaves it the largest type on the sheet; else two.
    const Length one_line = size * (width / max(measured(sheet, size), pt(1)));
    if (one_line < size && one_line > scale.heading.size * 1.12)
        size = one_line * 0.999;
    else
        while (sheet.measures->lines(sheet.content->title, size, width) > 2 && size > scale.heading.size)
            size = size * 0.92;
    return {size, size * (line * scale.item.leading / (scale.item.size * 1.22))};
}

Type at_least(Length smallest, Length wanted, const Scale& scale) {
    const Length size = max(smallest, wanted);
    return {size, size * (scale.item.leading / scale.item.size)};
}

}  // namespace

Page make_page(const Sheet& sheet, const Scale& scale) {
    const Content& content = *sheet.content;
    const Measures& measures = *sheet.measures;
    const Size size = sheet.options->size;
    Page page;
    page.area = Rect{{}, {}, size.width, size.height}.inset(margins(*sheet.options));
    page.width = page.area.width;
    page.title_type = title_type(sheet, scale, page.width);
    page.subtitle_type = at_least(sheet.smallest, scale.item.size * 1.25, scale);
    page.note_type = at_least(sheet.smallest, scale.item.size * 0.85, scale);

    Length y = page.area.y;
    page.title = {page.area.x, y};
    y += text_height(content.title, page.width, page.title_type, measures);
    page.subtitle = {page.area.x, y};
    y += text_height(content.subtitle, page.width, page.subtitle_type, measures);
    if (y > page.area.y) y += scale.item.size * 1.1;

    const Length note = text_height(content.footnote, page.width, page.note_type, measures);
    const Length bottom = page.area.bottom() - note;
    page.note = {page.area.x, bottom};
    page.area.height = (note > Length{} ? bottom - scale.item.size * 1.0 : bottom) - y;
    page.area.y = y;
    return page;
}

void place_page(const Content& content, const Page& page, const Measures& measures, Plan& plan) {
    place_text(content.title, page.title, page.width, page.title_type, Tone::ink, PlacedText::on_page,
               measures, plan);
    place_text(content.subtitle, page.subtitle, page.width, page.subtitle_type, Tone::quiet,
               PlacedText::on_page, measures, plan);
    place_text(content.footnote, page.note, page.width, page.note_type, Tone::quiet, PlacedText::on_page,
               measures, plan);
}

}  // namespace sayso::diagram
