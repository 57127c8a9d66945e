#include <algorithm>
#include <cmath>

#include "chart/room.h"

namespace sayso::chart {
namespace {

constexpr int most_figures = 60;

/// A head and shoulders in a box, of any build.
frame::Path shoulders(const Rect& box) {
    const Length w = box.width, top = box.y + box.height * 0.44, bottom = box.bottom();
    const Length r = w * 0.42;
    return {
        frame::MoveTo{{box.x, bottom}},
        frame::LineTo{{box.x, top + r}},
        frame::CurveTo{{box.x, top + r * 0.45}, {box.x + r * 0.45, top}, {box.x + r, top}},
        frame::LineTo{{box.right() - r, top}},
        frame::CurveTo{{box.right() - r * 0.45, top}, {box.right(), top + r * 0.45}, {box.right(), top + r}},
        frame::LineTo{{box.right(), bottom}},
        frame::ClosePath{}};
}

void draw_figure(Rect box, bool counted, Sketch& sketch) {
    const Length line = box.width * 0.07;
    if (!counted) box = box.inset(Edges::all(line / 2));
    const Point head{box.centre().x, box.y + box.height * 0.2};
    for (const frame::Path& part : {frame::circle(head, box.height * 0.19), shoulders(box)}) {
        if (counted)
            sketch.fill(part, sketch.visible(sketch.palette().primary));
        else
            sketch.stroke(part, sketch.visible(sketch.palette().quiet), line);
    }
}

int figures_for(double people, int per) {
    return people > 0 ? std::max(1, static_cast<int>(std::lround(people / per))) : 0;
}

}  // namespace

int people_per_figure(const Pictogram& pictogram) {
    const double* count = number_in(pictogram.count);
    const double people = pictogram.total ? *pictogram.total : count ? *count : 0;
    int per = 1;
    for (int power = 1;; power *= 10)
        for (const int factor : {1, 2, 5})
            if (per = power * factor; people / per <= most_figures) return per;
}

Length draw_pictogram(const Speech& speech, const Pictogram& pictogram, Sketch& sketch, const Room& room) {
    const double* count = number_in(pictogram.count);
    const int per = people_per_figure(pictogram);
    const int counted = count ? figures_for(*count, per) : 0;
    const int all = pictogram.total ? std::max(figures_for(*pictogram.total, per), counted) : counted;
    std::string words = speech.written(pictogram.count);
    if (pictogram.total)
        words = fill(speech.words.count_of, {{"count", words}, {"total", speech.written(*pictogram.total)}});
    const Block number = sketch.set(words, {600, 2, sketch.readable(sketch.palette().primary)}, room.width);
    sketch.place(number, {{}, room.top});
    const Block label = sketch.set(pictogram.label, {400, 1, sketch.ink()}, room.width);
    sketch.place(label, {{}, room.top + number.height()});
    const Length top = room.top + number.height() + label.height() + sketch.leading() * 0.5;
    Length height = sketch.leading() * 2, width = height * 0.56, gap = width * 0.35;
    // Rows of ten can be counted.
    const int columns = std::clamp(static_cast<int>((room.width + gap) / (width + gap)), 1, 10);
    const int rows = (all + columns - 1) / columns;
    if (room.bottom && rows > 0) {
        const double grow =
            std::min((*room.bottom - top) / ((height + gap) * rows), room.width / ((width + gap) * columns));
        for (Length* side : {&height, &width, &gap}) *side = *side * std::clamp(grow, 1.0, 2.0);
    }
    for (int i = 0; i < all; ++i) {
        const Point corner{(width + gap) * (i % columns), top + (height + gap) * (i / columns)};
        draw_figure({corner.x, corner.y, width, height}, i < counted, sketch);
        if (i == std::max(counted, 1) - 1) sketch.mark(0, 0, corner);
    }
    return rows == 0 ? top - sketch.leading() * 0.5 : top + (height + gap) * rows - gap;
}

}  // namespace sayso::chart
