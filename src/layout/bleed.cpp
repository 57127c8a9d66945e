#include "layout/bleed.h"

#include <algorithm>
#include <array>

#include "base/overload.h"
#include "doc/document.h"

namespace sayso::layout {
namespace {

constexpr Length mark_gap = mm(4);  // from the cut: clear of the bleed
constexpr Length mark_length = mm(5);
constexpr Length mark_width = pt(0.25);
constexpr Length touching = pt(0.25);  // what is nearer to the edge than this was meant to reach it

bool lies_at(Length a, Length b) {
    return abs(a - b) < touching;
}

/// The rectangle that a path is, if it is one.
std::optional<Rect> box_of(const frame::Path& path) {
    const Rect box = frame::bounds(path);
    const auto is_corner = [&](Point point) {
        return (lies_at(point.x, box.x) || lies_at(point.x, box.right())) &&
               (lies_at(point.y, box.y) || lies_at(point.y, box.bottom()));
    };
    const bool straight = std::ranges::all_of(path, [&](const frame::PathStep& step) {
        return std::visit(Overload{[&](const frame::MoveTo& to) { return is_corner(to.to); },
                                   [&](const frame::LineTo& to) { return is_corner(to.to); },
                                   [](const frame::CurveTo&) { return false; },
                                   [](const frame::ClosePath&) { return true; }},
                          step);
    });
    return straight ? std::optional(box) : std::nullopt;
}

/// Each side that reaches an edge of the page goes on; nothing if none does.
std::optional<Rect> run_on(const Rect& box, Size page) {
    Edges out;
    if (box.x < touching) out.left = box.x + print_bleed;
    if (box.y < touching) out.top = box.y + print_bleed;
    if (box.right() > page.width - touching) out.right = page.width + print_bleed - box.right();
    if (box.bottom() > page.height - touching) out.bottom = page.height + print_bleed - box.bottom();
    if (out.across() == Length{} && out.down() == Length{}) return std::nullopt;
    return Rect{box.x - out.left, box.y - out.top, box.width + out.across(), box.height + out.down()};
}

bool only_moves(const Transform& transform) {
    return transform.a == 1 && transform.b == 0 && transform.c == 0 && transform.d == 1;
}

/// In the order of painting, on `sheet`. `at` is where the frame lies on the page.
void add_bleed(const frame::Frame& frame, Point at, Size page, frame::Frame& sheet) {
    for (const frame::Item& item : frame.items) {
        if (const auto* group = std::get_if<frame::Group>(&item.content)) {
            if (only_moves(group->transform))
                add_bleed(*group->child, {at.x + group->transform.dx, at.y + group->transform.dy}, page,
                          sheet);
            continue;
        }
        const auto* shape = std::get_if<frame::Shape>(&item.content);
        if (shape == nullptr || !shape->fill) continue;
        const auto box = box_of(shape->path);
        if (!box) continue;
        const auto larger = run_on({box->x + at.x, box->y + at.y, box->width, box->height}, page);
        if (!larger) continue;
        const Rect placed{larger->x + print_margin, larger->y + print_margin, larger->width, larger->height};
        sheet.items.push_back(
            frame::fill(frame::Artifact::background, frame::rectangle(placed), *shape->fill));
    }
}

void add_marks(Size page, frame::Frame& sheet) {
    const auto mark = [&](Point from, Point to) {
        sheet.items.push_back(frame::stroke(frame::Artifact::layout, frame::line(from, to),
                                            {black, mark_width, {}, frame::Cap::butt}));
    };
    for (const Length x : {print_margin, print_margin + page.width}) {
        const Length top = print_margin - mark_gap, bottom = print_margin + page.height + mark_gap;
        mark({x, top - mark_length}, {x, top});
        mark({x, bottom}, {x, bottom + mark_length});
    }
    for (const Length y : {print_margin, print_margin + page.height}) {
        const Length left = print_margin - mark_gap, right = print_margin + page.width + mark_gap;
        mark({left - mark_length, y}, {left, y});
        mark({right, y}, {right + mark_length, y});
    }
}

}  // namespace

std::vector<frame::Frame> with_bleed(const std::vector<frame::Frame>& pages) {
    std::vector<frame::Frame> out;
    for (const frame::Frame& page : pages) {
        frame::Frame sheet{{page.size.width + 2 * print_margin, page.size.height + 2 * print_margin}, {}};
        // Behind the page, which paints over all that lies within the cut just as it did.
        add_bleed(page, {}, page.size, sheet);
        sheet.items.push_back(frame::group(doc::Document::root, std::make_shared<const frame::Frame>(page),
                                           Transform::translate(print_margin, print_margin)));
        add_marks(page.size, sheet);
        out.push_back(std::move(sheet));
    }
    return out;
}

}  // namespace sayso::layout
