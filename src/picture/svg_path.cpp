#include "picture/svg_path.h"

#include <array>
#include <utility>

#include "picture/arc.h"
#include "picture/scanner.h"

namespace sayso::picture {
namespace {

using Arguments = std::array<double, 7>;

/// How many numbers a command takes at a time; nullopt for what is no command.
std::optional<std::size_t> arity(char command) {
    switch (command) {
        case 'Z':
            return 0;
        case 'H':
        case 'V':
            return 1;
        case 'M':
        case 'L':
        case 'T':
            return 2;
        case 'S':
        case 'Q':
            return 4;
        case 'C':
            return 6;
        case 'A':
            return 7;
        default:
            return std::nullopt;
    }
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
char to_upper(char c) {
    return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

class PathReader {
  public:
    PathReader(std::string_view data, std::size_t most_steps) : scanner_(data), most_(most_steps) {}

    PathData read() {
        scanner_.skip_space();
        while (!scanner_.done())
            if (!read_command()) return {std::move(path_), scanner_.at()};
        return {std::move(path_), std::nullopt};
    }

  private:
    /// One letter and all the groups of numbers that follow it.
    bool read_command() {
        const char letter = scanner_.peek();
        char command = to_upper(letter);
        const std::optional<std::size_t> count = arity(command);
        if (!count || (path_.empty() && command != 'M')) return false;
        scanner_.skip();
        relative_ = is_lower(letter);
        do {
            if (path_.size() >= most_) return false;
            Arguments arguments{};
            if (!read_arguments(command, *count, arguments)) return false;
            draw(command, arguments);
            if (command == 'M') command = 'L';  // further pairs after a move are lines
            scanner_.skip_separator();
        } while (*count > 0 && !scanner_.done() && !arity(to_upper(scanner_.peek())));
        return true;
    }

    bool read_arguments(char command, std::size_t count, Arguments& out) {
        for (std::size_t i = 0; i < count; ++i) {
            if (i == 0)
                scanner_.skip_space();
            else
                scanner_.skip_separator();
            std::optional<double> value;
            if (command == 'A' && (i == 3 || i == 4))
                value = scanner_.flag();
            else
                value = scanner_.number();
            if (!value) return false;
            out[i] = *value;
        }
        return true;
    }

    Point point(double x, double y) const {
        const Point p{pt(x), pt(y)};
        return relative_ ? current_ + p : p;
    }
    /// The control point that goes on smoothly from the last curve of the same degree.
    Point mirrored(const std::optional<Point>& control) const {
        return control ? current_ + (current_ - *control) : current_;
    }

    void draw(char command, const Arguments& a) {
        const std::optional<Point> cubic = std::exchange(cubic_control_, {});
        const std::optional<Point> quadratic = std::exchange(quadratic_control_, {});
        switch (command) {
            case 'M':
                return move(point(a[0], a[1]));
            case 'L':
                return line(point(a[0], a[1]));
            case 'H':
                return line({point(a[0], 0).x, current_.y});
            case 'V':
                return line({current_.x, point(0, a[0]).y});
            case 'C':
                return curve(point(a[0], a[1]), point(a[2], a[3]), point(a[4], a[5]));
            case 'S':
                return curve(mirrored(cubic), point(a[0], a[1]), point(a[2], a[3]));
            case 'Q':
                return conic(point(a[0], a[1]), point(a[2], a[3]));
            case 'T':
                return conic(mirrored(quadratic), point(a[0], a[1]));
            case 'A':
                return arc({current_, a[0], a[1], a[2], a[3] != 0, a[4] != 0, point(a[5], a[6])});
            case 'Z':
                return close();
        }
    }

    void move(Point to) {
        path_.emplace_back(frame::MoveTo{to});
        current_ = start_ = to;
        closed_ = false;
    }
    /// After a close the next step starts a new piece at the same point.
    void reopen() {
        if (closed_) move(start_);
    }
    void line(Point to) {
        reopen();
        path_.emplace_back(frame::LineTo{to});
        current_ = to;
    }
    void curve(Point control1, Point control2, Point to) {
        reopen();
        path_.emplace_back(frame::CurveTo{control1, control2, to});
        cubic_control_ = control2;
        current_ = to;
    }
    void conic(Point control, Point to) {
        const Point from = current_;
        curve(from + (control - from) * (2.0 / 3), to + (control - to) * (2.0 / 3), to);
        cubic_control_.reset();
        quadratic_control_ = control;
    }
    void arc(const Arc& arc) {
        reopen();
        append_arc(path_, arc);
        current_ = arc.to;
    }
    void close() {
        path_.emplace_back(frame::ClosePath{});
        current_ = start_;
        closed_ = true;
    }

    Scanner scanner_;
    std::size_t most_;
    frame::Path path_;
    bool relative_ = false;
    bool closed_ = false;
    Point current_, start_;
    std::optional<Point> cubic_control_, quadratic_control_;
};

}  // namespace

PathData parse_path(std::string_view data, std::size_t most_steps) {
    return PathReader(data, most_steps).read();
}

}  // namespace sayso::picture
