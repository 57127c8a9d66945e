// The operators of a content stream, with just enough memory of the graphics state to leave out what is
// already so. Coordinates come in y-up user space; what a frame says is turned upright by its caller,
// PageContent.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/color.h"
#include "frame/frame.h"
#include "pdf/fonts/font_book.h"

namespace sayso::pdf {

/// A point in y-up user space, in points.
struct UserPoint {
    double x = 0, y = 0;
};

class ContentStream {
  public:
    // Marked content. A text object never reaches over the edge of a marked-content sequence.
    void begin_marked(std::string_view tag, std::string_view properties);
    void end_marked();

    // State. `save` and `restore` must pair.
    void save();
    void restore();
    void concatenate(double a, double b, double c, double d, double e, double f);
    void fill_color(Color color);
    void stroke_with(const frame::Stroke& stroke);

    // Paths.
    void move_to(UserPoint to);
    void line_to(UserPoint to);
    void curve_to(UserPoint control1, UserPoint control2, UserPoint to);
    void rectangle(UserPoint low_left, double width, double height);
    void close_path();
    /// One of the path-painting operators: "f", "S", "B*" …
    void paint(std::string_view painting_operator);
    void clip_to_path();

    /// Shows a run whose baseline starts at `origin`. `shown` has one entry for each glyph of the run.
    void show(const frame::TextRun& run, std::span<const ShownGlyph> shown, UserPoint origin);
    /// Draws picture number `picture` in the unit square that (width, 0, 0, height, x, y) maps to the page.
    void draw_picture(std::uint32_t picture, UserPoint low_left, double width, double height);

    std::string take();

  private:
    /// The initial values are those of ISO 32000-1, tables 52 and 53.
    struct State {
        Color fill = black, stroke = black;
        double line_width = 1;
        frame::Cap cap = frame::Cap::butt;
        std::vector<Length> dashes;
        std::int64_t font = -1;
        double size = 0;
    };
    class Shower;
    void end_text();
    void begin_path();
    void set_font(std::uint32_t font, double size);
    void move_text(UserPoint to);
    void number(double value);
    void fine_number(double value);
    void point(UserPoint p);
    void color(Color color);
    void dashes(const std::vector<Length>& lengths);

    std::string out_;
    State state_;
    std::vector<State> saved_;
    bool in_text_ = false;
    std::int64_t line_x_ = 0, line_y_ = 0;  // start of the text line in units of the last coordinate decimal
};

}  // namespace sayso::pdf
