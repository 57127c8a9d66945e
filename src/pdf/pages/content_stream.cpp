#include "pdf/pages/content_stream.h"

#include <array>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "pdf/objects/decimals.h"

namespace sayso::pdf {

void ContentStream::number(double value) {
    append_number(out_, value, coordinate_decimals);
    out_ += ' ';
}

void ContentStream::fine_number(double value) {
    append_number(out_, value, fine_decimals);
    out_ += ' ';
}

void ContentStream::point(UserPoint p) {
    number(p.x);
    number(p.y);
}

void ContentStream::color(Color color) {
    for (const std::uint8_t component : {color.r, color.g, color.b}) fine_number(component / 255.0);
}

void ContentStream::end_text() {
    if (!std::exchange(in_text_, false)) return;
    out_ += "ET\n";
}

void ContentStream::begin_marked(std::string_view tag, std::string_view properties) {
    end_text();
    out_ += '/';
    out_ += tag;
    out_ += "<<";
    out_ += properties;
    out_ += ">>BDC\n";
}

void ContentStream::end_marked() {
    end_text();
    out_ += "EMC\n";
}

void ContentStream::save() {
    end_text();
    out_ += "q\n";
    saved_.push_back(state_);
}

void ContentStream::restore() {
    end_text();
    out_ += "Q\n";
    state_ = std::move(saved_.back());
    saved_.pop_back();
}

void ContentStream::concatenate(double a, double b, double c, double d, double e, double f) {
    for (const double linear : {a, b, c, d}) {
        append_number(out_, linear, matrix_decimals);
        out_ += ' ';
    }
    number(e);
    number(f);
    out_ += "cm\n";
}

void ContentStream::fill_color(Color wanted) {
    if (state_.fill == wanted) return;
    state_.fill = wanted;
    color(wanted);
    out_ += "rg\n";
}

void ContentStream::dashes(const std::vector<Length>& lengths) {
    out_ += '[';
    for (const Length length : lengths) fine_number(length.pt());
    out_ += "]0 d\n";
}

void ContentStream::stroke_with(const frame::Stroke& stroke) {
    end_text();
    if (state_.stroke != stroke.color) {
        color(stroke.color);
        out_ += "RG\n";
    }
    if (state_.line_width != stroke.width.pt()) {
        fine_number(stroke.width.pt());
        out_ += "w\n";
    }
    if (state_.cap != stroke.cap) out_ += stroke.cap == frame::Cap::round ? "1 J 1 j\n" : "0 J 0 j\n";
    if (state_.dashes != stroke.dashes) dashes(stroke.dashes);
    state_.stroke = stroke.color;
    state_.line_width = stroke.width.pt();
    state_.cap = stroke.cap;
    state_.dashes = stroke.dashes;
}

void ContentStream::move_to(UserPoint to) {
    end_text();
    point(to);
    out_ += "m\n";
}

void ContentStream::line_to(UserPoint to) {
    point(to);
    out_ += "l\n";
}

void ContentStream::curve_to(UserPoint control1, UserPoint control2, UserPoint to) {
    point(control1);
    point(control2);
    point(to);
    out_ += "c\n";
}

void ContentStream::rectangle(UserPoint low_left, double width, double height) {
    end_text();
    point(low_left);
    number(width);
    number(height);
    out_ += "re\n";
}

void ContentStream::close_path() {
    out_ += "h\n";
}

void ContentStream::paint(std::string_view painting_operator) {
    out_ += painting_operator;
    out_ += '\n';
}

void ContentStream::clip_to_path() {
    out_ += "W n\n";
}

void ContentStream::draw_picture(std::uint32_t picture, UserPoint low_left, double width, double height) {
    save();
    for (const double scale : {width, 0.0, 0.0, height}) number(scale);
    point(low_left);
    out_ += "cm/I";
    append_integer(out_, picture);
    out_ += " Do\n";
    restore();
}

void ContentStream::set_font(std::uint32_t font, double size) {
    if (state_.font == font && state_.size == size) return;
    state_.font = font;
    state_.size = size;
    out_ += "/F";
    append_integer(out_, font);
    out_ += ' ';
    fine_number(size);
    out_ += "Tf\n";
}

/// Td moves from the start of the line before, so the sums are kept in whole hundredths and never drift.
void ContentStream::move_text(UserPoint to) {
    constexpr double unit = 100;
    static_assert(coordinate_decimals == 2);
    if (!std::exchange(in_text_, true)) {
        out_ += "BT\n";
        line_x_ = line_y_ = 0;
    }
    const std::int64_t x = std::llround(to.x * unit), y = std::llround(to.y * unit);
    append_scaled(out_, x - line_x_, coordinate_decimals);
    out_ += ' ';
    append_scaled(out_, y - line_y_, coordinate_decimals);
    out_ += " Td\n";
    line_x_ = x;
    line_y_ = y;
}

/// One run as TJ arrays. The viewer advances by the subset's whole-number widths; where the shaped position
/// is further off than can be seen, a correction goes between the strings.
class ContentStream::Shower {
  public:
    Shower(ContentStream& stream, double size) : stream_(stream), out_(stream.out_), size_(size) {}

    void glyph(const frame::Glyph& glyph, const ShownGlyph& shown) {
        if (shown.code != 0) {
            if (shown.font != font_ || glyph.y_offset != rise_) change(shown.font, glyph.y_offset);
            correct(wanted_ + static_cast<double>(glyph.x_offset));
            code(shown.code);
            actual_ += shown.width;
        }
        wanted_ += static_cast<double>(glyph.advance);
    }
    void finish() {
        close_array();
        if (rise_ != 0) rise(0);
    }

  private:
    static constexpr double tolerance = 1.5;  // thousandths of an em: 0.02 pt in 12 pt text

    void change(std::uint32_t font, float y_offset) {
        close_array();
        stream_.set_font(font, size_);
        font_ = font;
        if (y_offset != rise_) rise(y_offset);
    }
    void rise(float y_offset) {
        rise_ = y_offset;
        stream_.fine_number(static_cast<double>(y_offset) * size_ / 1000);
        out_ += "Ts\n";
    }
    void correct(double wanted) {
        const double off = static_cast<double>(actual_) - wanted;
        if (std::abs(off) < tolerance) return;
        const auto step = static_cast<std::int64_t>(std::llround(off));
        if (step == 0) return;
        close_string();
        open_array();
        append_integer(out_, step);
        actual_ -= step;
    }
    // Once for each glyph of a page, so the bytes are put together first and appended at once.
    void code(std::uint16_t code) {
        if (!in_string_) open_string();
        std::array<char, 4> bytes;
        std::size_t size = 0;
        for (const auto byte : {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)}) {
            const bool ends_line = byte == '\r';  // a bare carriage return in a string reads as a line feed
            if (ends_line || byte == '(' || byte == ')' || byte == '\\') bytes[size++] = '\\';
            bytes[size++] = ends_line ? 'r' : byte;
        }
        out_.append(bytes.data(), size);
    }
    void open_string() {
        open_array();
        out_ += '(';
        in_string_ = true;
    }
    void open_array() {
        if (!std::exchange(in_array_, true)) out_ += '[';
    }
    void close_string() {
        if (std::exchange(in_string_, false)) out_ += ')';
    }
    void close_array() {
        close_string();
        if (std::exchange(in_array_, false)) out_ += "]TJ\n";
    }

    ContentStream& stream_;
    std::string& out_;
    double size_;
    std::int64_t font_ = -1;
    float rise_ = 0;
    double wanted_ = 0;        // where the shaped pen is, thousandths of an em from the origin
    std::int64_t actual_ = 0;  // where the viewer's pen is
    bool in_array_ = false, in_string_ = false;
};

void ContentStream::show(const frame::TextRun& run, std::span<const ShownGlyph> shown, UserPoint origin) {
    move_text(origin);
    fill_color(run.color);
    Shower shower{*this, run.size.pt()};
    for (std::size_t i = 0; i < shown.size(); ++i) shower.glyph(run.glyphs[i], shown[i]);
    shower.finish();
}

std::string ContentStream::take() {
    end_text();
    return std::move(out_);
}

}  // namespace sayso::pdf
