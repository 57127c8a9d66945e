// Contrast (WCAG 2.2, 1.4.3) and the size of words in drawings, as they came to rest on the page.
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <variant>

#include <fmt/format.h>

#include "base/overload.h"
#include "check/check.h"
#include "check/ground.h"
#include "check/subject.h"

namespace sayso::check {
namespace {

// WCAG 2.2, "large scale": 18 pt, or 14 pt and bold. Our bolds begin at 600.
constexpr Length large = pt(18), large_bold = pt(14);
constexpr int bold = 600;
constexpr double text_ratio = 4.5, large_text_ratio = 3;
// Labels of a drawing are told again by its description, so they may be smaller than the text: as small as a
// map.
constexpr Length least_in_drawings = pt(7);

/// One page's items, painted one after another.
class PageCheck {
  public:
    PageCheck(const doc::Document& document, const WeightOf& weight_of, Diagnostics& diagnostics)
        : document_(document), weight_of_(weight_of), diagnostics_(diagnostics) {}

    void page(const frame::Frame& page) {
        ground_ = {};
        items(page, {}, std::nullopt, std::nullopt);
    }
    void report_drawings() const;

  private:
    using Clip = std::optional<Rect>;
    using Owner = std::optional<frame::Owner>;  // of the group around, where that owns its leaves

    void items(const frame::Frame& frame, const Transform& to_page, const Clip& clip, const Owner& owner);
    void text(const frame::TextRun& run, const frame::Owner& owner, const Transform& to_page);
    void contrast(const frame::TextRun& run, const frame::Owner& owner, Length size, Color ground);
    bool is_in_drawing(NodeId node) const;
    void drawing(const frame::Owner& owner, Length size);
    Span place(const frame::Owner& owner, const frame::TextRun& run) const;

    const doc::Document& document_;
    const WeightOf& weight_of_;
    Diagnostics& diagnostics_;
    Ground ground_;
    // What was reported: one fault for each block and pair of colours is enough.
    std::set<std::tuple<Span, std::string, std::string>> contrasts_;
    std::map<Span, Length> drawings_;  // the smallest type of each that has some too small
};

Rect box_on_page(const Rect& box, const Transform& to_page) {
    const Point a = to_page(box.origin()), b = to_page({box.right(), box.bottom()});
    return unite({a.x, a.y, {}, {}}, {b.x, b.y, {}, {}});
}

/// How much larger things are on the page than in their frame.
double scale_of(const Transform& to_page) {
    return std::sqrt(std::abs(to_page.a * to_page.d - to_page.b * to_page.c));
}

void PageCheck::items(const frame::Frame& frame, const Transform& to_page, const Clip& clip,
                      const Owner& owner) {
    for (const frame::Item& item : frame.items) {
        const frame::Owner own = owner.value_or(item.owner);
        const Overload paint{
            [&](const frame::TextRun& run) { text(run, own, to_page); },
            [&](const frame::Shape& shape) { ground_.paint(shape, to_page, clip); },
            [&](const frame::ImageItem& image) { ground_.paint_picture(image.box, to_page, clip); },
            [](const frame::LinkArea&) {},
            [&](const frame::Group& group) {
                const Transform inner = to_page * group.transform;
                const Rect all{{}, {}, group.child->size.width, group.child->size.height};
                const Clip inner_clip = group.clip ? Clip(box_on_page(all, inner)) : clip;
                items(*group.child, inner, inner_clip, group.child->keeps_owners ? owner : Owner(own));
            },
        };
        std::visit(paint, item.content);
    }
}

void PageCheck::text(const frame::TextRun& run, const frame::Owner& owner, const Transform& to_page) {
    const Length size = run.size * scale_of(to_page);
    drawing(owner, size);
    // In the middle of the small letters, near both ends and halfway.
    for (const double along : {0.1, 0.5, 0.9}) {
        const Point inside = run.origin + Point{run.width() * along, run.size * -0.25};
        if (const auto ground = ground_.at(to_page(inside))) contrast(run, owner, size, *ground);
    }
}

void PageCheck::contrast(const frame::TextRun& run, const frame::Owner& owner, Length size, Color ground) {
    const bool is_large = size >= large || (size >= large_bold && weight_of_(run.font) >= bold);
    const double needed = is_large ? large_text_ratio : text_ratio;
    const double measured = contrast_ratio(run.color, ground);
    if (measured >= needed) return;
    const Span source = place(owner, run);
    if (!contrasts_.emplace(source, to_hex(run.color), to_hex(ground)).second) return;
    const Color better = nearest_with_contrast(run.color, ground, needed);
    const bool can_pass = contrast_ratio(better, ground) >= needed;
    // Without the words themselves: the same style on the same ground is one fault in every document.
    diagnostics_.error(
        "contrast", source,
        fmt::format("text in {} on {} has a contrast of {:.2f}, but needs {:.1f}", to_hex(run.color),
                    to_hex(ground), std::floor(measured * 100) / 100, needed),
        can_pass ? fmt::format("the nearest colour that passes is \"{}\"", to_hex(better))
                 : fmt::format("no colour of this hue passes on {}; change the ground", to_hex(ground)));
}

/// Of a figure, or of what is read of it in parts.
bool PageCheck::is_in_drawing(NodeId node) const {
    for (; document_[node].parent != node; node = document_[node].parent) {
        if (document_.get<doc::Caption>(node) != nullptr) return false;
        if (document_.get<doc::Figure>(node) != nullptr) return true;
    }
    return false;
}

void PageCheck::drawing(const frame::Owner& owner, Length size) {
    const NodeId* node = std::get_if<NodeId>(&owner);
    // Rounding in transforms must not make 12 pt too small.
    if (node == nullptr || size > least_in_drawings - pt(0.05) || !is_in_drawing(*node)) return;
    auto [smallest, is_new] = drawings_.emplace(document_[*node].source, size);
    if (!is_new) smallest->second = min(smallest->second, size);
}

void PageCheck::report_drawings() const {
    for (const auto& [source, smallest] : drawings_) {
        diagnostics_.warning(
            "drawing-type-small", source,
            fmt::format("the smallest words of the drawing are about {:.0f} pt; a drawing needs {:.3g}",
                        std::floor(smallest.pt()), least_in_drawings.pt()),
            "give the drawing more room, or a simpler variant");
    }
}

/// The block of the words; for running matter, which no node owns on the page, a running block that looks the
/// same.
Span PageCheck::place(const frame::Owner& owner, const frame::TextRun& run) const {
    if (const NodeId* node = std::get_if<NodeId>(&owner)) {
        NodeId block = *node;
        while (document_.get<doc::Text>(block) != nullptr || document_.get<doc::Link>(block) != nullptr)
            block = document_[block].parent;
        return document_[block].source;
    }
    for (const NodeId id : running_blocks(document_)) {
        const doc::Node& block = document_[id];
        if (block.text.color == run.color && block.text.size == run.size) return block.source;
    }
    return {};
}

}  // namespace

void check_pages(const doc::Document& document, const std::vector<frame::Frame>& pages,
                 const WeightOf& weight_of, Diagnostics& diagnostics) {
    PageCheck check(document, weight_of, diagnostics);
    for (const frame::Frame& page : pages) check.page(page);
    check.report_drawings();
}

}  // namespace sayso::check
