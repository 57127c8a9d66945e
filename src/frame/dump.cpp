#include <fmt/format.h>

#include "base/number.h"
#include "frame/frame.h"

namespace sayso::frame {
namespace {

// Three decimals, so that a golden does not depend on the last bits of a sum.
std::string number(double value) {
    return sayso::number(value, 3);
}
std::string number(Length length) {
    return number(length.pt());
}
std::string point(Point p) {
    return number(p.x) + "," + number(p.y);
}
std::string box(const Rect& r) {
    return point(r.origin()) + " " + number(r.width) + "x" + number(r.height);
}

std::string owner(const Owner& owner) {
    if (const auto* node = std::get_if<NodeId>(&owner)) return fmt::format("#{}", node->value);
    switch (std::get<Artifact>(owner)) {
        case Artifact::pagination:
            return "pagination";
        case Artifact::layout:
            return "layout";
        case Artifact::background:
            return "background";
    }
    return "";
}

struct Dumper {
    std::string out;
    std::string indent;

    void operator()(const TextRun& run) {
        out += fmt::format("text {} font {} size {} {} width {}{}{} \"{}\"", point(run.origin),
                           run.font.value, number(run.size), to_hex(run.color), number(run.width()),
                           run.rtl ? " rtl" : "", run.lang.empty() ? "" : " " + run.lang, run.text);
    }
    void operator()(const Shape& shape) {
        out += "shape " + box(bounds(shape.path)) + fmt::format(" steps {}", shape.path.size());
        if (shape.fill) out += " fill " + to_hex(*shape.fill);
        if (shape.stroke) out += " stroke " + to_hex(shape.stroke->color) + " " + number(shape.stroke->width);
    }
    void operator()(const ImageItem& item) {
        out += fmt::format("image {} {}x{} px", box(item.box), item.image->width, item.image->height);
    }
    void operator()(const LinkArea& link) {
        const auto* node = std::get_if<NodeId>(&link.target);
        out += "link " + box(link.box) + " to " +
               (node ? fmt::format("#{}", node->value) : std::get<std::string>(link.target));
    }
    void operator()(const Group& group) {
        const Transform& t = group.transform;
        out += fmt::format("group [{} {} {} {} {} {}]{}\n", number(t.a), number(t.b), number(t.c),
                           number(t.d), number(t.dx), number(t.dy), group.clip ? " clip" : "");
        Dumper child{{}, indent + "  "};
        child.frame(*group.child);
        out += child.out;
        if (!out.empty() && out.back() == '\n') out.pop_back();
    }
    void frame(const Frame& frame) {
        out += fmt::format("{}frame {}x{}\n", indent, number(frame.size.width), number(frame.size.height));
        for (const Item& item : frame.items) {
            out += indent + "  [" + owner(item.owner) + "] ";
            std::visit(*this, item.content);
            out += '\n';
        }
    }
};

}  // namespace

std::string dump(const Frame& frame) {
    Dumper dumper;
    dumper.frame(frame);
    return dumper.out;
}

}  // namespace sayso::frame
