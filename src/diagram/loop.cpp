#include "diagram/loop.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

constexpr double arc = 0.5522847498;  // control distance of a quarter circle by one cubic

constexpr double overhang_share = 0.4, air_share = 0.55;  // of the leg's width

/// The least width at which the text still takes as many lines as at `width`.
Length narrowest(TextId text, Length size, Length width, const Measures& measures) {
    const int lines = measures.lines(text, size, width);
    Length low = measures.longest_word(text, size), high = width;
    for (int i = 0; i < 12; ++i) {
        const Length middle = (low + high) / 2;
        (measures.lines(text, size, middle) <= lines ? high : low) = middle;
    }
    return high;
}

LoopLabel fit_label(const Content& content, Length width, const Scale& scale, const Measures& measures) {
    LoopLabel label;
    const Length name = measures.one_line(content.loop_name, scale.loop_name.size) + scale.item.size * 0.1;
    const Length between = scale.item.size * 1.2;
    const bool text = measures.one_line(content.loop_text, scale.loop_text.size) > Length{};
    label.stacked = text && name + between > width * 0.45;
    label.name_width = min(name, width);
    const Length room = label.stacked || !text ? width : width - name - between;
    if (text) label.text_width = narrowest(content.loop_text, scale.loop_text.size, room, measures);
    const Length name_height = text_height(content.loop_name, label.name_width, scale.loop_name, measures);
    const Length body = text_height(content.loop_text, label.text_width, scale.loop_text, measures);
    label.height = label.stacked ? name_height + body : max(name_height, body);
    return label;
}

/// Builds an outline from straight edges and quarter ellipses.
struct Pen {
    frame::Path path;
    Point at;

    void move(Point to) { path.push_back(frame::MoveTo{at = to}); }
    void line(Point to) { path.push_back(frame::LineTo{at = to}); }
    /// A quarter ellipse that leaves along x (or along y) and arrives along the other.
    void turn(Point to, bool leaves_along_x) {
        const Point corner = leaves_along_x ? Point{to.x, at.y} : Point{at.x, to.y};
        curve(at + (corner - at) * arc, to + (corner - to) * arc, to);
    }
    void curve(Point c1, Point c2, Point to) { path.push_back(frame::CurveTo{c1, c2, at = to}); }
    void close() { path.push_back(frame::ClosePath{}); }
};

}  // namespace

Rect Loop::content() const {
    const Length air = leg * air_share;
    return {around.x + leg + air, around.y, around.width - (leg + air) * 2, around.height - foot - air};
}

Length thread_inset(const Loop& loop) {
    return loop.leg * 0.24;
}

Length width_inside(Length area_width, const Scale& scale) {
    return area_width - scale.leg * (overhang_share + 2 * (1 + air_share));
}

Loop make_loop(const Content& content, Rect area, Length heading, const Scale& scale,
               const Measures& measures) {
    Loop loop;
    loop.leg = scale.leg;
    loop.overhang = scale.leg * overhang_share;
    loop.head = scale.leg * 1.5;
    loop.inner = scale.leg * 1.1;
    const Length top = area.y + heading + scale.item.size * 0.3;
    loop.around = {area.x + loop.overhang, top, area.width - loop.overhang, area.bottom() - top};
    loop.tail = top;
    const Length side = loop.leg + loop.inner;
    const Length width = loop.around.width - side * 2;
    const LoopLabel label = fit_label(content, width, scale, measures);
    const Length thread = content.highlighted ? thread_inset(loop) * 1.6 : Length{};
    loop.foot = max(loop.leg, label.height + scale.item.size * 0.7 + thread);
    loop.label = {loop.around.x + side, loop.around.bottom() - loop.foot + thread, width, loop.foot - thread};
    return loop;
}

void place_loop_label(const Content& content, const Scale& scale, const Measures& measures, Plan& plan) {
    const Rect box = plan.loop.label;
    const LoopLabel label = fit_label(content, box.width, scale, measures);
    const Length top = box.y + (box.height - label.height) / 2;
    if (label.stacked) {
        const Length y = place_text(content.loop_name, {box.x, top}, box.width, scale.loop_name,
                                    Tone::on_loop, PlacedText::in_loop, measures, plan, true);
        place_text(content.loop_text, {box.x + (box.width - label.text_width) / 2, y}, label.text_width,
                   scale.loop_text, Tone::on_loop, PlacedText::in_loop, measures, plan, true);
        return;
    }
    const Length between = label.text_width > Length{} ? scale.item.size * 1.2 : Length{};
    const Length x = box.x + (box.width - label.name_width - between - label.text_width) / 2;
    const auto middle = [&](TextId text, Length at, Length width, Type type) {
        const Length height = text_height(text, width, type, measures);
        place_text(text, {at, box.y + (box.height - height) / 2}, width, type, Tone::on_loop,
                   PlacedText::in_loop, measures, plan);
    };
    middle(content.loop_name, x, label.name_width, scale.loop_name);
    if (label.text_width > Length{})
        middle(content.loop_text, x + label.name_width + between, label.text_width, scale.loop_text);
}

frame::Path loop_outline(const Loop& loop) {
    const Rect& r = loop.around;
    const Length left = r.x + loop.leg, right = r.right() - loop.leg, foot = r.bottom() - loop.foot;
    const Length outer_x = loop.inner + loop.leg, outer_y = loop.inner + min(loop.foot, loop.leg);
    const Length base = r.y + loop.head;
    const Length tip_round = loop.leg * 0.16;
    Pen pen;
    pen.move({r.right(), loop.tail});
    pen.line({r.right(), r.bottom() - outer_y});
    pen.turn({r.right() - outer_x, r.bottom()}, false);
    pen.line({r.x + outer_x, r.bottom()});
    pen.turn({r.x, r.bottom() - outer_y}, true);
    pen.line({r.x, base});
    pen.line({r.x - loop.overhang, base});
    pen.line({r.x + loop.leg / 2 - tip_round, r.y + tip_round});
    pen.curve({r.x + loop.leg / 2, r.y}, {r.x + loop.leg / 2, r.y},
              {r.x + loop.leg / 2 + tip_round, r.y + tip_round});
    pen.line({left + loop.overhang, base});
    pen.line({left, base});
    pen.line({left, foot - loop.inner});
    pen.turn({left + loop.inner, foot}, false);
    pen.line({right - loop.inner, foot});
    pen.turn({right, foot - loop.inner}, true);
    // The tail: as wide as the leg at the foot, gathering from nothing along the ends.
    const Length rise = foot - loop.inner - loop.tail;
    pen.curve({right, foot - loop.inner - rise * 0.45}, {r.right(), loop.tail + rise * 0.35},
              {r.right(), loop.tail});
    pen.close();
    return pen.path;
}

}  // namespace sayso::diagram
