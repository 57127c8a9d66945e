#include "picture/svg_viewport.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/trimmed.h"
#include "picture/scanner.h"
#include "picture/svg_look.h"

namespace sayso::picture {
namespace {

constexpr double points_a_unit = 72.0 / 96;
constexpr double longest_side = 20'000;  // user units; about five metres

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};

std::optional<Box> parse_view_box(std::string_view text) {
    Scanner scanner(trimmed(text));
    std::array<double, 4> numbers{};
    for (double& number : numbers) {
        const std::optional<double> value = scanner.number();
        if (!value) return std::nullopt;
        number = *value;
        scanner.skip_separator();
    }
    if (!scanner.done() || numbers[2] <= 0 || numbers[3] <= 0) return std::nullopt;
    return Box{numbers[0], numbers[1], numbers[2], numbers[3]};
}

/// A side as given; nullopt when it is left to the view box ("100%", "auto" or nothing).
std::optional<double> given_side(const pugi::xml_node& svg, const char* name, std::string& fault) {
    const std::string_view text = trimmed(svg.attribute(name).value());
    if (text.empty() || text == "auto" || text.ends_with('%')) return std::nullopt;
    const std::optional<double> side = parse_svg_length(text);
    if (!side || *side <= 0)
        fault = fmt::format("has {} \"{}\", which is not understood", name, text.substr(0, 60));
    return side;
}

/// Where what is left over goes: 0 before the picture, 0.5 shared, 1 after it.
double share_before(std::string_view alignment, char axis) {
    if (alignment.find(fmt::format("{}Min", axis)) != std::string_view::npos) return 0;
    if (alignment.find(fmt::format("{}Max", axis)) != std::string_view::npos) return 1;
    return 0.5;
}

Transform fit(const Box& box, double width, double height, std::string_view alignment) {
    double sx = width / box.width, sy = height / box.height;
    if (!alignment.starts_with("none")) sx = sy = std::min(sx, sy);
    const double left = (width - sx * box.width) * share_before(alignment, 'x');
    const double top = (height - sy * box.height) * share_before(alignment, 'Y');
    return {sx * points_a_unit,
            0,
            0,
            sy * points_a_unit,
            pt((left - sx * box.x) * points_a_unit),
            pt((top - sy * box.y) * points_a_unit)};
}

}  // namespace

std::optional<Viewport> viewport_of(const pugi::xml_node& svg, std::string& fault) {
    const pugi::xml_attribute view_box = svg.attribute("viewBox");
    const std::optional<Box> box = view_box ? parse_view_box(view_box.value()) : std::nullopt;
    if (view_box && !box)
        fault = fmt::format("has viewBox \"{}\", which is not understood", view_box.value());
    std::optional<double> width = given_side(svg, "width", fault), height = given_side(svg, "height", fault);
    if (!fault.empty()) return std::nullopt;
    if (!box && !(width && height)) {
        fault = "says neither viewBox nor width and height";
        return std::nullopt;
    }
    if (!width && !height) width = box->width;
    if (!width) width = *height * box->width / box->height;
    if (!height) height = *width * box->height / box->width;
    if (*width > longest_side || *height > longest_side) {
        fault = fmt::format("is too large: {:.0f} by {:.0f} units", *width, *height);
        return std::nullopt;
    }
    const std::string_view alignment = svg.attribute("preserveAspectRatio").value();
    return Viewport{{pt(*width * points_a_unit), pt(*height * points_a_unit)},
                    fit(box.value_or(Box{0, 0, *width, *height}), *width, *height, alignment)};
}

}  // namespace sayso::picture
