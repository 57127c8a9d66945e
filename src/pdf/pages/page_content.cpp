#include "pdf/pages/page_content.h"

#include <utility>

#include <fmt/format.h>

#include "base/number.h"
#include "base/overload.h"
#include "pdf/pages/leaf_bounds.h"

namespace sayso::pdf {
namespace {

bool is_empty(const frame::TextRun& run) {
    return run.glyphs.empty();
}
bool is_empty(const frame::Shape& shape) {
    return shape.path.empty() || (!shape.fill && !shape.stroke);
}
bool is_empty(const frame::ImageItem& item) {
    return !item.image || item.image->bytes.empty();
}

Rect reach(const frame::TextRun& run, const FontBook& fonts) {
    return leaf_bounds(run, fonts.library());
}
Rect reach(const frame::Shape& shape, const FontBook&) {
    return leaf_bounds(shape);
}
Rect reach(const frame::ImageItem& item, const FontBook&) {
    return item.box;
}

bool only_moves(const Transform& t) {
    return t.a == 1 && t.b == 0 && t.c == 0 && t.d == 1;
}

/// ISO 32000-1, table 330.
std::string_view artifact_type(frame::Artifact artifact) {
    switch (artifact) {
        case frame::Artifact::pagination:
            return "/Type/Pagination";
        case frame::Artifact::layout:
            return "/Type/Layout";
        case frame::Artifact::background:
            break;
    }
    return "/Type/Background";
}

std::string_view painting_operator(const frame::Shape& shape) {
    const bool even_odd = shape.rule == frame::FillRule::even_odd;
    if (shape.fill && shape.stroke) return even_odd ? "B*" : "B";
    if (shape.fill) return even_odd ? "f*" : "f";
    return "S";
}

/// The box of a path made by frame::rectangle, which has an operator of its own.
std::optional<Rect> as_rectangle(const frame::Path& path) {
    if (path.size() != 5 || !std::holds_alternative<frame::MoveTo>(path[0])) return std::nullopt;
    const Rect box = frame::bounds(path);
    const frame::Path upright = frame::rectangle(box);
    for (std::size_t i = 1; i < 4; ++i) {
        const auto* const line = std::get_if<frame::LineTo>(&path[i]);
        if (!line || line->to != std::get<frame::LineTo>(upright[i]).to) return std::nullopt;
    }
    if (!std::holds_alternative<frame::ClosePath>(path[4])) return std::nullopt;
    return std::get<frame::MoveTo>(path[0]).to == box.origin() ? std::optional{box} : std::nullopt;
}

}  // namespace

PageResult PageContent::draw(const frame::Frame& page) {
    page_height_ = page.size.height;
    Space space;
    space.zero = page_height_;
    space.clip = {{}, {}, page.size.width, page.size.height};
    draw_items(page, space);
    close();
    result_.content = out_.take();
    return std::move(result_);
}

void PageContent::draw_items(const frame::Frame& frame, const Space& space) {
    for (const frame::Item& item : frame.items) {
        const frame::Owner& owner = space.owner ? *space.owner : item.owner;
        std::visit(Overload{
                       [&](const frame::TextRun& leaf) { draw_leaf(owner, leaf, space); },
                       [&](const frame::Shape& leaf) { draw_leaf(owner, leaf, space); },
                       [&](const frame::ImageItem& leaf) { draw_leaf(owner, leaf, space); },
                       [&](const frame::LinkArea& area) { place_link(owner, area, space); },
                       [&](const frame::Group& group) { draw_group(owner, group, space); },
                   },
                   item.content);
    }
}

/// A group that only moves its child needs no operators: the child's coordinates are moved here.
void PageContent::draw_group(const frame::Owner& owner, const frame::Group& group, const Space& space) {
    if (!group.child) return;
    Space inner = space;
    inner.to_page = space.to_page * group.transform;
    if (!inner.owner && !group.child->keeps_owners) inner.owner = owner;
    if (only_moves(group.transform)) {
        inner.dx += group.transform.dx;
        inner.dy += group.transform.dy;
        if (!group.clip) return draw_items(*group.child, inner);
    }
    if (group.child->items.empty()) return;
    if (!same_for_all(inner.owner)) {
        draw_inside(group, inner);
    } else if (const std::optional<Mark> mark = mark_for(*inner.owner, false)) {
        open(*mark, {});
        draw_inside(group, inner);
    }
}

/// A group whose leaves have one owner stands as a whole inside one marked-content sequence.
bool PageContent::same_for_all(const std::optional<frame::Owner>& owner) const {
    return owner && *owner != frame::Owner{frame::Artifact::background};  // whose leaves each say their box
}

void PageContent::draw_inside(const frame::Group& group, Space space) {
    const bool one_owner = same_for_all(space.owner);
    const Rect frame_box{{}, {}, group.child->size.width, group.child->size.height};
    if (!one_owner) close();
    out_.save();
    if (!only_moves(group.transform)) {
        // Page = flip · T · flip⁻¹ of the child, where the child's own user space has its y = 0 at its top.
        const Transform& t = group.transform;
        const UserPoint to = space({t.dx, t.dy});
        out_.concatenate(t.a, -t.b, -t.c, t.d, to.x, to.y);
        space.dx = space.dy = space.zero = Length{};
    }
    if (group.clip) {
        if (!one_owner) open(frame::Artifact::layout, {});  // to some validators even a clip is content
        space.clip = intersection(space.clip, transformed(frame_box, space.to_page));
        out_.rectangle(space({{}, frame_box.height}), frame_box.width.pt(), frame_box.height.pt());
        out_.clip_to_path();
    }
    draw_items(*group.child, space);
    if (!one_owner) close();
    out_.restore();
}

template <class Leaf>
void PageContent::draw_leaf(const frame::Owner& owner, const Leaf& leaf, const Space& space) {
    if (is_empty(leaf)) return;
    constexpr bool has_words = std::is_same_v<Leaf, frame::TextRun>;
    const std::optional<Mark> mark = mark_for(owner, has_words);
    if (!mark) return;
    const auto* const node = std::get_if<NodeId>(&owner);
    const auto* const slot = std::get_if<SlotIndex>(&*mark);
    const bool in_figure = slot && drawing_.structure.type_of_slot(*slot) == StructureType::figure;
    const bool background = *mark == Mark{frame::Artifact::background};
    Rect box;
    if (in_figure || background || (node && !drawing_.landmarks.knows(*node))) {
        box = intersection(transformed(reach(leaf, drawing_.fonts), space.to_page), space.clip);
        if (node) drawing_.landmarks.record(*node, {page_, box.y});
        if (in_figure) drawing_.structure.cover(*slot, page_, box);
    }
    open(*mark, box);
    show(leaf, space);
}

std::optional<PageContent::Mark> PageContent::mark_for(const frame::Owner& owner, bool has_words) {
    return std::visit(Overload{
                          [&](NodeId node) { return mark_for_node(node, has_words); },
                          [](frame::Artifact artifact) { return std::optional<Mark>{artifact}; },
                      },
                      owner);
}

std::optional<PageContent::Mark> PageContent::mark_for_node(NodeId owner, bool has_words) {
    if (owner.value >= drawing_.document.size()) {
        drawing_.diagnostics.error(
            "content-owner", {},
            fmt::format("page {} shows something of a part that the document does not have", page_ + 1),
            "this is a fault of sayso: please report it");
        return std::nullopt;
    }
    const Destination destination = drawing_.structure.destination(owner);
    switch (destination.kind) {
        case Destination::Kind::slot:
            return destination.slot;
        case Destination::Kind::artifact:
            return drawing_.document.get<doc::Figure>(owner) ? frame::Artifact::layout
                                                             : frame::Artifact::pagination;
        case Destination::Kind::nowhere:
            break;
    }
    if (!has_words) return frame::Artifact::layout;  // a rule or a fill that a list or a row draws
    drawing_.diagnostics.error(
        "content-owner", drawing_.document[owner].source,
        "words stand in a part that can hold only other parts (a list, a row, a section)",
        "this is a fault of sayso: please report it");
    return std::nullopt;
}

void PageContent::open(const Mark& mark, const Rect& box) {
    const bool background = mark == Mark{frame::Artifact::background};
    if (mark == mark_ && !background) return;
    close();
    mark_ = mark;
    std::string properties;
    if (const auto* const slot = std::get_if<SlotIndex>(&mark)) {
        const auto id = static_cast<std::uint32_t>(result_.slot_of_mark.size());
        result_.slot_of_mark.push_back(*slot);
        drawing_.structure.slot(*slot).marks.push_back({page_, id});
        properties = "/MCID ";
        append_integer(properties, id);
        out_.begin_marked(info(drawing_.structure.type_of_slot(*slot)).name, properties);
    } else {
        properties = artifact_type(std::get<frame::Artifact>(mark));
        if (background) {
            properties += "/BBox";
            append_rect(properties, box, page_height_);
        }
        out_.begin_marked("Artifact", properties);
    }
}

void PageContent::close() {
    if (std::holds_alternative<std::monostate>(std::exchange(mark_, {}))) return;
    out_.end_marked();
}

void PageContent::show(const frame::TextRun& run, const Space& space) {
    const bool in_order = drawing_.fonts.show(run, shown_);
    out_.show(run, shown_, space(run.origin));
    const auto* const index = std::get_if<SlotIndex>(&mark_);
    if (!index) return;
    Slot& slot = drawing_.structure.slot(*index);
    if (slot.texts.empty()) slot.drawn += run.text;
    slot.spell_out = slot.spell_out || run.rtl || !in_order;
}

void PageContent::trace(const frame::Path& path, const Space& space) {
    if (const std::optional<Rect> box = as_rectangle(path)) {
        out_.rectangle(space({box->x, box->bottom()}), box->width.pt(), box->height.pt());
        return;
    }
    for (const frame::PathStep& step : path) {
        std::visit(Overload{
                       [&](const frame::MoveTo& s) { out_.move_to(space(s.to)); },
                       [&](const frame::LineTo& s) { out_.line_to(space(s.to)); },
                       [&](const frame::CurveTo& s) {
                           out_.curve_to(space(s.control1), space(s.control2), space(s.to));
                       },
                       [&](const frame::ClosePath&) { out_.close_path(); },
                   },
                   step);
    }
}

void PageContent::show(const frame::Shape& shape, const Space& space) {
    if (shape.fill) out_.fill_color(*shape.fill);
    if (shape.stroke) out_.stroke_with(*shape.stroke);
    trace(shape.path, space);
    out_.paint(painting_operator(shape));
}

void PageContent::show(const frame::ImageItem& item, const Space& space) {
    out_.draw_picture(drawing_.pictures.number(item.image), space({item.box.x, item.box.bottom()}),
                      item.box.width.pt(), item.box.height.pt());
}

/// A link in running matter is drawn and leads nowhere: an annotation must be part of the structure
/// (ISO 14289-1, 7.18.1), and running matter is none.
void PageContent::place_link(const frame::Owner& owner, const frame::LinkArea& area, const Space& space) {
    const auto* const node = std::get_if<NodeId>(&owner);
    if (!node || !mark_for_node(*node, false)) return;
    const Rect box = intersection(transformed(area.box, space.to_page), space.clip);
    result_.links.push_back({*node, box, &area});
}

}  // namespace sayso::pdf
