#include "pdf/pages/leaf_bounds.h"

namespace sayso::pdf {

Rect leaf_bounds(const frame::TextRun& run, const text::FontLibrary& fonts) {
    const text::FontMetrics& metrics = fonts.metrics(run.font);
    const Length up = run.size * (metrics.ascent / 1000), down = run.size * (metrics.descent / 1000);
    return {run.origin.x, run.origin.y - up, run.width(), up - down};
}

Rect leaf_bounds(const frame::Shape& shape) {
    const Length reach = shape.stroke ? shape.stroke->width / 2 : Length{};
    return frame::bounds(shape.path).inset(Edges::all(-reach));
}

Rect transformed(const Rect& box, const Transform& transform) {
    const Point first = transform(box.origin());
    Rect result{first.x, first.y, {}, {}};
    for (const Point corner :
         {Point{box.right(), box.y}, Point{box.x, box.bottom()}, Point{box.right(), box.bottom()}}) {
        const Point p = transform(corner);
        result = unite(result, {p.x, p.y, {}, {}});
    }
    return result;
}

Rect intersection(const Rect& a, const Rect& b) {
    const Length x = max(a.x, b.x), y = max(a.y, b.y);
    return {x, y, max(min(a.right(), b.right()) - x, Length{}),
            max(min(a.bottom(), b.bottom()) - y, Length{})};
}

}  // namespace sayso::pdf
