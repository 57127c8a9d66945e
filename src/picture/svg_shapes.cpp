#include "picture/svg_shapes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/trimmed.h"
#include "picture/scanner.h"
#include "picture/svg_look.h"
#include "picture/svg_path.h"

namespace sayso::picture {
namespace {

/// Reads the lengths of one element, remembering the first that makes no sense.
class Lengths {
  public:
    explicit Lengths(const pugi::xml_node& element) : element_(element) {}

    std::optional<double> given(const char* name) {
        const pugi::xml_attribute attribute = element_.attribute(name);
        if (!attribute || std::string_view(attribute.value()) == "auto") return std::nullopt;
        const std::optional<double> value = parse_svg_length(attribute.value());
        if (!value && fault_.empty())
            fault_ = fmt::format("has {} \"{}\", which is not understood", name,
                                 std::string_view(attribute.value()).substr(0, 60));
        return value;
    }
    double operator()(const char* name) { return given(name).value_or(0); }
    const std::string& fault() const { return fault_; }

  private:
    const pugi::xml_node& element_;
    std::string fault_;
};

/// A rectangle whose corners are quarter ellipses; with radii of half its sides, an ellipse.
frame::Path rounded(double x, double y, double width, double height, double rx, double ry) {
    const auto at = [](double px, double py) { return Point{pt(px), pt(py)}; };
    if (rx <= 0 || ry <= 0) return frame::rectangle({pt(x), pt(y), pt(width), pt(height)});
    constexpr double handle = 1 - 0.5522847498307936;  // 4/3·(√2−1) from the far end
    const double right = x + width, bottom = y + height, kx = rx * handle, ky = ry * handle;
    return {frame::MoveTo{at(x + rx, y)},
            frame::LineTo{at(right - rx, y)},
            frame::CurveTo{at(right - kx, y), at(right, y + ky), at(right, y + ry)},
            frame::LineTo{at(right, bottom - ry)},
            frame::CurveTo{at(right, bottom - ky), at(right - kx, bottom), at(right - rx, bottom)},
            frame::LineTo{at(x + rx, bottom)},
            frame::CurveTo{at(x + kx, bottom), at(x, bottom - ky), at(x, bottom - ry)},
            frame::LineTo{at(x, y + ry)},
            frame::CurveTo{at(x, y + ky), at(x + kx, y), at(x + rx, y)},
            frame::ClosePath{}};
}

ShapeOutline rect(Lengths lengths) {
    const double x = lengths("x"), y = lengths("y"), width = lengths("width"), height = lengths("height");
    std::optional<double> rx = lengths.given("rx"), ry = lengths.given("ry");
    if (!rx) rx = ry;
    if (!ry) ry = rx;
    if (!lengths.fault().empty() || width <= 0 || height <= 0) return {{}, lengths.fault()};
    return {rounded(x, y, width, height, std::min(rx.value_or(0), width / 2),
                    std::min(ry.value_or(0), height / 2)),
            {}};
}

ShapeOutline ellipse(Lengths lengths, bool circle) {
    const double cx = lengths("cx"), cy = lengths("cy");
    const double rx = lengths(circle ? "r" : "rx"), ry = circle ? rx : lengths("ry");
    if (!lengths.fault().empty() || rx <= 0 || ry <= 0) return {{}, lengths.fault()};
    return {rounded(cx - rx, cy - ry, 2 * rx, 2 * ry, rx, ry), {}};
}

ShapeOutline line(Lengths lengths) {
    const Point from{pt(lengths("x1")), pt(lengths("y1"))}, to{pt(lengths("x2")), pt(lengths("y2"))};
    return {frame::line(from, to), lengths.fault()};
}

ShapeOutline points(const pugi::xml_node& element, bool closed, std::size_t most_steps) {
    const std::string_view text = trimmed(element.attribute("points").value());
    Scanner scanner(text);
    frame::Path path;
    while (!scanner.done()) {
        const std::optional<double> x = scanner.number();
        scanner.skip_separator();
        const std::optional<double> y = scanner.number();
        if (!x || !y || path.size() >= most_steps)
            return {{}, fmt::format("has points that break off at \"{}\"", text.substr(scanner.at(), 20))};
        const Point to{pt(*x), pt(*y)};
        if (path.empty())
            path.emplace_back(frame::MoveTo{to});
        else
            path.emplace_back(frame::LineTo{to});
        scanner.skip_separator();
    }
    if (closed && !path.empty()) path.emplace_back(frame::ClosePath{});
    return {std::move(path), {}};
}

ShapeOutline path_data(const pugi::xml_node& element, std::size_t most_steps) {
    const std::string_view text = element.attribute("d").value();
    if (trimmed(text) == "none") return {};
    PathData data = parse_path(text, most_steps);
    if (data.path.size() >= most_steps) return {{}, fmt::format("has more than {} path steps", most_steps)};
    if (data.fault)
        return {{},
                fmt::format("has a path that breaks off at \"{}\"",
                            text.substr(std::min(*data.fault, text.size()), 20))};
    return {std::move(data.path), {}};
}

}  // namespace

bool is_shape(std::string_view element) {
    constexpr std::array<std::string_view, 7> shapes{"path", "rect",     "circle", "ellipse",
                                                     "line", "polyline", "polygon"};
    return std::ranges::find(shapes, element) != shapes.end();
}

ShapeOutline outline_of(const pugi::xml_node& element, std::size_t most_steps) {
    std::string_view name = element.name();
    if (name.starts_with("svg:")) name.remove_prefix(4);
    if (name == "rect") return rect(Lengths(element));
    if (name == "circle" || name == "ellipse") return ellipse(Lengths(element), name == "circle");
    if (name == "line") return line(Lengths(element));
    if (name == "polyline" || name == "polygon") return points(element, name == "polygon", most_steps);
    return path_data(element, most_steps);
}

}  // namespace sayso::picture
