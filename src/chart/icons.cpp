#include "chart/icons.h"

namespace sayso::chart {
namespace {

/// Draws lines given in a square from -1 to 1, in the middle of `box`.
class Pen {
  public:
    Pen(const Rect& box, Color color, Sketch& sketch, double scale = 1)
        : centre_(box.centre()), unit_(box.width / 2 * scale), color_(color), sketch_(sketch) {}

    void lines(std::vector<std::pair<double, double>> points, double weight = 0.2) {
        std::vector<Point> placed;
        for (const auto& [x, y] : points) placed.push_back(at(x, y));
        sketch_.stroke(polyline(placed), color_, unit_ * weight, {}, frame::Cap::round);
    }
    void dots() {
        for (const double x : {-0.42, 0.0, 0.42}) sketch_.fill(frame::circle(at(x, 0), unit_ * 0.12), color_);
    }
    void wave(double amplitude) {
        frame::Path path{frame::MoveTo{at(-0.6, 0)}};
        path.push_back(frame::CurveTo{at(-0.35, -amplitude * 1.8), at(-0.2, -amplitude * 1.8), at(0, 0)});
        path.push_back(frame::CurveTo{at(0.2, amplitude * 1.8), at(0.35, amplitude * 1.8), at(0.6, 0)});
        sketch_.stroke(std::move(path), color_, unit_ * 0.18, {}, frame::Cap::round);
    }

  private:
    /// A tick is the same in every language: it is mirrored here, for the sketch will mirror it again.
    Point at(double x, double y) const {
        return {centre_.x + unit_ * (sketch_.rtl() ? -x : x), centre_.y + unit_ * y};
    }
    Point centre_;
    Length unit_;
    Color color_;
    Sketch& sketch_;
};

void arrow(Pen& pen, bool up) {
    const double s = up ? 1 : -1;
    pen.lines({{0, 0.45 * s}, {0, -0.42 * s}});
    pen.lines({{-0.32, -0.1 * s}, {0, -0.45 * s}, {0.32, -0.1 * s}});
}

Color on(Color fill) {
    return nearest_with_contrast(white, fill, 3);
}

void ring(const Rect& box, Color color, Sketch& sketch) {
    sketch.stroke(frame::circle(box.centre(), box.width * 0.46), color, box.width * 0.06);
}

void shield(Dot shape, const Rect& box, Color color, Sketch& sketch) {
    sketch.fill(dot(shape, box.centre(), box.width * (shape == Dot::diamond ? 0.4 : 0.5)), color);
}

}  // namespace

SignLook look_of(Variation variation, const Sketch& sketch) {
    switch (variation) {
        case Variation::improving:
            return {Dot::square, sketch.visible(sketch.series(0))};
        case Variation::worsening:
            return {Dot::diamond, sketch.visible(sketch.series(3))};
        case Variation::above:
        case Variation::below:
            return {Dot::diamond, sketch.visible(sketch.series(2))};
        case Variation::common:
        case Variation::unknown:
            break;
    }
    return {Dot::circle, sketch.visible(sketch.palette().quiet)};
}

void draw_variation(Variation variation, bool up, const Rect& box, Sketch& sketch) {
    const SignLook look = look_of(variation, sketch);
    if (look.dot == Dot::circle) {
        ring(box, look.color, sketch);
        Pen pen(box, look.color, sketch);
        return variation == Variation::common ? pen.wave(0.3) : pen.dots();
    }
    shield(look.dot, box, look.color, sketch);
    Pen pen(box, on(look.color), sketch, look.dot == Dot::square ? 1 : 0.75);
    arrow(pen, up);
}

void draw_assurance(Assurance assurance, const Rect& box, Sketch& sketch) {
    const Color color = sketch.visible(sketch.palette().ink);
    if (assurance == Assurance::passes) {
        shield(Dot::circle, box, color, sketch);
        Pen(box, on(color), sketch).lines({{-0.4, 0.02}, {-0.12, 0.32}, {0.42, -0.34}});
    } else if (assurance == Assurance::fails) {
        shield(Dot::diamond, box, color, sketch);
        Pen pen(box, on(color), sketch, 0.75);
        pen.lines({{-0.34, -0.34}, {0.34, 0.34}});
        pen.lines({{-0.34, 0.34}, {0.34, -0.34}});
    } else {
        ring(box, color, sketch);
        Pen pen(box, color, sketch);
        pen.wave(0.32);
        pen.lines({{-0.62, 0}, {0.62, 0}}, 0.09);
    }
}

}  // namespace sayso::chart
