#include "picture/svg.h"

#include <algorithm>
#include <array>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/trimmed.h"
#include "env/limits.h"
#include "picture/fit.h"
#include "picture/scanner.h"
#include "picture/svg_look.h"
#include "picture/svg_raster.h"
#include "picture/svg_shapes.h"
#include "picture/svg_transform.h"
#include "picture/svg_viewport.h"

namespace sayso::picture {
namespace {

constexpr std::string_view plain_hint =
    "in the drawing program turn text into paths and save as plain SVG, or use PNG";

std::string_view local_name(const pugi::xml_node& element) {
    std::string_view name = element.name();
    if (name.starts_with("svg:")) name.remove_prefix(4);
    return name;
}

/// Elements that draw nothing where they stand. What refers to a definition is refused where it does so.
bool draws_nothing(std::string_view element) {
    constexpr std::array<std::string_view, 12> silent{
        "title",   "desc",     "metadata", "defs",   "linearGradient", "radialGradient",
        "pattern", "clipPath", "mask",     "marker", "filter",         "symbol"};
    return std::ranges::find(silent, element) != silent.end() || element.find(':') != std::string_view::npos;
}

class SvgReader {
  public:
    explicit SvgReader(std::string_view bytes) : bytes_(bytes) {}

    std::shared_ptr<const frame::Frame> read(const pugi::xml_node& svg, const Wanted& wanted) {
        std::string fault;
        const std::optional<Viewport> viewport = viewport_of(svg, fault);
        if (!viewport) {
            refuse(svg, fault, "give the svg element a viewBox, such as viewBox=\"0 0 96 96\"");
            return nullptr;
        }
        drawing_->size = viewport->size;
        drawing_->keeps_owners = false;
        Look look;
        look.color = wanted.ink;
        look.palette = wanted.palette;
        group(svg, look, viewport->to_points, 0);
        return faults_.empty() ? clipped() : nullptr;
    }

    /// Why there is no frame: each with its line.
    const std::vector<LookFault>& faults() const { return faults_; }
    /// It is too large for anything to draw it.
    bool is_too_much() const { return too_much_; }

  private:
    void refuse(const pugi::xml_node& element, std::string_view what, std::string hint) {
        if (is_full()) return;
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 0));
        const auto line = 1 + std::ranges::count(bytes_.substr(0, std::min(offset, bytes_.size())), '\n');
        faults_.push_back({fmt::format("{} (line {} of the SVG)", what, line), std::move(hint)});
    }
    bool is_full() const { return faults_.size() >= limits::picture_faults; }

    void property(const pugi::xml_node& element, Look& look, std::string_view name, std::string_view value) {
        if (std::optional<LookFault> fault = apply_property(look, name, trimmed(value)))
            refuse(element, fault->what, std::move(fault->hint));
    }

    /// The attributes, then the declarations of `style`, which win.
    Look look_of(const pugi::xml_node& element, Look look) {
        // currentColor in the attributes means the element's own colour, wherever that stands among them.
        if (const pugi::xml_attribute color = element.attribute("color"))
            property(element, look, "color", color.value());
        for (const pugi::xml_attribute& attribute : element.attributes())
            property(element, look, attribute.name(), attribute.value());
        std::string_view style = element.attribute("style").value();
        while (!style.empty()) {
            const std::string_view declaration = style.substr(0, style.find(';'));
            style.remove_prefix(std::min(style.size(), declaration.size() + 1));
            const std::size_t colon = declaration.find(':');
            if (colon != std::string_view::npos)
                property(element, look, trimmed(declaration.substr(0, colon)), declaration.substr(colon + 1));
        }
        return look;
    }

    std::optional<Transform> transform_of(const pugi::xml_node& element, const Transform& outer) {
        const pugi::xml_attribute attribute = element.attribute("transform");
        if (!attribute) return outer;
        const std::optional<Transform> own = parse_transform(attribute.value());
        if (own && is_sane(outer * *own)) return outer * *own;
        refuse(element,
               fmt::format("has transform \"{}\", which is not understood",
                           std::string_view(attribute.value()).substr(0, 60)),
               "write translate, scale, rotate, skewX, skewY or matrix with plain numbers");
        return std::nullopt;
    }

    void group(const pugi::xml_node& parent, const Look& inherited, const Transform& outer,
               std::size_t depth) {
        if (depth > limits::picture_depth) {
            too_much_ = true;
            return refuse(parent, fmt::format("has groups more than {} deep", limits::picture_depth),
                          "ungroup the drawing");
        }
        const Look look = look_of(parent, inherited);
        // The root's transform attribute is of SVG 2 alone, yet every browser follows it.
        const std::optional<Transform> map = transform_of(parent, outer);
        if (!look.displayed || !map) return;
        for (const pugi::xml_node& child : parent.children())
            if (child.type() == pugi::node_element && !is_full()) element(child, look, *map, depth);
    }

    void element(const pugi::xml_node& node, const Look& look, const Transform& outer, std::size_t depth) {
        const std::string_view name = local_name(node);
        if (name == "g" || name == "a") return group(node, look, outer, depth + 1);
        if (is_shape(name)) return shape(node, look, outer);
        if (draws_nothing(name) || (name == "style" && trimmed(node.text().get()).empty())) return;
        if (name == "style")
            return refuse(node, "has a \"style\" element",
                          "save it with presentation attributes in place of a style sheet");
        refuse(node, fmt::format("has a \"{}\" element, which sayso does not draw", name.substr(0, 60)),
               std::string(plain_hint));
    }

    void shape(const pugi::xml_node& node, const Look& inherited, const Transform& outer) {
        const Look look = look_of(node, inherited);
        const std::optional<Transform> map = transform_of(node, outer);
        if (!map) return;
        ShapeOutline outline = outline_of(node, limits::picture_path_steps - steps_);
        too_much_ |= steps_ + outline.path.size() >= limits::picture_path_steps;
        if (!outline.fault.empty()) return refuse(node, outline.fault, std::string(plain_hint));
        steps_ += outline.path.size();
        if (look.visible && look.displayed && !outline.path.empty())
            place(std::move(outline.path), look, *map);
    }

    /// Shapes are moved to the frame's own space where the transform keeps their lines' width alike all
    /// round; elsewhere a group carries the transform.
    void place(frame::Path path, const Look& look, const Transform& map) {
        frame::Shape shape;
        if (look.fill_shown) shape.fill = look.fill;
        shape.rule = look.fill_rule;
        if (look.stroke_shown && look.stroke && look.stroke_width > 0) shape.stroke = stroke_of(path, look);
        if (!shape.fill && !shape.stroke) return;
        const std::optional<double> scale = uniform_scale(map);
        if (!shape.stroke || scale) {
            shape.path = transformed(path, map);
            if (shape.stroke) scale_stroke(*shape.stroke, *scale);
            add({frame::Artifact::layout, std::move(shape)});
            return;
        }
        auto child = std::make_shared<frame::Frame>();
        child->size = drawing_->size;
        child->keeps_owners = false;
        shape.path = std::move(path);
        child->items.push_back({frame::Artifact::layout, std::move(shape)});
        add(frame::group(frame::Artifact::layout, std::move(child), map));
    }

    /// A frame's stroke has round caps and joins or neither: for a closed shape only its joins are seen.
    static frame::Stroke stroke_of(const frame::Path& path, const Look& look) {
        frame::Stroke stroke{*look.stroke, pt(look.stroke_width), {}, frame::Cap::butt};
        for (double dash : look.dashes) stroke.dashes.push_back(pt(dash));
        const bool closed = std::holds_alternative<frame::ClosePath>(path.back());
        if (closed ? look.round_join : look.round_cap) stroke.cap = frame::Cap::round;
        return stroke;
    }

    static void scale_stroke(frame::Stroke& stroke, double scale) {
        stroke.width = stroke.width * scale;
        for (Length& dash : stroke.dashes) dash = dash * scale;
    }

    void add(frame::Item item) {
        if (const auto* shape = std::get_if<frame::Shape>(&item.content)) {
            const Length reach = shape->stroke ? shape->stroke->width / 2 : Length{};
            const Rect box = frame::bounds(shape->path).inset(Edges::all(-reach));
            overflows_ |= !Rect{{}, {}, drawing_->size.width, drawing_->size.height}.contains(box, pt(0.01));
        } else {
            overflows_ = true;  // not worth measuring
        }
        drawing_->items.push_back(std::move(item));
    }

    /// SVG shows nothing outside its viewport; a clip is added only where something reaches out.
    std::shared_ptr<const frame::Frame> clipped() {
        if (!overflows_) return drawing_;
        auto out = std::make_shared<frame::Frame>();
        out->size = drawing_->size;
        out->keeps_owners = false;
        out->items.push_back(frame::group(frame::Artifact::layout, drawing_, {}, true));
        return out;
    }

    std::string_view bytes_;
    std::shared_ptr<frame::Frame> drawing_ = std::make_shared<frame::Frame>();
    std::vector<LookFault> faults_;
    bool too_much_ = false;
    std::size_t steps_ = 0;
    bool overflows_ = false;
};

/// What the reader could not put into a frame, drawn as pixels and said so.
std::optional<Picture> in_pixels(std::string_view bytes, const pugi::xml_node& root, const SvgReader& reader,
                                 const Wanted& wanted, const Subject& subject) {
    if (reader.is_too_much()) {
        for (const LookFault& fault : reader.faults()) subject.refuse("bad-picture", fault.what, fault.hint);
        return std::nullopt;
    }
    std::optional<Picture> picture = raster_svg(bytes, root, wanted, subject);
    if (!picture) return std::nullopt;
    const LookFault& first = reader.faults().front();
    const std::size_t others = reader.faults().size() - 1;
    const std::string more = others == 0 ? "" : fmt::format(", and {} more like that", others);
    subject.warn("picture-in-pixels",
                 fmt::format("{}{}: it is drawn as pixels, 600 to the inch", first.what, more), first.hint);
    return picture;
}

}  // namespace

std::optional<Picture> decode_svg(std::string_view bytes, const Wanted& wanted, const Subject& subject) {
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(bytes.data(), bytes.size());
    if (!result) {
        const auto offset =
            std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), bytes.size());
        const auto line = 1 + std::ranges::count(bytes.substr(0, offset), '\n');
        subject.refuse(
            "bad-picture",
            fmt::format("is an SVG file that cannot be read: {} (line {})", result.description(), line),
            "open it in a drawing program and save it again as plain SVG");
        return std::nullopt;
    }
    const pugi::xml_node root = document.document_element();
    if (local_name(root) != "svg") {
        subject.refuse(
            "bad-picture",
            fmt::format("is XML and starts with \"{}\", not \"svg\"", local_name(root).substr(0, 60)),
            "use PNG, JPEG or SVG");
        return std::nullopt;
    }
    SvgReader reader(bytes);
    auto drawing = reader.read(root, wanted);
    if (!drawing) return in_pixels(bytes, root, reader, wanted, subject);
    const Size size = placed_size(drawing->size, wanted);
    return Picture{std::move(drawing), size};
}

}  // namespace sayso::picture
