#include "pptx/freeform.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/overload.h"
#include "ooxml/theme.h"
#include "ooxml/units.h"
#include "pptx/shapes.h"

namespace sayso::pptx {
namespace {

using ooxml::val;

/// More than that is a picture's work.
constexpr std::size_t most_shapes = 60;

struct Placed {
    const frame::Shape* shape;
    Transform at;
};

bool has_slot(const Palette& palette, Color color) {
    return !ooxml::slot_of(palette, color).drawing.empty();
}

std::size_t pieces(const frame::Path& path) {
    return static_cast<std::size_t>(std::count_if(path.begin(), path.end(), [](const frame::PathStep& step) {
        return std::holds_alternative<frame::MoveTo>(step);
    }));
}

/// Office fills by crossings; of one piece, or by that rule, a path looks the same in both.
bool is_plain(const frame::Shape& shape, const Palette& palette) {
    if (shape.fill && !has_slot(palette, *shape.fill)) return false;
    if (shape.stroke && !has_slot(palette, shape.stroke->color)) return false;
    return !shape.fill || shape.rule == frame::FillRule::even_odd || pieces(shape.path) <= 1;
}

/// False when something is in the frame that is no such shape.
bool collect(const frame::Frame& drawing, const Transform& at, const Palette& palette,
             std::vector<Placed>& out) {
    return std::all_of(drawing.items.begin(), drawing.items.end(), [&](const frame::Item& item) {
        if (const auto* shape = std::get_if<frame::Shape>(&item.content)) {
            out.push_back({shape, at});
            return is_plain(*shape, palette) && out.size() <= most_shapes;
        }
        const auto* group = std::get_if<frame::Group>(&item.content);
        return group != nullptr && !group->clip &&
               collect(*group->child, at * group->transform, palette, out);
    });
}

const frame::Frame* drawing_of(const doc::Figure& figure) {
    const auto* drawing = std::get_if<std::shared_ptr<const frame::Frame>>(&figure.content);
    return drawing == nullptr ? nullptr : drawing->get();
}

frame::Path moved(frame::Path path, const Transform& at) {
    for (frame::PathStep& step : path)
        std::visit(Overload{[&](frame::MoveTo& to) { to.to = at(to.to); },
                            [&](frame::LineTo& to) { to.to = at(to.to); },
                            [&](frame::CurveTo& curve) {
                                curve = {at(curve.control1), at(curve.control2), at(curve.to)};
                            },
                            [](frame::ClosePath&) {}},
                   step);
    return path;
}

class PathWriter {
  public:
    PathWriter(Xml& xml, const Rect& box, bool filled) : xml_(xml), box_(box), filled_(filled) {}

    void write(const frame::Path& path) {
        const auto geometry = xml_.element("a:custGeom");
        for (const char* list : {"a:avLst", "a:gdLst", "a:ahLst"}) xml_.leaf(list);
        sites();
        xml_.leaf("a:rect", {{"l", "l"}, {"t", "t"}, {"r", "r"}, {"b", "b"}});
        const auto list = xml_.element("a:pathLst");
        const auto outline = xml_.element("a:path", {{"w", val(ooxml::emu(box_.width))},
                                                     {"h", val(ooxml::emu(box_.height))},
                                                     {"fill", filled_ ? "norm" : "none"}});
        for (const frame::PathStep& step : path) std::visit([&](const auto& one) { put(one); }, step);
    }

  private:
    /// The middles of the sides, in the order that Office's own rectangles have them.
    void sites() {
        constexpr std::array<std::array<const char*, 3>, 4> places{
            {{"3cd4", "hc", "t"}, {"cd2", "l", "vc"}, {"cd4", "hc", "b"}, {"0", "r", "vc"}}};
        const auto list = xml_.element("a:cxnLst");
        for (const auto& [angle, x, y] : places) {
            const auto site = xml_.element("a:cxn", {{"ang", angle}});
            xml_.leaf("a:pos", {{"x", x}, {"y", y}});
        }
    }
    void point(const Point& at) {
        xml_.leaf("a:pt", {{"x", val(ooxml::emu(at.x - box_.x))}, {"y", val(ooxml::emu(at.y - box_.y))}});
    }
    void put(const frame::MoveTo& to) {
        const auto step = xml_.element("a:moveTo");
        point(to.to);
    }
    void put(const frame::LineTo& to) {
        const auto step = xml_.element("a:lnTo");
        point(to.to);
    }
    void put(const frame::CurveTo& curve) {
        const auto step = xml_.element("a:cubicBezTo");
        for (const Point& at : {curve.control1, curve.control2, curve.to}) point(at);
    }
    void put(const frame::ClosePath&) { xml_.leaf("a:close"); }

    Xml& xml_;
    Rect box_;
    bool filled_;
};

void put_line(Xml& xml, const Deck& deck, const frame::Stroke& stroke, double scale) {
    const bool round = stroke.cap == frame::Cap::round;
    const auto line =
        xml.element("a:ln", {{"w", val(ooxml::emu(stroke.width * scale))}, {"cap", round ? "rnd" : "flat"}});
    put_fill(xml, deck.palette, stroke.color);
    if (!stroke.dashes.empty()) xml.leaf("a:prstDash", {{"val", "dash"}});
    if (round)
        xml.leaf("a:round");
    else
        xml.leaf("a:miter", {{"lim", "800000"}});
}

}  // namespace

bool is_freeform(const Deck& deck, const doc::Figure& figure) {
    const frame::Frame* drawing = drawing_of(figure);
    std::vector<Placed> shapes;
    return drawing != nullptr && std::holds_alternative<std::monostate>(figure.model) &&
           collect(*drawing, {}, deck.palette, shapes) && !shapes.empty();
}

void put_pill(Xml& xml, const Rect& box, Length radius) {
    PathWriter(xml, box, true).write(frame::rounded_rectangle(box, radius));
}

void put_freeform(Xml& xml, const Deck& deck, int id, const frame::Shape& shape, const Transform& at) {
    const frame::Path path = moved(shape.path, at);
    const Rect box = frame::bounds(path);
    const auto one = xml.element("p:sp");
    {
        const auto own = xml.element("p:nvSpPr");
        {
            const auto named =
                xml.element("p:cNvPr", {{"id", val(id)}, {"name", fmt::format("Shape {}", id)}});
            put_decorative(xml);
        }
        xml.leaf("p:cNvSpPr");
        xml.leaf("p:nvPr");
    }
    const auto properties = xml.element("p:spPr");
    put_transform(xml, box);
    PathWriter(xml, box, shape.fill.has_value()).write(path);
    if (shape.fill)
        put_fill(xml, deck.palette, *shape.fill);
    else
        xml.leaf("a:noFill");
    if (shape.stroke)
        return put_line(xml, deck, *shape.stroke, std::sqrt(std::abs(at.a * at.d - at.b * at.c)));
    const auto line = xml.element("a:ln");
    xml.leaf("a:noFill");
}

void put_freeforms(Xml& xml, const Deck& deck, const Figure& figure, int& id) {
    const frame::Frame& drawing = *drawing_of(*figure.figure);
    const double fit = figure.box.width / drawing.size.width;
    std::vector<Placed> shapes;
    collect(drawing, Transform::translate(figure.box.x, figure.box.y) * Transform::scale(fit, fit),
            deck.palette, shapes);
    const auto group = xml.element("p:grpSp");
    {
        const auto own = xml.element("p:nvGrpSpPr");
        put_picture_name(xml, *figure.figure, id);
        xml.leaf("p:cNvGrpSpPr");
        xml.leaf("p:nvPr");
    }
    {
        const auto properties = xml.element("p:grpSpPr");
        put_group_transform(xml, figure.box, figure.box);
    }
    for (const Placed& placed : shapes) put_freeform(xml, deck, id++, *placed.shape, placed.at);
}

}  // namespace sayso::pptx
