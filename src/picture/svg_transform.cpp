#include "picture/svg_transform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "picture/scanner.h"

namespace sayso::picture {
namespace {

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

Transform rotation(double degrees) {
    const double c = std::cos(radians(degrees)), s = std::sin(radians(degrees));
    return {c, s, -s, c, {}, {}};
}

std::optional<Transform> transform_of(std::string_view name, const std::vector<double>& n) {
    const std::size_t count = n.size();
    if (name == "matrix" && count == 6) return Transform{n[0], n[1], n[2], n[3], pt(n[4]), pt(n[5])};
    if (name == "translate" && count == 1) return Transform::translate(pt(n[0]), {});
    if (name == "translate" && count == 2) return Transform::translate(pt(n[0]), pt(n[1]));
    if (name == "scale" && count == 1) return Transform::scale(n[0], n[0]);
    if (name == "scale" && count == 2) return Transform::scale(n[0], n[1]);
    if (name == "rotate" && count == 1) return rotation(n[0]);
    if (name == "rotate" && count == 3)
        return Transform::translate(pt(n[1]), pt(n[2])) * rotation(n[0]) *
               Transform::translate(pt(-n[1]), pt(-n[2]));
    if (name == "skewX" && count == 1) return Transform{1, 0, std::tan(radians(n[0])), 1, {}, {}};
    if (name == "skewY" && count == 1) return Transform{1, std::tan(radians(n[0])), 0, 1, {}, {}};
    return std::nullopt;
}

std::optional<std::vector<double>> arguments(Scanner& scanner) {
    constexpr std::size_t most = 6;
    scanner.skip_space();
    if (!scanner.take('(')) return std::nullopt;
    std::vector<double> out;
    scanner.skip_space();
    while (!scanner.take(')')) {
        const std::optional<double> value = scanner.number();
        if (!value || out.size() == most) return std::nullopt;
        out.push_back(*value);
        scanner.skip_separator();
    }
    return out;
}

}  // namespace

std::optional<Transform> parse_transform(std::string_view text) {
    Scanner scanner(text);
    Transform out;
    scanner.skip_separator();
    while (!scanner.done()) {
        const std::string_view name = scanner.word();
        const std::optional<std::vector<double>> numbers = arguments(scanner);
        if (!numbers) return std::nullopt;
        const std::optional<Transform> next = transform_of(name, *numbers);
        if (!next) return std::nullopt;
        out = out * *next;
        if (!is_sane(out)) return std::nullopt;
        scanner.skip_separator();
    }
    return out;
}

bool is_sane(const Transform& t) {
    constexpr double bound = 1e7;
    return std::ranges::all_of(std::array{t.a, t.b, t.c, t.d, t.dx.pt(), t.dy.pt()},
                               [](double v) { return std::abs(v) <= bound; });
}

frame::Path transformed(const frame::Path& path, const Transform& map) {
    struct Mapped {
        const Transform& map;
        frame::PathStep operator()(const frame::MoveTo& s) const { return frame::MoveTo{map(s.to)}; }
        frame::PathStep operator()(const frame::LineTo& s) const { return frame::LineTo{map(s.to)}; }
        frame::PathStep operator()(const frame::CurveTo& s) const {
            return frame::CurveTo{map(s.control1), map(s.control2), map(s.to)};
        }
        frame::PathStep operator()(const frame::ClosePath& s) const { return s; }
    };
    frame::Path out;
    out.reserve(path.size());
    for (const frame::PathStep& step : path) out.push_back(std::visit(Mapped{map}, step));
    return out;
}

std::optional<double> uniform_scale(const Transform& t) {
    constexpr double slack = 1e-6;
    const double x_axis = std::hypot(t.a, t.b), y_axis = std::hypot(t.c, t.d);
    const double across = t.a * t.c + t.b * t.d;  // 0 when the axes stay at right angles
    if (std::abs(x_axis - y_axis) > slack * x_axis || std::abs(across) > slack * x_axis * y_axis)
        return std::nullopt;
    return x_axis;
}

}  // namespace sayso::picture
