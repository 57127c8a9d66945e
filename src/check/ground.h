// What lies under a point of a page: the fills painted so far, in page space. Private to src/check.
#pragma once

#include <optional>
#include <vector>

#include "frame/frame.h"

namespace sayso::check {

/// Fills and pictures in the order they were painted.
class Ground {
  public:
    void paint(const frame::Shape& shape, const Transform& to_page, const std::optional<Rect>& clip);
    void paint_picture(const Rect& box, const Transform& to_page, const std::optional<Rect>& clip);
    /// The colour on top at a point: paper is white. nullopt on a picture made of pixels.
    std::optional<Color> at(Point point) const;

  private:
    /// Two opposite corners; nothing lies in it when they are the wrong way round.
    struct Reach {
        Point low, high;
        bool holds(Point p) const { return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y; }
    };
    struct Layer {
        std::vector<std::vector<Point>> outlines;  // closed; curves as chords
        Reach reach;  // their bounds within the clip: nothing of the layer lies outside
        frame::FillRule rule;
        std::optional<Color> color;
    };
    void add(const frame::Path& path, const Transform& to_page, const std::optional<Rect>& clip,
             frame::FillRule rule, std::optional<Color> color);
    static Reach reach_of(const Layer& layer, const std::optional<Rect>& clip);
    /// Of a point within its reach.
    static bool covers(const Layer& layer, Point point);
    std::vector<Layer> layers_;
};

}  // namespace sayso::check
