// A frame being drawn: shapes and lettering, placed as for a language that runs from left to right. When the
// picture is finished for one that runs from right to left, everything but the letters is mirrored.
#pragma once

#include <string_view>
#include <vector>

#include "chart/draw.h"

namespace sayso::chart {

enum class Align : std::uint8_t { start, centre, end };

struct Lettering {
    int weight = 400;
    double scale = 1;  // times the chart's type
    Color color;
    Align align = Align::start;
};

/// Words set in lines, not yet placed.
struct Block {
    text::Paragraph paragraph;
    Length leading;
    Length width;  // of the box that the lines are aligned in
    Align align = Align::start;
    bool overfull = false;
    Length height() const { return leading * static_cast<double>(paragraph.lines.size()); }
    Length ink() const { return paragraph.widest; }
};

class Sketch {
  public:
    Sketch(const Chart& chart, const Options& options, text::Shaper& shaper, Diagnostics& diagnostics);

    Length type() const { return options_.type; }
    Length leading() const { return options_.type * 1.25; }
    const Palette& palette() const { return options_.palette; }
    Color series(std::size_t index) const { return options_.series[index]; }
    bool rtl() const;
    Color ground() const { return options_.ground; }

    /// Text in this colour, dark enough on the chart's ground. WCAG 2.2, 1.4.3.
    Color readable(Color color) const;
    /// A line or area that carries meaning. WCAG 2.2, 1.4.11.
    Color visible(Color color) const;
    /// Of grid lines: there, and never louder than what they carry.
    Color grid() const;
    Color ink() const { return readable(options_.palette.ink); }
    Color quiet() const { return readable(options_.palette.quiet); }

    /// The words in lines of at most `width`.
    Block set(std::string_view words, const Lettering& lettering, Length width);
    Block set(std::string_view words, const Lettering& lettering) { return set(words, lettering, pt(1e5)); }
    /// `corner`: where the block's box starts, at the top. Returns the rectangle of its ink.
    Rect place(const Block& block, Point corner);
    /// Nothing where other lettering stands already.
    void place_if_free(const Block& block, Point corner);

    void fill(frame::Path path, Color color);
    void stroke(frame::Path path, Color color, Length width, std::vector<Length> dashes = {},
                frame::Cap cap = frame::Cap::butt);
    void mark(std::size_t series, std::size_t index, Point place);
    /// Where lettering stands, for whoever places more beside it.
    bool free_of_lettering(const Rect& box) const;

    Drawn finish(Size size);

    /// Some word was wider than its place.
    bool overfull() const { return overfull_; }

  private:
    Color with_contrast(Color color, double contrast) const;

    const Chart& chart_;
    const Options& options_;
    text::Shaper& shaper_;
    Diagnostics& diagnostics_;
    struct Letters {
        Block block;
        Point corner;
    };
    std::vector<frame::Item> shapes_;
    std::vector<Letters> letters_;
    std::vector<Rect> boxes_;
    std::vector<Mark> marks_;
    bool overfull_ = false;
    struct Known {
        Color asked;
        double contrast = 0;
        Color given;
    };
    mutable std::vector<Known> colors_;  // searching one takes longer than placing a label
};

}  // namespace sayso::chart
